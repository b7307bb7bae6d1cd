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
  /** Whether such a line may stand on the paper; a sign such as `--- Page 4 ---` comes from whatever made the transcript. */
  readonly onPaper: boolean
}

interface Style {
  readonly says: RegExp
  readonly onPaper: boolean
}

const sign = (says: RegExp): Style => ({ says, onPaper: false })
const typed = (says: RegExp): Style => ({ says, onPaper: true })

/** Whole lines that tell of a page, each style with its number; what only begins so, or stands in the middle of a line, is text. */
const STYLES: readonly Style[] = [
  sign(/^-{2,}\s*page\s+(\d+)\s*-{2,}$/i),
  sign(/^={2,}\s*page\s+(\d+)\s*={2,}$/i),
  sign(/^\[\s*(?:page|p\.|pp?)\s*(\d+)\s*\]$/i),
  sign(/^#{1,6}\s*page\s+(\d+)$/i),
  typed(/^page\s+(\d+)\s+of\s+\d+$/i),
  typed(/^page\s+(\d+)$/i),
  typed(/^page\s+(\d+)\s{2,}\S.*\b\d+\s+of\s+\d+$/i),
  typed(/^[-–—]\s+(\d+)\s+[-–—]$/),
  sign(/^<pb\b[^<>]*\bn="([^"<>]*)"[^<>]*\/?>$/),
]

/** A number alone is one only where it is set in as far as the middle of a line. */
const SET_IN = 12

/** What every such line begins with: spares most lines a look at each style. */
const BEGINS = /^[-=[#<–—\dp]/i

/** A longer line tells of no page. */
const LONGEST = 200

/** The lines that look like page numbers in any of the common styles, and the running heads: first lines of pages that say the same, misread letters and numbers apart. In the order of the text. */
export function pageMarkers(text: string): readonly PageMarker[] {
  const lines = linesIn(text)
  const numbers = lines.flatMap((line): PageMarker[] => {
    const words = wordsOf(text, line)
    const told = words && pageOf(text, line, words)
    return words && told ? [{ start: words[0], end: words[1], kind: 'page-number', ...told }] : []
  })
  const known = new Set(numbers.map(({ start }) => start))
  return [...numbers, ...runningHeads(text, lines, known)].sort((a, b) => a.start - b.start)
}

function pageOf(text: string, line: Line, [start, end]: readonly [number, number]): Pick<PageMarker, 'page' | 'onPaper'> | null {
  if (end - start > LONGEST) return null
  const words = text.slice(start, end)
  if (!BEGINS.test(words)) return null
  for (const { says, onPaper } of STYLES) {
    const found = says.exec(words)
    if (found) return { page: found[1]!, onPaper }
  }
  return /^\d{1,4}$/.test(words) && start - line.start >= SET_IN ? { page: words, onPaper: true } : null
}

/** `numbers`: where the lines begin that tell a page's number; what follows one is the first line of a page, as what follows a form feed is. */
function runningHeads(text: string, lines: readonly Line[], numbers: ReadonlySet<number>): readonly PageMarker[] {
  const firsts: { words: readonly [number, number]; says: string }[] = []
  let begins = true
  for (const line of lines) {
    begins ||= text.slice(line.start, line.end).includes('\f')
    const words = wordsOf(text, line)
    if (words && numbers.has(words[0])) begins = true
    else if (words) {
      if (begins && words[1] - words[0] <= LONGEST) firsts.push({ words, says: folded(text.slice(...words)) })
      begins = false
    }
  }
  const often = new Map<string, number>()
  for (const { says } of firsts) often.set(says, (often.get(says) ?? 0) + 1)
  return firsts
    .filter(({ says }) => says.length > 3 && often.get(says)! > 1)
    .map(({ words: [start, end] }): PageMarker => {
      const page = /^\d+\b|\b\d+$/.exec(text.slice(start, end))?.[0] ?? null
      return { start, end, kind: 'running-head', page, onPaper: true }
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
