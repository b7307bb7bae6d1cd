import type { EditionLine, Inline } from './inline.ts'

/**
 * The paragraphs of a note: they end where it was lifted from another block, and at an empty line. The line ends between them are no part
 * of either.
 */
export function paragraphsOf({ items, annotations }: EditionLine): readonly EditionLine[] {
  const paragraphs: Inline[][] = [[]]
  for (let at = 0; at < items.length; ) {
    const end = endOfBreak(items, at)
    if (end > at) paragraphs.push([])
    else paragraphs.at(-1)!.push(items[at]!)
    at = Math.max(end, at + 1)
  }
  const own = paragraphs.filter((paragraph) => paragraph.length > 0)
  return own.length === 0 ? [{ items, annotations }] : own.map((paragraph) => ({ items: paragraph, annotations }))
}

/** Where the line ends that part two paragraphs here are over; `at` where none do. */
function endOfBreak(items: readonly Inline[], at: number): number {
  let end = at
  let lines = 0
  let parts = false
  for (let next = at; next < items.length; next++) {
    const item = items[next]!
    if (item.kind === 'lb') {
      lines += 1
      parts ||= item.paragraph === true
      end = next + 1
    } else if (lines === 0 || item.kind !== 'text' || item.text.trim() !== '') break
  }
  return parts || lines > 1 ? end : at
}
