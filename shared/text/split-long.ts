import { isBlank, trimmed } from './blank.ts'

/** A textblock is cut at this length (UTF-16 units) where text comes in, so that one key never costs more than a moment. */
export const LONGEST_BLOCK = 10_000

/** What one block or note may hold at most, in UTF-16 units: a file with more is not opened. */
export const LONGEST_TEXTBLOCK = 100_000

/**
 * Cuts a stretch into pieces of at most `limit` UTF-16 units, each from its first to its last non-blank character: at the last line end
 * that fits, else at the last blank, else where it must be, never inside a surrogate pair.
 */
export function splitLong(
  text: string,
  start: number,
  end: number,
  limit: number,
): readonly (readonly [start: number, end: number])[] {
  const pieces: (readonly [number, number])[] = []
  let from = start
  while (end - from > limit) {
    const cut = cutBefore(text, from, from + limit)
    const piece = trimmed(text, from, cut)
    if (piece) pieces.push(piece)
    from = trimmed(text, cut, end)?.[0] ?? end
  }
  const rest = trimmed(text, from, end)
  if (rest) pieces.push(rest)
  return pieces
}

function cutBefore(text: string, from: number, most: number): number {
  const isLineEnd = (at: number) => text.charAt(at) === '\n' || text.charAt(at) === '\r'
  for (const fits of [isLineEnd, (at: number) => isBlank(text.charAt(at))]) {
    for (let at = most; at > from; at -= 1) if (fits(at)) return at
  }
  const low = text.charCodeAt(most)
  const high = text.charCodeAt(most - 1)
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff && most - 1 > from ? most - 1 : most
}
