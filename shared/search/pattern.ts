import { done, failed, type Result } from '../model/result.ts'
import { DIVISION_SIGNS } from '../text/divided.ts'
import { fold } from './fold.ts'
import type { Query } from './query.ts'

/**
 * The words as a pattern over a folded text (`foldingOf`): of letters alone, so that it never takes more time than the text is long. A
 * blank stands for blanks and line ends; between two letters a line end may stand, with or without a sign of division; after a hyphen
 * too. Null for no words. A regular expression is taken as it is, over the text as it is; one that cannot be read is refused with the reason.
 */
export function patternOf(query: Query): Result<RegExp | null, 'not-an-expression'> {
  const { words, wholeWords, regular } = query
  if (regular) return words === '' ? done(null) : expression(words, wholeWords, query.matchCase ? 'gu' : 'giu')
  const folding = foldingOf(query)
  const parts = words.trim().split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return done(null)
  const literal = parts.map((part) => literally(fold(part, folding).text, folding.exact)).join('\\s+')
  return done(new RegExp(bounded(literal, wholeWords, folding.exact), 'gu'))
}

/** How a text is folded for a query. Words of signs that folding takes away are looked for as they are. */
export function foldingOf({ words, matchCase, exact }: Query): { readonly matchCase: boolean; readonly exact: boolean } {
  const isSeen = words.split(/\s+/u).every((part) => part === '' || fold(part, { matchCase, exact: false }).text !== '')
  return { matchCase, exact: exact === true || !isSeen }
}

function literally(part: string, exact: boolean): string {
  const divided = exact ? `(?:[${DIVISION_SIGNS}]?\\n)?` : '(?:-?\\n)?'
  const signs = [...part]
  return signs
    .map((sign, at) => {
      const literal = sign.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
      if (sign === '-') return at + 1 < signs.length ? '-\\n?' : sign
      return isLetter(sign) && isLetter(signs[at + 1] ?? '') ? literal + divided : literal
    })
    .join('')
}

const isLetter = (sign: string) => /^[\p{L}\p{M}]/u.test(sign)

function expression(words: string, wholeWords: boolean, flags: string): Result<RegExp, 'not-an-expression'> {
  try {
    return done(new RegExp(bounded(`(?:${new RegExp(words, 'u').source})`, wholeWords, false), flags))
  } catch (error) {
    const why = (error instanceof Error ? error.message : '').replace(/^.*\/[a-z]*: /su, '')
    return failed('not-an-expression', `This is no regular expression yet (${why}). Nothing was looked for.`)
  }
}

function bounded(pattern: string, wholeWords: boolean, exact: boolean): string {
  // a mark belongs to the letter before it
  const whole = exact ? `${pattern}(?!\\p{M})` : pattern
  if (!wholeWords) return whole
  const sign = exact ? `[${DIVISION_SIGNS}]` : '-'
  const letter = '[\\p{L}\\p{N}\\p{M}]'
  return `(?<!${letter}|\\p{L}\\p{M}*${sign}\\n)${whole}(?!${letter}|${sign}\\n\\p{L})`
}
