/** The number of one place of the check list, and enough to say which it was when it is gone. */
export interface Numbered {
  readonly number: number
  /** The document's original, by name. */
  readonly document: string
  /** The id of what is asked about, and the question (vocabulary of the check list). */
  readonly place: string
  readonly question: string
  /** The words that the list shows, and its page from 1. */
  readonly words: string
  readonly page: number
}

/** Every number that a check list of the collection has given. No number is ever given twice, also not after the list was closed. */
export interface Numbering {
  readonly next: number
  readonly given: readonly Numbered[]
}

export const NO_NUMBERS: Numbering = { next: 1, given: [] }
