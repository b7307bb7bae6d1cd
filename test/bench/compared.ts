import { compare } from '../../shared/compare/compare.ts'
import { sideBySide } from '../../shared/compare/side-by-side.ts'
import { importOriginal } from '../../shared/import/importers.ts'
import { errorRates } from '../../shared/metrics/error-rate.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { prosePages, seeded } from './page/prose.ts'

/** How many words in a hundred read otherwise than the machine read them. */
const CHANGED = 10

/** ms of processor time (what other programs do meanwhile does not count) that laying a paper side by side with its machine transcript takes, listing its changes, and measuring its errors; and how many changes there are. */
export function timeCompare(words: number): {
  readonly changes: number
  readonly side: number
  readonly list: number
  readonly rates: number
} {
  const transcript = corrected(words)
  const doc = toDocument(transcript)
  const texts = transcript.originals.map(({ text }) => text)
  const timed = (act: () => unknown) => {
    const from = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  let changes = 0
  const side = timed(() => {
    changes = sideBySide(doc, texts).reduce((sum, row) => sum + (row.kind === 'aside' ? 1 : row.places.length), 0)
  })
  return { changes, side, list: timed(() => compare(transcript)), rates: timed(() => errorRates(transcript)) }
}

/** A paper in which one word in ten was mended: seven of ten others, some gone, some added. */
function corrected(words: number): Transcript {
  const random = seeded(words)
  const text = prosePages(words).join('\f')
  const file = { name: 'long.txt', sha256: 'a'.repeat(64), bytes: text.length, text, encoding: 'utf-8', bom: false }
  const fresh = importOriginal(file, idsFrom(seeded(7)), {})
  if (!fresh.ok) throw new Error(fresh.fault.sentence)
  const mended = (word: string) => {
    if (random() * 100 >= CHANGED) return word
    const how = random()
    return how < 0.7 ? `${word.slice(0, -1)}x` : how < 0.85 ? '' : `${word} added`
  }
  const changed = (run: Run): Run => (run.type === 'text' ? { ...run, text: run.text.replaceAll(/\S+/gu, mended) } : run)
  return {
    ...fresh.value,
    pages: fresh.value.pages.map((page) => ({
      ...page,
      content: page.content.map((child) =>
        child.type === 'block'
          ? { ...child, content: child.content.map(changed).filter((run) => run.type !== 'text' || run.text !== '') }
          : child,
      ),
    })),
  }
}
