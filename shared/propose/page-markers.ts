import { trimmed } from '../text/blank.ts'
import { type Line, linesIn } from '../text/lines.ts'

/** A line of a machine transcript that looks as if it told of a page and were no text of it. A proposal only. */
export interface PageMarker {
  /** The line from its first to its last character that is not blank, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly kind: 'page-number' | 'running-head'
  /** The number that it tells, as it stands there; null where it tells none. */
  readonly page: string | null
}

/** Whole lines that tell of a page, each style with its number; what only begins so, or stands in the middle of a line, is text. */
const STYLES: readonly RegExp[] = [
  /^-{2,}\s*page\s+(\d+)\s*-{2,}$/i,
  /^={2,}\s*page\s+(\d+)\s*={2,}$/i,
  /^\[\s*(?:page|p\.|pp?)\s*(\d+)\s*\]$/i,
  /^#{1,6}\s*page\s+(\d+)$/i,
  /^page\s+(\d+)\s+of\s+\d+$/i,
  /^page\s+(\d+)$/i,
  /^page\s+(\d+)\s{2,}\S.*\b\d+\s+of\s+\d+$/i,
  /^[-–—]\s+(\d+)\s+[-–—]$/,
  /^<pb\b[^<>]*\bn="([^"<>]*)"[^<>]*\/?>$/,
]

/** A number alone is one only where it is set in as far as the middle of a line. */
const SET_IN = 12

/** The lines that look like page numbers in any of the common styles, and the running heads: first lines of pages that say the same, misread letters and numbers apart. In the order of the text. */
export function pageMarkers(text: string): readonly PageMarker[] {
  const lines = linesIn(text)
  const numbers = lines.flatMap((line): PageMarker[] => {
    const words = wordsOf(text, line)
    const page = words && pageOf(text, line, words)
    return words && page ? [{ start: words[0], end: words[1], kind: 'page-number', page }] : []
  })
  const known = new Set(numbers.map(({ start }) => start))
  return [...numbers, ...runningHeads(text, lines).filter(({ start }) => !known.has(start))].sort((a, b) => a.start - b.start)
}

function pageOf(text: string, line: Line, [start, end]: readonly [number, number]): string | null {
  const words = text.slice(start, end)
  for (const style of STYLES) {
    const found = style.exec(words)
    if (found) return found[1]!
  }
  return /^\d{1,4}$/.test(words) && start - line.start >= SET_IN ? words : null
}

function runningHeads(text: string, lines: readonly Line[]): readonly PageMarker[] {
  const firsts = lines.flatMap((line, nth): { words: readonly [number, number]; says: string }[] => {
    const words = wordsOf(text, line)
    const begins = nth === 0 || text.slice(line.start, line.end).includes('\f')
    return words && begins ? [{ words, says: folded(text.slice(...words)) }] : []
  })
  return firsts
    .filter(({ says }) => says.length > 3 && firsts.filter((other) => other.says === says).length > 1)
    .map(({ words: [start, end] }): PageMarker => {
      const page = /^\d+\b|\b\d+$/.exec(text.slice(start, end))?.[0] ?? null
      return { start, end, kind: 'running-head', page }
    })
}

/** Without numbers and blanks; letters that are misread for each other are one. */
function folded(words: string): string {
  return words
    .replace(/^\d+\b|\b\d+$/g, '')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase()
    .replace(/[l1|]/g, 'i')
    .replace(/0/g, 'o')
}

const wordsOf = (text: string, { start, end }: Line) => trimmed(text, start, end)
