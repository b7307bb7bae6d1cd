import type { MenuOption } from './choice.ts'

/** What an entry of a list can be found by when its words are typed. */
type Findable = Pick<MenuOption, 'label' | 'detail' | 'also'>

/** The entries that what was typed may mean, by their places in the list: those whose name begins with it first. All, where nothing was typed. */
export function narrowed(options: readonly Findable[], typed: string): readonly number[] {
  const words = wordsOf(typed)
  if (words.length === 0) return typed.trim() === '' ? options.map((_, at) => at) : []
  const scored = options.map((option, at) => ({ at, score: score(option, words) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ at }) => at)
}

/** What stands typed after one more letter: a letter that no entry goes on with does nothing. */
export function typedOn(options: readonly Findable[], typed: string, letter: string): string {
  const next = typed + letter
  return wordsOf(next).length > 0 && narrowed(options, next).length > 0 ? next : typed
}

/**
 * 6 where the name is these very words, 5 where it begins with them, 4 where it begins with what was typed, 3 where it is called by these very
 * words elsewhere, 2 where each word of it begins one of the name, 1 where of what else it is known by.
 */
function score(entry: Findable, words: readonly string[]): number {
  const { name, others, rest } = wordsIn(entry)
  const begins = (own: readonly string[]) => words.every((word) => own.some((one) => one.startsWith(word)))
  const isWhole = (own: readonly string[]) => words.every((word, index) => own[index] === word)
  if (isWhole(name)) return name.length === words.length ? 6 : 5
  if (words.every((word, index) => name[index]?.startsWith(word))) return 4
  if (others.some((own) => own.length === words.length && isWhole(own))) return 3
  if (begins(name)) return 2
  return begins(rest) ? 1 : 0
}

interface EntryWords {
  readonly name: readonly string[]
  readonly others: readonly (readonly string[])[]
  /** All of them, and those of what is said beside it. */
  readonly rest: readonly string[]
}

// a list of thousands of names is gone through at each letter
const taken = new WeakMap<Findable, EntryWords>()

function wordsIn(entry: Findable): EntryWords {
  const known = taken.get(entry)
  if (known) return known
  const name = wordsOf(entry.label)
  const others = (entry.also ?? []).map(wordsOf)
  const own = { name, others, rest: [...name, ...wordsOf(entry.detail ?? ''), ...others.flat()] }
  taken.set(entry, own)
  return own
}

/** Accents and case do not matter: who looks for a name may not have its letters on the keyboard. */
const wordsOf = (words: string): readonly string[] =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
