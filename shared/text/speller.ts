/**
 * What is known of the words of a language. Words come as they stand in the text, without signs around them; capitals are allowed where a
 * text may have them (`London` is no `london`, but `Report` and `REPORT` are `report`).
 */
export interface Speller {
  /** The language it knows, as a tag: `en`, `fr`. */
  readonly language: string
  /** Whether the language's dictionary has the word, in any of its forms. */
  readonly knows: (word: string) => boolean
  /** How often a word in small letters (NFC, straight apostrophes) stands in a million words of general text; 0 where that is not known. */
  readonly frequency: (word: string) => number
  /** How often two such words follow one another among a million pairs; 0 where that is not known. */
  readonly bigram: (first: string, second: string) => number
}

/** Knows no language: nothing is a doubt because of its spelling. */
export const NO_SPELLER: Speller = { language: '', knows: () => true, frequency: () => 0, bigram: () => 0 }
