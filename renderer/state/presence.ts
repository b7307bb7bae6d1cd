import type { NewId } from '../../shared/model/ids.ts'
import type { AppCore } from './app-core.ts'

/** How often the host hears of this window, in ms: well within the 90 s after which nobody is counted. */
const HEARD = 30_000

/** Tells the host what this window has open, for as long as the page lives, and shows who else has it open. It informs; it decides nothing. */
export function tellPresence(app: AppCore, newId: NewId): void {
  const sitting = newId()
  let turn = 0
  const tell = async () => {
    const now = ++turn
    const document = app.opened.get()?.loaded.entry.id ?? null
    const answer = await app.host.present({ sitting, document, who: app.editor.get() ?? '' })
    if (now !== turn) return
    const others = answer.ok ? answer.value.others : []
    // the same people as before: nothing is drawn anew
    if (JSON.stringify(others) !== JSON.stringify(app.others.get())) app.others.set(others)
  }
  app.opened.subscribe(() => {
    app.others.set([])
    void tell()
  })
  app.editor.subscribe(() => void tell())
  setInterval(() => app.opened.get() && void tell(), HEARD)
  window.addEventListener('focus', () => app.opened.get() && void tell())
  window.addEventListener('pagehide', () => void app.host.present({ sitting, document: null, who: '' }))
}
