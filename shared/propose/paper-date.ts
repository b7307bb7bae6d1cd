import type { Node } from 'prosemirror-model'
import { bodyOf, isBlock, isMargin } from '../document/access.ts'
import { anchorIndexOf } from '../document/anchor-index.ts'
import { paperIndexAt, papersIn } from '../schema/papers.ts'
import { readDates } from './read-date.ts'

/** The date of the paper that a position lies in, and where it is known from. */
export interface PaperDate {
  /** ISO 8601. */
  readonly when: string
  readonly from: 'the paper’s date' | 'the dateline'
}

/**
 * When the paper of a position was written, as far as it can be known without inferring anything: from what is stated of the paper, else
 * from its first dateline that gives a whole date. A note belongs to the paper that its anchor lies in.
 */
export function paperDateAt(doc: Node, pos: number): PaperDate | null {
  const papers = papersIn(doc)
  const index = paperIndexAt(papers, inText(doc, pos))
  const { paper, pos: start } = papers[index]!
  const stated = paper.date === null ? undefined : readDates(paper.date, null)[0]
  if (stated) return { when: stated.when, from: 'the paper’s date' }
  const end = papers[index + 1]?.pos ?? bodyOf(doc).nodeSize
  let found: PaperDate | null = null
  doc.nodesBetween(start ?? 0, end, (node, at) => {
    if (found !== null || isMargin(node)) return false
    if (!isBlock(node)) return true
    if ((node.attrs.role === 'dateline' || node.attrs.role === 'date-time') && at >= (start ?? 0) && at < end) {
      const [reading] = readDates(node.textBetween(0, node.content.size, ' ', ' '), null)
      if (reading && reading.when.length === 10) found = { when: reading.when, from: 'the dateline' }
    }
    return false
  })
  return found
}

/** The position itself, or where the note that it stands in is anchored. */
function inText(doc: Node, pos: number): number {
  if (pos < bodyOf(doc).nodeSize) return pos
  return anchorIndexOf(doc).get(doc.resolve(pos).node(2).attrs.id)?.pos ?? 0
}
