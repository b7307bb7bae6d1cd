import type { MenuOption } from './choice.ts'

/** What a menu's entry can be found by when its words are typed. */
type Findable = Pick<MenuOption, 'label' | 'detail' | 'also'>

/** The entries of a menu that what was typed may mean, by their places in it: those whose name begins with it first. All, where nothing was typed. */
export function narrowed(options: readonly Findable[], typed: string): readonly number[] {
  const words = wordsOf(typed)
  const scored = options.map((option, at) => ({ at, score: words.length === 0 ? 1 : score(option, words) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ at }) => at)
}

/** What stands typed after one more letter: a letter that no entry goes on with does nothing. */
export function typedOn(options: readonly Findable[], typed: string, letter: string): string {
  const next = typed + letter
  return next.trimStart() !== '' && narrowed(options, next).length > 0 ? next : typed
}

/** 4 where the name begins with these very words, 3 where it begins with what was typed, 2 where each word of it begins one of the name, 1 where of what else it is known by. */
function score({ label, detail = '', also = [] }: Findable, words: readonly string[]): number {
  const name = wordsOf(label)
  const begins = (own: readonly string[]) => words.every((word) => own.some((one) => one.startsWith(word)))
  if (words.every((word, index) => name[index] === word)) return 4
  if (words.every((word, index) => name[index]?.startsWith(word))) return 3
  if (begins(name)) return 2
  return begins([...name, ...wordsOf(detail), ...also.flatMap(wordsOf)]) ? 1 : 0
}

const wordsOf = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
