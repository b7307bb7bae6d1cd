/** An entry of a register as far as its name goes. */
export interface Ranked {
  readonly id: string
  readonly name: string
  /** Other words by which it is known: offices held, the expansion of an abbreviation. */
  readonly also?: readonly string[]
}

/**
 * The entries in the order in which they may be meant by these words, the likeliest first; those that share no word with them keep
 * their own order after. An entry is only ever offered: nothing is stated without a keystroke. Equal input gives equal order.
 */
export function rankEntries<Entry extends Ranked>(entries: readonly Entry[], words: string): readonly Entry[] {
  const wanted = tokensOf(words)
  const scored = entries.map((entry, at) => ({ entry, at, score: scoreOf(entry, wanted) }))
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ entry }) => entry)
}

/** Whether any word of an entry's name, or of what else it is known by, stands among these words. */
export function mayBe(entry: Ranked, words: string): boolean {
  return scoreOf(entry, tokensOf(words)) > 0
}

/** The name weighs more than what else is known; a whole name more than a part of it. */
function scoreOf({ name, also = [] }: Ranked, wanted: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0
  const own = tokensOf(name)
  const shared = [...own].filter((token) => wanted.has(token)).length
  const known = Math.max(0, ...also.map((words) => [...tokensOf(words)].filter((token) => wanted.has(token)).length))
  const whole = shared > 0 && shared === own.size ? 1 : 0
  return shared * 4 + known * 2 + whole + (isInitials(name, wanted) ? 3 : 0)
}

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
