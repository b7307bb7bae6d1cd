import type { Node } from 'prosemirror-model'
import { hostsOf } from './hosts.ts'
import { divisionsIn } from './papers.ts'

/** Where a margin object is anchored. */
export interface AnchorPlace {
  /** The index of its page. */
  readonly page: number
  /** Its place within the content of the body, counted as ProseMirror does; -1: the page itself. */
  readonly at: number
  /** The note on whose words alone it is anchored: its place is that of the note. */
  readonly host?: string
}

/** A point, or a run of words of a passage. */
export interface Anchor {
  /** The object of the margin that is anchored there. */
  readonly note: string
  /** Its place after the start of the node that was asked. */
  readonly at: number
  /** The passage that the words are of; null: a point. */
  readonly passage: string | null
}

const known = new WeakMap<Node, readonly Anchor[]>()

/**
 * What a page, a block or a note anchors, in the order of the text: of a passage every run. Nodes never
 * change, so each is walked once: of a page in which one word was typed, one block.
 */
export function anchorsIn(node: Node): readonly Anchor[] {
  const before = known.get(node)
  if (before) return before
  const found: Anchor[] = []
  node.forEach((inner, at) => {
    if (inner.isText || inner.isLeaf) found.push(...anchorsAt(inner, at))
    else for (const one of anchorsIn(inner)) found.push({ ...one, at: at + 1 + one.at })
  })
  known.set(node, found)
  return found
}

function anchorsAt(run: Node, at: number): readonly Anchor[] {
  const passages = run.marks.flatMap((mark): readonly Anchor[] =>
    mark.type.name === 'passage' && mark.attrs.note ? [{ note: mark.attrs.note, at, passage: mark.attrs.id }] : [],
  )
  return run.type.name === 'point' && run.attrs.note ? [{ note: run.attrs.note, at, passage: null }, ...passages] : passages
}

interface Places {
  readonly places: ReadonlyMap<string, AnchorPlace>
  readonly hosts: ReadonlyMap<string, string>
}

const places = new WeakMap<Node, Places>()

/**
 * Where each margin object stands: at its first point or passage in the text; without one, on the page, or the whole paper, that it names;
 * without that, on the note in whose words it is anchored (`hostsOf`). What is drawn on a whole paper, and what has lost its anchor, is not told.
 */
export function anchorPlaces(doc: Node): ReadonlyMap<string, AnchorPlace> {
  return placesOf(doc).places
}

/** Of the objects that are anchored in the words of notes alone, each with the note that it stands on; that may be drawn on a whole paper, or be lost. */
export function hostsIn(doc: Node): ReadonlyMap<string, string> {
  return placesOf(doc).hosts
}

function placesOf(doc: Node): Places {
  const before = places.get(doc)
  if (before) return before
  const found = new Map<string, AnchorPlace>()
  const pages = new Map<string, number>()
  const papers = new Set<string>([(doc.attrs.paper as { readonly id: string } | null)?.id ?? ''])
  doc.firstChild!.forEach((page, offset, index) => {
    pages.set(page.attrs.id, index)
    for (const { node } of divisionsIn(page)) papers.add(node.attrs.id)
    for (const { note, at } of anchorsIn(page)) if (!found.has(note)) found.set(note, { page: index, at: offset + at })
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
    for (const { note: id } of anchorsIn(note))
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
  const all = { places: found, hosts }
  places.set(doc, all)
  return all
}
