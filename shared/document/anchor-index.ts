import type { Node } from 'prosemirror-model'
import { anchorPlaces, hostsIn } from '../schema/anchor-places.ts'
import { paperIndexAt, papersIn } from '../schema/papers.ts'
import { bodyOf, objectsOf } from './access.ts'

/** Where one object of the margin stands. */
export interface Standing {
  /** What it is anchored to: a point or words of the text, a page, a whole paper, the words of a note; null where it has lost its anchor. */
  readonly on: 'text' | 'page' | 'paper' | 'note' | null
  /** The page that it is drawn on; null where it is drawn on a whole paper, or has lost its anchor. */
  readonly page: string | null
  /** Where in the document its anchor is: a point, the first of its words, or right inside the page; null as for the page. */
  readonly pos: number | null
  /** The paper that it stands on: of its anchor, or the one that it is drawn on; null where it has lost its anchor. */
  readonly paper: string | null
  /** The note on whose words alone it is anchored, or null. */
  readonly host: string | null
}

/** Where every object of the margin stands, by its id: the one answer for file, window, commands, search and command line (decision 0017). */
export type AnchorIndex = ReadonlyMap<string, Standing>

const known = new WeakMap<Node, AnchorIndex>()

/** The index of a document. Made when it is asked for; pages that nobody changed are known from before. */
export function anchorIndexOf(doc: Node): AnchorIndex {
  const before = known.get(doc)
  if (before) return before
  const papers = papersIn(doc)
  const ids = new Set(papers.map(({ paper }) => paper.id))
  const starts: number[] = []
  bodyOf(doc).forEach((_page, offset) => void starts.push(offset + 2))
  const places = anchorPlaces(doc)
  const hosts = hostsIn(doc)
  const papersStated = new Map<string, unknown>(objectsOf(doc).map(({ attrs }) => [attrs.id, attrs.paper]))
  const index = new Map<string, Standing>()
  for (const { attrs } of objectsOf(doc)) {
    const place = places.get(attrs.id)
    if (!place) {
      let last: string = attrs.id
      while (hosts.has(last)) last = hosts.get(last)!
      const stated = papersStated.get(last)
      const paper = typeof stated === 'string' && ids.has(stated) ? stated : null
      const host = hosts.get(attrs.id) ?? null
      index.set(attrs.id, { on: host !== null ? 'note' : paper !== null ? 'paper' : null, page: null, pos: null, paper, host })
      continue
    }
    const pos = place.at >= 0 ? place.at + 2 : starts[place.page]!
    const paper = papers[paperIndexAt(papers, pos)]!.paper.id
    const page: string = bodyOf(doc).child(place.page).attrs.id
    const host = place.host ?? null
    index.set(attrs.id, { on: host !== null ? 'note' : place.at >= 0 ? 'text' : 'page', page, pos, paper, host })
  }
  known.set(doc, index)
  return index
}

/** The id of the page beside which an object stands, or on which the paper begins that it is drawn on; null where it has lost its anchor. */
export function pageBeside(doc: Node, id: string): string | null {
  const stands = anchorIndexOf(doc).get(id)
  if (!stands || stands.page !== null || stands.paper === null) return stands?.page ?? null
  return doc.resolve(startOfPaper(doc, stands.paper)).node(2).attrs.id
}

/** Where a paper begins: its division, or the head of the first page. */
export function startOfPaper(doc: Node, id: string | null): number {
  return papersIn(doc).find(({ paper }) => paper.id === id)!.pos ?? 2
}
