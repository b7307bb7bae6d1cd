import type { SourceRange } from '../model/source.ts'

/** What is in doubt. Each kind has a rule, or several. */
export const DOUBT_KINDS = {
  nonword: 'no word',
  parted: 'a word in two pieces',
  joined: 'two words in one',
  number: 'a number, date or reference',
  realword: 'another word may be meant',
  genre: 'a greeting, close, title or office',
  sequence: 'a number or catchword out of its row',
  repeat: 'words that stand twice',
  fragment: 'signs without words',
  handwriting: 'handwriting within typed text',
} as const
export type DoubtKind = keyof typeof DOUBT_KINDS

/** What a rule finds in a passage; places in UTF-16 units of its text. */
export interface Finding {
  readonly from: number
  readonly to: number
  readonly kind: DoubtKind
  /** Why, as a sentence for the person. */
  readonly reason: string
  /** What may be meant, the likeliest first. Each stands for the whole stretch. */
  readonly proposals: readonly string[]
  /** How likely it is that the machine misread here, as far as this rule can tell: 0 to 1. */
  readonly score: number
  /** What “this is right” holds for, wherever it stands: a word. Left out: for this place alone. */
  readonly word?: string
}

/** A place that is worth a second look. It states nothing, and changes nothing. */
export interface Doubt {
  /** The same for the same place and words as long as the machine transcript is the same: what “this is right” is kept under. */
  readonly key: string
  /** The word (small letters) that is right everywhere if it is right here; null where only the place can be. */
  readonly word: string | null
  readonly kind: DoubtKind
  /** The block or note, and the place in its text (UTF-16 units, a line end counts one). */
  readonly block: string
  readonly from: number
  readonly to: number
  /** The stretch of the machine transcript. */
  readonly source: SourceRange
  readonly text: string
  readonly reasons: readonly string[]
  readonly proposals: readonly string[]
  readonly score: number
  /** By hand, as far as that is stated: nothing is mended here in one go with others. */
  readonly isHandwritten: boolean
}
