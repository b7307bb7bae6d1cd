import type { Node } from 'prosemirror-model'
import { emptyPaper } from '../model/paper.ts'
import type { Paper } from '../model/transcript.ts'
import { anchorsIn } from './document.ts'

/** A paper of a document. `pos` is its division's position; null for the first, which begins where the text begins. */
export interface PaperPlace {
  readonly paper: Paper
  readonly pos: number | null
}

/** What a division says of the paper that begins there. */
export function paperOf(division: Node): Paper {
  return { ...emptyPaper(division.attrs.id), ...(division.attrs.paper as Paper | null), id: division.attrs.id }
}

/** The papers of a document in reading order. Looks at the children of pages, no deeper. */
export function papersIn(doc: Node): readonly PaperPlace[] {
  const first = doc.attrs.paper as Paper | null
  const papers: PaperPlace[] = [{ paper: first ?? emptyPaper(''), pos: null }]
  doc.firstChild!.forEach((page, pageAt) => {
    page.forEach((child, at) => {
      if (child.type.name === 'division') papers.push({ paper: paperOf(child), pos: 1 + pageAt + 1 + at })
    })
  })
  return papers
}

/** The number (from 0) of the paper that a position of the text lies in. A page whose first thing is a division belongs to that paper. */
export function paperIndexAt(papers: readonly PaperPlace[], pos: number): number {
  return papers.findLastIndex((one) => one.pos === null || one.pos <= pos)
}

/** Where a margin object is anchored in the text, or null where its anchor is lost or is a whole paper. */
export function anchorOf(doc: Node, id: string, page: unknown, seen: ReadonlySet<string> = new Set()): number | null {
  let found: number | null = null
  doc.firstChild!.descendants((node, at) => {
    if (found !== null) return false
    if (node.type.name === 'page') {
      // inside the page: one that begins with a division belongs to that paper
      if (node.attrs.id === page) found = at + 2
      return found === null
    }
    const here =
      (node.type.name === 'point' && node.attrs.note === id) ||
      node.marks.some((mark) => mark.type.name === 'passage' && mark.attrs.note === id)
    if (here) found = at + 1
    return found === null
  })
  return found ?? placeOfHost(doc, id, new Set([...seen, id]))
}

/** What stands on a note stands where that note is. */
function placeOfHost(doc: Node, id: string, seen: ReadonlySet<string>): number | null {
  const host = doc.lastChild!.children.find(
    (note) => note.type.name === 'note' && !seen.has(note.attrs.id) && anchorsIn(note).some(([anchored]) => anchored === id),
  )
  return host ? anchorOf(doc, host.attrs.id, host.attrs.page, seen) : null
}
