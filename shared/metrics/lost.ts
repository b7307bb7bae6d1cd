import { wordsOf } from '../model/source.ts'
import type { Run, Transcript } from '../model/transcript.ts'
import { MACHINE_MADE, type UnusedReason } from '../vocabulary/unused.ts'

/** What stands on the paper and was not read, and what was read and stands on no paper. No error rate over what was read shows either. */
export interface Lost {
  /** Gaps of which it is stated that the machine failed there. */
  readonly places: number
  /** How much is stated to be lost there. */
  readonly letters: number
  readonly words: number
  readonly lines: number
  readonly pages: number
  /** Places of which nobody has said how much is lost. */
  readonly unmeasured: number
  /** Loops, noise, the machine's own descriptions, and what was deleted: stretches, their letters (code points, no blanks) and words. */
  readonly made: { readonly places: number; readonly letters: number; readonly words: number }
}

const UNITS = { letter: 'letters', word: 'words', line: 'lines', page: 'pages' } as const

/** What the machine lost of a paper, as far as it is stated: gaps “not in the transcript”, and what is set aside as its own making. */
export function lostIn({ pages, unused, originals }: Transcript): Lost {
  const holders = pages.flatMap(({ content, margin }) => [...content.filter((child) => child.type === 'block'), ...margin])
  const gaps = holders.flatMap(({ content }) => content.filter(isLost))
  const lost = { letters: 0, words: 0, lines: 0, pages: 0, unmeasured: 0 }
  for (const { attrs } of gaps) {
    const unit = UNITS[attrs.unit as keyof typeof UNITS]
    if (unit !== undefined && typeof attrs.quantity === 'number' && attrs.quantity > 0) lost[unit] += attrs.quantity
    else lost.unmeasured += 1
  }
  const texts = originals.map(({ text }) => text)
  const made = unused
    .filter(({ reason }) => MACHINE_MADE[reason as UnusedReason] === true)
    .map(({ source }) => wordsOf(source, texts).normalize('NFC').match(/\S+/gu) ?? [])
  const words = made.flat()
  return {
    places: gaps.length,
    ...lost,
    made: { places: made.length, letters: words.reduce((sum, word) => sum + Array.from(word).length, 0), words: words.length },
  }
}

function isLost(run: Run): run is Extract<Run, { readonly type: 'atom' }> {
  return run.type === 'atom' && run.atom === 'gap' && run.attrs.reason === 'machine-failed'
}

/** What several transcripts lost, together. */
export function pooledLost(all: readonly Lost[]): Lost {
  const sum = (of: (lost: Lost) => number) => all.reduce((before, lost) => before + of(lost), 0)
  return {
    places: sum(({ places }) => places),
    letters: sum(({ letters }) => letters),
    words: sum(({ words }) => words),
    lines: sum(({ lines }) => lines),
    pages: sum(({ pages }) => pages),
    unmeasured: sum(({ unmeasured }) => unmeasured),
    made: {
      places: sum(({ made }) => made.places),
      letters: sum(({ made }) => made.letters),
      words: sum(({ made }) => made.words),
    },
  }
}
