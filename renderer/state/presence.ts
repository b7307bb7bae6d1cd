import type { NewId } from '../../shared/model/ids.ts'
import type { Bench } from './bench.ts'

/** How often the host hears of this window, in ms: well within the 90 s after which nobody is counted. */
const HEARD = 30_000

/** Tells the host what this window has open, for as long as the page lives, and shows who else has it open. It informs; it decides nothing. */
export function tellPresence(bench: Bench, newId: NewId): void {
  const sitting = newId()
  let turn = 0
  const tell = async () => {
    const now = ++turn
    const document = bench.desk.get()?.opened.entry.id ?? null
    const answer = await bench.host.present({ sitting, document, who: bench.editor.get() ?? '' })
    if (now !== turn) return
    const others = answer.ok ? answer.value.others : []
    // the same people as before: nothing is drawn anew
    if (JSON.stringify(others) !== JSON.stringify(bench.others.get())) bench.others.set(others)
  }
  bench.desk.subscribe(() => {
    bench.others.set([])
    void tell()
  })
  bench.editor.subscribe(() => void tell())
  setInterval(() => bench.desk.get() && void tell(), HEARD)
  window.addEventListener('focus', () => bench.desk.get() && void tell())
  window.addEventListener('pagehide', () => void bench.host.present({ sitting, document: null, who: '' }))
}
