import type { Finding } from './doubt.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import type { Token } from './tokens.ts'

/** What the rules know besides the passage at hand. */
export interface Surroundings {
  readonly passages: readonly Passage[]
  /** The words of the passage's paper. */
  readonly lexicon: Lexicon
  /** How often a word (small letters) stands in the file. */
  readonly countInFile: (small: string) => number
  /** The number of the token in the file with which a word first stands there; -1 where it does not. */
  readonly firstInFile: (small: string) => number
  /** The date of the passage's paper, ISO, where it is stated or can be read; null where not. */
  readonly date: string | null
}

/** What is found in one passage. Pure: the same in gives the same out. */
export type Rule = (passage: Passage, around: Surroundings) => readonly Finding[]

/** The word beside a token, in small letters; empty where a sentence ends between, or where no word stands there. */
export function beside({ tokens }: Passage, index: number): { readonly before: string; readonly after: string } {
  const [token, before, after] = [tokens[index]!, tokens[index - 1], tokens[index + 1]]
  return {
    before: before?.kind === 'word' && !token.isFirst && joins(token) ? before.small : '',
    after: after?.kind === 'word' && !after.isFirst && joins(after) ? after.small : '',
  }
}

/** No point or comma stands before it. */
const joins = ({ gap }: Token) => /^[\s"“”'‘’(-]*$/u.test(gap)

export type Letters = 'small' | 'title' | 'caps' | 'mixed'

/** How a word is written: `small`, `Title`, `CAPS`, `miXed`. */
export function caseOf(word: string): Letters {
  if (/^[a-z]+$/.test(word)) return 'small'
  const letters = word.replace(/[^\p{L}]/gu, '')
  if (letters === letters.toLowerCase()) return 'small'
  if (letters === letters.toUpperCase()) return letters.length > 1 ? 'caps' : 'title'
  const first = letters.charAt(0)
  const tail = letters.slice(1)
  return first === first.toUpperCase() && tail === tail.toLowerCase() ? 'title' : 'mixed'
}

/** A word in small letters, written as another one is. */
export function inCaseOf(small: string, like: string): string {
  switch (caseOf(like)) {
    case 'caps':
      return small.toUpperCase()
    case 'title':
      return small.charAt(0).toUpperCase() + small.slice(1)
    default:
      return small
  }
}
