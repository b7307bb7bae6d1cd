import type { Node } from 'prosemirror-model'
import { hostsOf } from './hosts.ts'

/** Where a margin object is anchored. */
export interface AnchorPlace {
  /** The index of its page. */
  readonly page: number
  /** Its place within the content of the body, counted as ProseMirror does; -1: the page itself. */
  readonly at: number
  /** The note on whose words alone it is anchored: its place is that of the note. */
  readonly host?: string
}

type Anchors = readonly (readonly [note: string, at: number])[]

const known = new WeakMap<Node, Anchors>()

/**
 * The margin objects that a page, a block or a note anchors, each with its place after the node's start, in the order of the text. Nodes never
 * change, so each is walked once: of a page in which one word was typed, one block.
 */
export function anchorsIn(node: Node): Anchors {
  const before = known.get(node)
  if (before) return before
  const found: (readonly [string, number])[] = []
  node.forEach((inner, at) => {
    if (inner.isText || inner.isLeaf) found.push(...anchorsAt(inner).map((note) => [note, at] as const))
    else found.push(...anchorsIn(inner).map(([note, within]) => [note, at + 1 + within] as const))
  })
  known.set(node, found)
  return found
}

function anchorsAt(run: Node): readonly string[] {
  const passages = run.marks.flatMap((mark) =>
    mark.type.name === 'passage' && mark.attrs.note ? [mark.attrs.note as string] : [],
  )
  return run.type.name === 'point' && run.attrs.note ? [run.attrs.note, ...passages] : passages
}

const places = new WeakMap<Node, ReadonlyMap<string, AnchorPlace>>()

/**
 * Where each margin object stands: at its first point or passage in the text; without one, on the page, or the whole paper, that it names;
 * without that, on the note in whose words it is anchored (`hostsOf`). What is drawn on a whole paper, and what has lost its anchor, is not told.
 */
export function anchorPlaces(doc: Node): ReadonlyMap<string, AnchorPlace> {
  const before = places.get(doc)
  if (before) return before
  const found = new Map<string, AnchorPlace>()
  const pages = new Map<string, number>()
  const papers = new Set<string>([(doc.attrs.paper as { readonly id: string } | null)?.id ?? ''])
  doc.firstChild!.forEach((page, offset, index) => {
    pages.set(page.attrs.id, index)
    for (const id of divisionsOf(page)) papers.add(id)
    for (const [note, at] of anchorsIn(page)) if (!found.has(note)) found.set(note, { page: index, at: offset + at })
  })
  const candidates = new Map<string, string[]>()
  const onPapers = new Set<string>()
  const objects = doc.lastChild!.children
  for (const { attrs } of objects) {
    const page = pages.get(attrs.page ?? '')
    if (found.has(attrs.id)) continue
    if (page !== undefined) found.set(attrs.id, { page, at: -1 })
    else if (attrs.paper !== null && papers.has(attrs.paper)) onPapers.add(attrs.id)
  }
  for (const note of objects) {
    if (note.type.name !== 'note') continue
    for (const [id] of anchorsIn(note))
      if (id !== note.attrs.id && !found.has(id) && !onPapers.has(id))
        candidates.set(id, [...(candidates.get(id) ?? []), note.attrs.id])
  }
  const hosts = hostsOf(candidates)
  for (const [id, host] of hosts) {
    let last = host
    while (hosts.has(last)) last = hosts.get(last)!
    const place = found.get(last)
    if (place) found.set(id, { ...place, host })
  }
  places.set(doc, found)
  return found
}

const divisions = new WeakMap<Node, readonly string[]>()

/** Ids of the papers that begin on a page. */
export function divisionsOf(page: Node): readonly string[] {
  let ids = divisions.get(page)
  if (!ids) {
    ids = page.children.flatMap(({ type, attrs }) => (type.name === 'division' ? [attrs.id as string] : []))
    divisions.set(page, ids)
  }
  return ids
}
