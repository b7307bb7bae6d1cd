import type { Node } from 'prosemirror-model'
import { emptyPaper } from '../model/paper.ts'
import type { Paper } from '../model/transcript.ts'

/** A paper of a document. `pos` is its division's position; null for the first, which begins where the text begins. */
export interface PaperPlace {
  readonly paper: Paper
  readonly pos: number | null
}

/** What a division says of the paper that begins there. */
export function paperOf(division: Node): Paper {
  return { ...emptyPaper(division.attrs.id), ...(division.attrs.paper as Paper | null), id: division.attrs.id }
}

const divisions = new WeakMap<Node, readonly { readonly node: Node; readonly at: number }[]>()

/** The divisions of a page, each with its place within it. Pages never change, so each is looked at once. */
export function divisionsIn(page: Node): readonly { readonly node: Node; readonly at: number }[] {
  const before = divisions.get(page)
  if (before) return before
  const found: { node: Node; at: number }[] = []
  page.forEach((node, at) => {
    if (node.type.name === 'division') found.push({ node, at })
  })
  divisions.set(page, found)
  return found
}

/** The papers of a document in reading order. Looks at the children of pages, no deeper. */
export function papersIn(doc: Node): readonly PaperPlace[] {
  const first = doc.attrs.paper as Paper | null
  const papers: PaperPlace[] = [{ paper: first ?? emptyPaper(''), pos: null }]
  doc.firstChild!.forEach((page, pageAt) => {
    for (const { node, at } of divisionsIn(page)) papers.push({ paper: paperOf(node), pos: 1 + pageAt + 1 + at })
  })
  return papers
}

/** The number (from 0) of the paper that a position of the text lies in. A page whose first thing is a division belongs to that paper. */
export function paperIndexAt(papers: readonly PaperPlace[], pos: number): number {
  return papers.findLastIndex((one) => one.pos === null || one.pos <= pos)
}
