import type { Tenure } from '../model/hand.ts'
import { wasHeld } from '../model/offices.ts'

/** An entry of a register as far as its name goes. */
export interface Ranked {
  readonly id: string
  readonly name: string
  /** Other words by which it is known: offices held, the expansion of an abbreviation. */
  readonly also?: readonly string[]
  /** Offices held, with their dates. */
  readonly tenures?: readonly Tenure[]
}

/**
 * The entries in the order in which they may be meant by these words, the likeliest first; those that share no word with them keep
 * their own order after. Who held an office at the date of the paper (ISO, `when`) comes before who held it earlier or later. An entry is
 * only ever offered: nothing is stated without a keystroke. Equal input gives equal order.
 */
export function rankEntries<Entry extends Ranked>(
  entries: readonly Entry[],
  words: string,
  when: string | null = null,
): readonly Entry[] {
  const wanted = tokensOf(words)
  const scored = entries.map((entry, at) => ({ entry, at, score: scoreOf(entry, wanted, when) }))
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ entry }) => entry)
}

/** Whether any word of an entry's name, or of what else it is known by, stands among these words. */
export function mayBe(entry: Ranked, words: string, when: string | null = null): boolean {
  return scoreOf(entry, tokensOf(words), when) > 0
}

/** The office of an entry that the words name, or that was held at the date; null where neither is known. */
export function officeMeant({ tenures = [] }: Ranked, words: string, when: string | null): Tenure | null {
  const wanted = tokensOf(words)
  const scored = tenures.map((tenure) => ({ tenure, score: shared(tenure.office, wanted) * 2 + (wasHeld(tenure, when) ? 1 : 0) }))
  const best = scored.reduce<(typeof scored)[number] | null>((top, one) => (one.score > (top?.score ?? 0) ? one : top), null)
  return best?.tenure ?? null
}

/** The name weighs more than what else is known; a whole name more than a part of it. */
function scoreOf({ name, also = [], tenures = [] }: Ranked, wanted: ReadonlySet<string>, when: string | null): number {
  if (wanted.size === 0) return 0
  const own = shared(name, wanted)
  const known = also.map((words) => shared(words, wanted) * 2)
  const held = tenures.map((tenure) => inOffice(shared(tenure.office, wanted), wasHeld(tenure, when)))
  const whole = own > 0 && own === tokensOf(name).size ? 1 : 0
  return own * 4 + Math.max(0, ...known, ...held) + whole + (isInitials(name, wanted) ? 3 : 0)
}

/** An office at another time than it was held still may be meant (“the former Secretary”), after all who held it then. */
function inOffice(words: number, held: boolean | null): number {
  if (words === 0) return 0
  return held === null ? words * 2 : held ? words * 2 + 1 : 1
}

const shared = (words: string, wanted: ReadonlySet<string>) => [...tokensOf(words)].filter((token) => wanted.has(token)).length

/** Words of three letters or more, and words in capitals of any length: “of”, “the” and “Mr” tell nothing. */
function tokensOf(words: string): ReadonlySet<string> {
  // A.J.C. is one word
  const plain = words.normalize('NFC').replace(/(?<=(?<!\p{L})\p{Lu})\.(?=\p{Lu}(?!\p{L}))/gu, '')
  const tokens = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = tokens.filter((token) => (token.length > 2 && !COMMON.has(token.toLowerCase())) || /^\p{Lu}{2,}$/u.test(token))
  return new Set(telling.map((token) => token.toLowerCase()))
}

const COMMON = new Set(['the', 'and', 'for', 'sir', 'mrs', 'lord', 'lady', 'miss'])

/** “A.J.C.” and “AJC” are the first letters of “A J Coles”. */
function isInitials(name: string, wanted: ReadonlySet<string>): boolean {
  const letters = (name.match(/\p{L}+/gu) ?? []).map((word) => word[0]!.toLowerCase()).join('')
  return letters.length > 1 && (wanted.has(letters) || [...wanted].join('') === letters)
}
