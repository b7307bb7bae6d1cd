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
function score({ label, detail = '', also = [] }: Findable, words: readonly string[]): number {
  const name = wordsOf(label)
  const others = also.map(wordsOf)
  const begins = (own: readonly string[]) => words.every((word) => own.some((one) => one.startsWith(word)))
  const isWhole = (own: readonly string[]) => words.every((word, index) => own[index] === word)
  if (isWhole(name)) return name.length === words.length ? 6 : 5
  if (words.every((word, index) => name[index]?.startsWith(word))) return 4
  if (others.some((own) => own.length === words.length && isWhole(own))) return 3
  if (begins(name)) return 2
  return begins([...name, ...wordsOf(detail), ...others.flat()]) ? 1 : 0
}

/** Accents and case do not matter: who looks for a name may not have its letters on the keyboard. */
const wordsOf = (words: string): readonly string[] =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
