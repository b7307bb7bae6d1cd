import type { SourceRange } from '../model/source.ts'
import { isBlank } from './blank.ts'

/** A stretch of an original, and where it begins in the words put together. */
export interface SourcePiece {
  readonly at: number
  readonly range: SourceRange
}

/**
 * The machine's words for an ordered list of stretches. Where two were parted by blanks, by a page or by another original, a line end
 * stands between them.
 */
export function machineWords(
  source: readonly SourceRange[],
  texts: readonly string[],
): { readonly was: string; readonly pieces: readonly SourcePiece[] } {
  const pieces: SourcePiece[] = []
  let was = ''
  for (const range of source) {
    const [original, start, end] = range
    const words = (texts[original] ?? '').slice(start, end)
    const last = pieces.at(-1)?.range
    if (last && isParted(last, range, texts) && !isBlank(was.slice(-1) || ' ') && !isBlank(words.charAt(0) || ' ')) was += '\n'
    pieces.push({ at: was.length, range })
    was += words
  }
  return { was, pieces }
}

/** Signs that were cut out of a word leave it one word; anything with a blank in it does not. */
function isParted([before, , end]: SourceRange, [after, start]: SourceRange, texts: readonly string[]): boolean {
  if (before !== after || start < end) return true
  return Array.from((texts[after] ?? '').slice(end, start)).some(isBlank)
}
