import { isBlank } from '../../text/blank.ts'
import type { Line } from '../../text/lines.ts'

export type LineSign = '-' | '*' | '#' | '>'

/** The sign at the start of a line that stands for structure, if there is one: which, where it begins, and where the line's words begin. */
export interface Sign {
  readonly kind: LineSign
  readonly start: number
  readonly end: number
}

const SIGN = /^(?:-|\*|>|#{1,6})$/

/** Reads `- `, `* `, `# ` (to six) or `> ` at the start of a line, before words. A sign alone on its line is text. */
export function signOf(text: string, line: Line): Sign | null {
  let start = line.start
  while (start < line.end && isBlank(text.charAt(start))) start += 1
  let end = start
  while (end < line.end && end - start < 7 && !isBlank(text.charAt(end))) end += 1
  if (!SIGN.test(text.slice(start, end))) return null
  const kind = text.charAt(start) as LineSign
  const after = end
  while (end < line.end && isBlank(text.charAt(end))) end += 1
  return end > after && end < line.end ? { kind, start, end } : null
}

/** Pairs of `**` around words within a stretch of one line. Rows of three and more stars are no signs. */
export function boldPairs(text: string, start: number, end: number): readonly (readonly [open: number, close: number])[] {
  const pairs: [number, number][] = []
  let open: number | null = null
  for (let at = text.indexOf('**', start); at >= 0 && at + 2 <= end; ) {
    let after = at
    while (after < end && text.charAt(after) === '*') after += 1
    if (after - at === 2) {
      const closes = open !== null && at > open + 2 && !isBlank(text.charAt(at - 1))
      if (closes) {
        pairs.push([open!, at])
        open = null
      } else if (after < end && !isBlank(text.charAt(after))) open = at
    }
    at = text.indexOf('**', after)
  }
  return pairs
}

/** Backslashes that stand before a sign so that it is read as a character. */
export function escapesIn(text: string, start: number, end: number): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf('\\', start); at >= 0 && at + 1 < end; ) {
    const escapes = /[!-/:-@[-`{-~]/.test(text.charAt(at + 1))
    if (escapes) found.push(at)
    at = text.indexOf('\\', at + (escapes ? 2 : 1))
  }
  return found
}
