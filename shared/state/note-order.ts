import type { Node } from 'prosemirror-model'
import { isDivision, isEditorNote, isNote, isPassage, isPoint, objectsOf, pagesOf } from '../document/access.ts'
import { hostsOf } from '../schema/hosts.ts'

/** What of a page the order of the notes needs: ids of objects anchored in it, each where its words end, and papers that begin inside it. */
interface PageAnchors {
  readonly first: string | null
  readonly items: readonly Found[]
  /** Several are anchored on the very same words: the order of the margin tells which is first. */
  readonly ties: boolean
}

const known = new WeakMap<Node, PageAnchors>()

/** Pages are kept as they are while nobody changes them, so that only the page that somebody types in is walked again. */
function anchorsOf(page: Node): PageAnchors {
  const before = known.get(page)
  if (before) return before
  const found: Found[] = []
  const ends = new Map<string, { at: number }>()
  page.forEach((child, offset, index) => {
    if (isDivision(child)) {
      if (index > 0) found.push({ paper: true, id: child.attrs.id, from: offset, at: offset })
      return
    }
    anchorsInLine(child, offset, ends, found)
  })
  const first = isDivision(page.firstChild) ? (page.firstChild.attrs.id as string) : null
  const items = found.sort((a, b) => a.at - b.at)
  const ties = items.some((item, at) => item.at === items[at - 1]?.at && item.from === items[at - 1]?.from)
  const anchors = { first, items, ties }
  known.set(page, anchors)
  return anchors
}

interface Found {
  readonly paper: boolean
  readonly id: string
  readonly from: number
  at: number
}

/** What is anchored in a line and nowhere before it (`ends`). */
function anchorsInLine(line: Node, offset: number, ends: Map<string, { at: number }>, found: Found[]): void {
  const inBlock = new Map<string, { at: number }>()
  line.forEach((run, within) => {
    const at = offset + within
    if (isPoint(run) && run.attrs.note && !ends.has(run.attrs.note)) {
      const entry = { paper: false, id: run.attrs.note as string, from: at, at }
      ends.set(entry.id, entry)
      found.push(entry)
    }
    for (const mark of run.marks) {
      const note: unknown = isPassage(mark) ? mark.attrs.note : null
      if (typeof note !== 'string') continue
      const going = inBlock.get(mark.attrs.id)
      // a note stands where its words end in their first block
      if (going) going.at = at
      if (ends.has(note)) continue
      const entry = { paper: false, id: note, from: at, at }
      ends.set(note, entry)
      inBlock.set(mark.attrs.id, entry)
      found.push(entry)
    }
  })
}

const inNotes = new WeakMap<Node, readonly string[]>()

/** Ids of what is anchored in the words of a note, in order. */
export function anchoredInNote(note: Node): readonly string[] {
  let ids = inNotes.get(note)
  if (!ids) {
    const found: Found[] = []
    if (isNote(note)) anchorsInLine(note, 0, new Map(), found)
    ids = found.sort((a, b) => a.at - b.at).map(({ id }) => id)
    inNotes.set(note, ids)
  }
  return ids
}

/** Objects of the margin in reading order, as editions have them: of a paper, of a page, then where their words end. */
export interface Order {
  readonly objects: readonly Node[]
  /** Ids of those drawn on a whole paper: an editor's note among them is its headnote. */
  readonly onPapers: ReadonlySet<string>
}

export function marginInOrder(doc: Node): Order {
  return inOrder(doc, objectsOf(doc))
}

/** The numbers of the editor's notes in reading order, over the whole document, as editions have them. A headnote has none. */
export function editorNumbers(doc: Node): ReadonlyMap<string, number> {
  const all = objectsOf(doc)
  const ours = all.filter(isEditorNote)
  if (ours.length === 0) return new Map()
  // those that stand on notes have their numbers with these
  return numbersIn(inOrder(doc, all.some((one) => anchoredInNote(one).length > 0) ? all : ours))
}

/** The same, where the order of all is at hand. */
export function numbersIn({ objects, onPapers }: Order): ReadonlyMap<string, number> {
  const numbered = objects.filter((object) => isEditorNote(object) && !onPapers.has(object.attrs.id))
  return new Map(numbered.map(({ attrs }, at) => [attrs.id as string, at + 1]))
}

const paperOf = (doc: Node) => (doc.attrs.paper as { readonly id: string } | null)?.id ?? null

function inOrder(doc: Node, objects: readonly Node[]): Order {
  const left = new Map(objects.map((object) => [object.attrs.id as string, object]))
  const pages = pagesOf(doc)
  const anchored = new Set<string>()
  const papers = new Set([paperOf(doc)])
  for (const page of pages) {
    const { first, items } = anchorsOf(page)
    papers.add(first)
    for (const { paper, id } of items) (paper ? papers : anchored).add(id)
  }
  const own = new Set(pages.map((page) => page.attrs.id as string))
  const { hosts, standing } = standingOnNotes(
    objects,
    (id, { attrs }) => !anchored.has(id) && !own.has(attrs.page ?? '') && !papers.has(attrs.paper ?? ''),
  )
  const onPapers = new Set<string>()
  const on = new Map<string, Node[]>()
  for (const object of objects) {
    const { id, page, paper } = object.attrs
    if (anchored.has(id) || hosts.has(id)) continue
    const isOnPaper = !own.has(page ?? '') && papers.has(paper ?? '')
    if (isOnPaper) onPapers.add(id)
    const place = isOnPaper ? paper : own.has(page ?? '') ? page : pages[0]!.attrs.id
    on.set(place, [...(on.get(place) ?? []), object])
  }
  const inMarginOrder = (items: readonly Found[]) => {
    const rank = new Map(objects.map(({ attrs }, at) => [attrs.id as string, at]))
    const rankOf = ({ id }: Found) => rank.get(id) ?? -1
    return [...items].sort((a, b) => a.at - b.at || a.from - b.from || rankOf(a) - rankOf(b))
  }
  const order: Node[] = []
  const put = (object: Node) => {
    order.push(object)
    for (const one of standing.get(object.attrs.id) ?? []) put(one)
  }
  const take = (place: string | null) => {
    const here = place === null ? [] : (on.get(place) ?? [])
    // what has lost its place is kept with the page, and stands before what was drawn on it
    const lost = ({ attrs }: Node) => Number(attrs.page === place)
    for (const one of here.sort((a, b) => lost(a) - lost(b))) put(one)
  }
  take(paperOf(doc))
  for (const page of pages) {
    const { first, items, ties } = anchorsOf(page)
    take(first)
    take(page.attrs.id)
    for (const { paper, id } of ties ? inMarginOrder(items) : items) {
      const object = paper ? undefined : left.get(id)
      if (paper) take(id)
      else if (object && left.delete(id)) put(object)
    }
  }
  return { objects: order, onPapers }
}

/** Which objects stand on the words of notes alone: on which, and what stands on each, in order. `may` tells of one whether it stands nowhere else. */
function standingOnNotes(objects: readonly Node[], may: (id: string, object: Node) => boolean) {
  const byId = new Map(objects.map((object) => [object.attrs.id as string, object]))
  const candidates = new Map<string, string[]>()
  for (const note of objects)
    for (const id of anchoredInNote(note)) {
      const object = byId.get(id)
      if (object && object !== note && may(id, object)) candidates.set(id, [...(candidates.get(id) ?? []), note.attrs.id])
    }
  const hosts = hostsOf(candidates)
  const standing = new Map<string, readonly Node[]>()
  for (const note of objects) {
    const own = anchoredInNote(note).filter((id) => hosts.get(id) === note.attrs.id)
    if (own.length > 0)
      standing.set(
        note.attrs.id,
        own.map((id) => byId.get(id)!),
      )
  }
  return { hosts, standing }
}
