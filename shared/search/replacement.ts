/** What an expression caught beside the whole: by number and by name. */
export interface Groups {
  readonly caught: readonly (string | undefined)[]
  readonly named: Readonly<Record<string, string | undefined>> | null
}

/**
 * What stands in the place of words that an expression found: `$&` is all of them, `$1` to `$99` and `$<name>` what a group of it caught (nothing
 * where it caught nothing), `$$` a dollar sign. What names no group stands as it is typed, as in JavaScript.
 */
function replacementOf(template: string, words: string, { caught, named }: Groups): string {
  return template.replace(/\$(?:([$&])|(\d\d?)|<([^>]*)>)/gu, (typed, sign?: string, digits?: string, name?: string) => {
    if (sign !== undefined) return sign === '$' ? '$' : words
    if (name !== undefined) return named === null ? typed : (named[name] ?? '')
    const isGroup = (number: string) => Number(number) >= 1 && Number(number) <= caught.length
    if (isGroup(digits!)) return caught[Number(digits) - 1] ?? ''
    const [one, ...more] = digits!
    return isGroup(one!) && more.length > 0 ? (caught[Number(one) - 1] ?? '') + more.join('') : typed
  })
}

interface Found {
  readonly context: () => { readonly words: string }
  readonly groups?: Groups
}

/**
 * What stands in the place of a hit: of an expression's, with what it caught; of words, what was typed. A line end or a gap is a blank in it.
 * Where capitals did not matter to what was looked for, words typed small take those of the words that they replace.
 */
export function replacementFor({ context, groups }: Found, typed: string, matchCase = true): string {
  if (groups !== undefined) return replacementOf(typed, context().words, groups).replace(/[\n\ufffc]/gu, ' ')
  return matchCase ? typed : withCapitalsOf(context().words, typed)
}

/** “Tbe” gives “The”, “TBE” gives “THE”; what was typed with a capital of its own stays as it is. */
function withCapitalsOf(words: string, typed: string): string {
  if (typed !== typed.toLowerCase()) return typed
  const letters = [...words].filter((letter) => letter.toLowerCase() !== letter.toUpperCase())
  const isCapital = (letter: string | undefined) => letter !== undefined && letter !== letter.toLowerCase()
  if (letters.length > 1 && letters.every(isCapital)) return typed.toUpperCase()
  return isCapital([...words][0]) ? typed.replace(/^./u, (first) => first.toUpperCase()) : typed
}
