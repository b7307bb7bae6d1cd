import { done, failed, type Result } from '../model/result.ts'
import type { Query } from './query.ts'

/** A text as it is searched, and for each of its units where it stood. */
export interface Folded {
  readonly text: string
  /** The unit of the text before that a unit of this one stands for. */
  readonly at: (unit: number) => number
}

/** A word divided at a line end: the sign stands for the hyphen, the line end and the blanks about it. */
const DIVIDED = '\u00ad'
const DIVISION = /(?<=\p{L})-[^\S\n]*\n\s*(?=\p{L})/gu

/** Makes one word of each that was divided at a line end. */
export function foldDivided(text: string): Folded {
  if (!text.includes('-')) return { text, at: (unit) => unit }
  const cuts: { readonly from: number; readonly shift: number }[] = []
  let shift = 0
  const folded = text.replace(DIVISION, (found, offset: number) => {
    cuts.push({ from: offset - shift + 1, shift: shift + found.length - 1 })
    shift += found.length - 1
    return DIVIDED
  })
  return { text: folded, at: (unit) => unit + (cuts.findLast(({ from }) => from <= unit)?.shift ?? 0) }
}

/**
 * The words as a pattern: of letters alone, so that it never takes more time than the text is long. A blank stands for blanks and line
 * ends, straight quotes for curly ones and the other way round; a word may be divided. Null for no words. A regular expression is taken as it
 * is; one that cannot be read is refused with the reason.
 */
export function patternOf({ words, matchCase, wholeWords, regular }: Query): Result<RegExp | null, 'not-an-expression'> {
  const flags = matchCase ? 'gu' : 'giu'
  if (regular) return words === '' ? done(null) : expression(words, wholeWords, flags)
  const parts = words.trim().split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return done(null)
  const literal = parts.map((part) => [...part].map(sign).join(`${DIVIDED}?`)).join('\\s+')
  return done(new RegExp(bounded(literal, wholeWords), flags))
}

function expression(words: string, wholeWords: boolean, flags: string): Result<RegExp, 'not-an-expression'> {
  try {
    return done(new RegExp(bounded(`(?:${new RegExp(words, 'u').source})`, wholeWords), flags))
  } catch (error) {
    const why = (error instanceof Error ? error.message : '').replace(/^.*\/[a-z]*: /su, '')
    return failed('not-an-expression', `This is no regular expression yet (${why}). Nothing was looked for.`)
  }
}

function bounded(pattern: string, wholeWords: boolean): string {
  const edge = `[\\p{L}\\p{N}${DIVIDED}]`
  return wholeWords ? `(?<!${edge})${pattern}(?!${edge})` : pattern
}

function sign(letter: string): string {
  if (/['’‘]/.test(letter)) return "['’‘]"
  if (/["“”]/.test(letter)) return '["“”]'
  if (letter === '-') return `[-${DIVIDED}]`
  return letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
