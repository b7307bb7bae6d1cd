import { DIVISION_SIGNS, dividedAt } from '../text/divided.ts'
import { signFolder } from './fold-sign.ts'

/** How much of the signs is compared. */
export interface Folding {
  readonly matchCase: boolean
  /** Letters, marks, digits and signs as they are; only what is canonically the same, and blanks about a line end, do not matter. */
  readonly exact: boolean
}

/** A text as it is searched, and where each of its UTF-16 units stood in the text before. */
export interface Folded {
  readonly text: string
  /** Where the sign begins that a unit comes from. */
  readonly from: (unit: number) => number
  /** Where it ends. */
  readonly to: (unit: number) => number
  /** Whether a sign begins with this unit: not so in the middle of a ligature. */
  readonly isBorder: (unit: number) => boolean
}

/** A stretch whose length changed; `at` and `end` in the folded text, `from` and `to` in the text before. */
interface Cut {
  readonly at: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** Small letters of other scripts, and signs of writings without capitals, that are compared as they stand. */
const AS_IS =
  '\u03b1-\u03c1\u03c3-\u03c9\u0430-\u0438\u043a-\u044f\u05d0-\u05ea\u0627-\u063a\u0641-\u064a\u4e00-\u9fff\uac00-\ud7a3'
/** All that is not one unit for one unit already: blanks in a row, what may divide a word, letters and their marks. */
const SPECIAL = new RegExp(`\\s{2,}|-(?=\\s)|[^\\x00-\\x7f${AS_IS}]\\p{M}*|[\\x00-\\x7f${AS_IS}]\\p{M}+`, 'gu')
const DIVISION = new RegExp(`[${DIVISION_SIGNS}]`, 'u')

/**
 * Makes equal what a reader takes for the same words: capitals; letters with and without marks, composed or not, and the vowel signs of
 * Hebrew and Arabic; ligatures and their letters; the digits of all scripts; kinds of hyphens and quotes. Signs without width go. A line
 * end is `\n` without the blanks about it; a sign of division before one is `-`, and a page number between two halves of a word goes.
 */
export function fold(text: string, { matchCase, exact }: Folding): Folded {
  const cuts: Cut[] = []
  const foldSign = signFolder(matchCase, exact)
  let folded = ''
  let done = 0
  const put = (from: number, to: number, as: string) => {
    folded += text.slice(done, from)
    done = to
    const isSame = as.length === to - from && (as.length === 1 || as === text.slice(from, to))
    if (!isSame) cuts.push({ at: folded.length, end: folded.length + as.length, from, to })
    folded += as
  }
  SPECIAL.lastIndex = 0
  for (let found = SPECIAL.exec(text); found !== null; found = SPECIAL.exec(text)) {
    const [sign] = found
    const from = found.index
    const after = DIVISION.test(sign) ? dividedAt(text, from) : 0
    if (after > 0) {
      // the sign stands for itself: what is found up to it ends with it
      put(from, from + 1, exact ? sign : '-')
      put(from + 1, after, '\n')
      SPECIAL.lastIndex = after
    } else put(from, from + sign.length, sign.length > 1 && sign.trim() === '' ? blank(sign) : foldSign(sign))
  }
  folded += text.slice(done)
  // what is not ASCII is in small letters already: the length stays
  return { text: matchCase ? folded : folded.toLowerCase(), ...placesIn(cuts) }
}

const blank = (blanks: string) => (blanks.includes('\n') ? '\n' : blanks)

function placesIn(cuts: readonly Cut[]): Omit<Folded, 'text'> {
  const cutAt = (unit: number): Cut | null => {
    let [low, high] = [0, cuts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (cuts[middle]!.at <= unit) low = middle + 1
      else high = middle
    }
    return cuts[low - 1] ?? null
  }
  const place = (unit: number, side: 'from' | 'to'): number => {
    const cut = cutAt(unit)
    if (cut !== null && unit < cut.end) return cut[side]
    return (cut === null ? unit : cut.to + unit - cut.end) + (side === 'to' ? 1 : 0)
  }
  return {
    from: (unit) => place(unit, 'from'),
    to: (unit) => place(unit, 'to'),
    isBorder: (unit) => {
      const cut = cutAt(unit)
      return cut === null || unit === cut.at || unit >= cut.end
    },
  }
}
