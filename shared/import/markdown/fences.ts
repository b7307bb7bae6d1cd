import { type Line, linesIn } from '../../text/lines.ts'
import type { Reach } from '../read-blocks.ts'

/** Where front matter stands at the head of a text: from `---` to its closing `---` or `...`, with lines of keys, or nothing, between; else null. */
export function frontMatter(text: string, end: number): Reach | null {
  const [first, second] = linesIn(text, 0, end)
  const isEmpty = first && second && wordsOf(text, first) === '---' && /^(?:---|\.\.\.)$/.test(wordsOf(text, second))
  return isEmpty ? [0, second.end] : frontMatterWithKeys(text, end)
}

/** The same without what is empty. */
export function frontMatterWithKeys(text: string, end: number): Reach | null {
  const [first, ...rest] = linesIn(text, 0, end)
  if (!first || wordsOf(text, first) !== '---') return null
  let keys = 0
  for (const line of rest) {
    const words = wordsOf(text, line)
    if (words === '---' || words === '...') return keys > 0 ? [0, line.end] : null
    if (/^[\w.-]+:(?:\s|$)/.test(words)) keys += 1
    else if (!/^(?:\s+\S.*|- .*|#.*|)$/.test(words)) return null
  }
  return null
}

/** The lines that fence blocks in, in pairs by their index. A fence that is not closed is text. */
export function fencesIn(text: string, lines: readonly Line[]): readonly { readonly open: number; readonly close: number }[] {
  const found: { open: number; close: number }[] = []
  let open: { at: number; fence: string } | null = null
  let skipTo = -1
  for (let at = 0; at < lines.length; at += 1) {
    const words = wordsOf(text, lines[at]!)
    if (open === null) {
      const fence = /^ {0,3}(`{3,}|~{3,})(?!.*`)/.exec(words)?.[1]
      if (fence && at > skipTo) open = { at, fence }
    } else {
      const close = /^ {0,3}(`{3,}|~{3,})$/.exec(words)?.[1]
      if (close?.startsWith(open.fence)) {
        found.push({ open: open.at, close: at })
        open = null
      } else if (at === lines.length - 1) {
        // never closed: the lines after it are looked at once more
        skipTo = open.at
        at = open.at
        open = null
      }
    }
  }
  return found
}

const wordsOf = (text: string, { start, end }: Line) => text.slice(start, end).trimEnd()
