import type { Node } from 'prosemirror-model'
import { anchorsIn, hostsIn } from '../schema/anchor-places.ts'
import { isByHand } from '../vocabulary/margin.ts'
import { bodyOf, firstPaperOf, isDivision, isEditorNote, isNote, nameOf, objectsOf, pagesOf } from './access.ts'

/** What of a page the order of the notes needs: ids of objects anchored in it, each where its words end, and papers that begin inside it. */
interface PageAnchors {
  readonly first: string | null
  /** Also passages that go on from a page before. */
  readonly items: readonly AnchorEnd[]
  /** Several are anchored on the very same words: the order of the margin tells which is first. */
  readonly ties: boolean
}

const known = new WeakMap<Node, PageAnchors>()

/** Pages are kept as they are while nobody changes them, so that only the page that somebody types in is walked again. */
function anchorsOf(page: Node): PageAnchors {
  const before = known.get(page)
  if (before) return before
  const found: AnchorEnd[] = []
  const met = new Set<string>()
  const going = new Map<string, AnchorEnd>()
  page.forEach((child, offset, index) => {
    if (isDivision(child)) {
      if (index > 0) found.push({ paper: true, id: child.attrs.id, passage: null, isFirst: true, from: offset, at: offset })
      return
    }
    takeAnchors(child, offset, met, going, found)
  })
  const first = isDivision(page.firstChild) ? (page.firstChild.attrs.id as string) : null
  const items = found.sort((a, b) => a.at - b.at)
  const ties = items.some((item, at) => item.at === items[at - 1]?.at && item.from === items[at - 1]?.from)
  const anchors = { first, items, ties }
  known.set(page, anchors)
  return anchors
}

interface AnchorEnd {
  readonly paper: boolean
  readonly id: string
  /** The passage that it is; null: a point, or a paper. */
  readonly passage: string | null
  /** Whether nothing of its object stands before it, here. */
  readonly isFirst: boolean
  readonly from: number
  /** Where its last words begin. */
  at: number
}

/** What is anchored in a line: a passage once, as far as it goes (`going`); `met`: objects before it. */
function takeAnchors(line: Node, offset: number, met: Set<string>, going: Map<string, AnchorEnd>, found: AnchorEnd[]): void {
  for (const { note, at: within, passage } of anchorsIn(line)) {
    const at = offset + within
    const before = passage === null ? undefined : going.get(passage)
    if (before) {
      before.at = at
      continue
    }
    const entry = { paper: false, id: note, passage, isFirst: !met.has(note), from: at, at }
    met.add(note)
    if (passage !== null) going.set(passage, entry)
    found.push(entry)
  }
}

const inNotes = new WeakMap<Node, readonly string[]>()

/** Ids of what is anchored in the words of a note, in order. */
function anchoredInNote(note: Node): readonly string[] {
  let ids = inNotes.get(note)
  if (!ids) {
    const found: AnchorEnd[] = []
    if (isNote(note)) takeAnchors(note, 0, new Set(), new Map(), found)
    ids = found
      .filter(({ isFirst }) => isFirst)
      .sort((a, b) => a.at - b.at)
      .map(({ id }) => id)
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

/** `keptOn`: pages, by the ids of what has lost its anchor and is kept with them; what is not named there is kept with the first. */
export function marginInOrder(doc: Node, keptOn: ReadonlyMap<string, string> = new Map()): Order {
  return inOrder(doc, objectsOf(doc), keptOn)
}

/**
 * Whether nothing differs between two documents on which it depends where the notes stand: on which page, on which paper, on which note. Only pages
 * and notes that differ are looked at: after a key, one.
 */
export function keepsAnchors(before: Node, after: Node): boolean {
  return keeps(before, after, samePage)
}

/** The same of the order of the notes. */
export function keepsOrder(before: Node, after: Node): boolean {
  return keeps(before, after, (one, other) => !anchorsOf(one).ties && !anchorsOf(other).ties && samePage(one, other))
}

type Alike = (one: Node, other: Node) => boolean

function keeps(before: Node, after: Node, pagesAlike: Alike): boolean {
  if (before === after) return true
  if (firstPaperOf(before) !== firstPaperOf(after)) return false
  return allAlike(pagesOf(before), pagesOf(after), pagesAlike) && allAlike(objectsOf(before), objectsOf(after), sameObject)
}

function allAlike(before: readonly Node[], after: readonly Node[], alike: Alike): boolean {
  return before.length === after.length && before.every((one, at) => one === after[at] || alike(one, after[at]!))
}

function samePage(one: Node, other: Node): boolean {
  const [was, is] = [anchorsOf(one), anchorsOf(other)]
  return (
    one.attrs.id === other.attrs.id &&
    was.first === is.first &&
    was.items.length === is.items.length &&
    was.items.every((item, at) => {
      const { id, paper, passage, isFirst } = is.items[at]!
      return item.id === id && item.paper === paper && item.passage === passage && item.isFirst === isFirst
    })
  )
}

function sameObject(one: Node, other: Node): boolean {
  const same = ['id', 'page', 'paper'].every((name) => one.attrs[name] === other.attrs[name])
  return same && one.type === other.type && anchoredInNote(one).join() === anchoredInNote(other).join()
}

/** The numbers of the editor's notes in reading order, over the whole document, as editions have them. A headnote has none. */
export function editorNumbers(doc: Node): ReadonlyMap<string, number> {
  const all = objectsOf(doc)
  const ours = all.filter(isEditorNote)
  if (ours.length === 0) return new Map()
  // those that stand on notes have their numbers with these
  return numbersIn(inOrder(doc, all.some((one) => anchoredInNote(one).length > 0) ? all : ours, new Map()))
}

/** The same, where the order of all is at hand. */
export function numbersIn({ objects, onPapers }: Order): ReadonlyMap<string, number> {
  const numbered = objects.filter((object) => isEditorNote(object) && !onPapers.has(object.attrs.id))
  return new Map(numbered.map(({ attrs }, at) => [attrs.id as string, at + 1]))
}

function inOrder(doc: Node, objects: readonly Node[], keptOn: ReadonlyMap<string, string>): Order {
  const left = new Map(objects.map((object) => [object.attrs.id as string, object]))
  const pages = pagesOf(doc)
  const anchored = new Set<string>()
  const papers = new Set([firstPaperOf(doc)])
  for (const page of pages) {
    const { first, items } = anchorsOf(page)
    papers.add(first)
    for (const { paper, id } of items) (paper ? papers : anchored).add(id)
  }
  const own = new Set(pages.map((page) => page.attrs.id as string))
  const hosts = hostsIn(doc)
  const standing = standingOnNotes(objects, hosts)
  const onPapers = new Set<string>()
  const on = new Map<string, Node[]>()
  for (const object of objects) {
    const { id, page, paper } = object.attrs
    if (anchored.has(id) || hosts.has(id)) continue
    const isOnPaper = !own.has(page ?? '') && papers.has(paper ?? '')
    if (isOnPaper) onPapers.add(id)
    const place = isOnPaper ? paper : own.has(page ?? '') ? page : (keptOn.get(id) ?? pages[0]!.attrs.id)
    on.set(place, [...(on.get(place) ?? []), object])
  }
  const inMarginOrder = (items: readonly AnchorEnd[]) => {
    const rank = new Map(objects.map(({ attrs }, at) => [attrs.id as string, at]))
    const rankOf = ({ id }: AnchorEnd) => rank.get(id) ?? -1
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
  take(firstPaperOf(doc))
  const later = endingLater(doc, left)
  for (const page of pages) {
    const { first, items, ties } = anchorsOf(page)
    const come = later.on.get(page)
    take(first)
    take(page.attrs.id)
    const here = items.filter((item) => item.isFirst && !later.gone.has(item))
    for (const { paper, id } of ties || come ? inMarginOrder([...here, ...(come ?? [])]) : here) {
      const object = paper ? undefined : left.get(id)
      if (paper) take(id)
      else if (object && left.delete(id)) put(object)
    }
  }
  return { objects: order, onPapers }
}

/** Passages of ours that go on over a page turn: where they begin nothing is called, but on the page where they end (`on`). Handwriting stands on its own page. */
function endingLater(doc: Node, objects: ReadonlyMap<string, Node>) {
  const ends = lastOfPassages(doc)
  const gone = new Set<AnchorEnd>()
  const on = new Map<Node, AnchorEnd[]>()
  const met = new Set<string>()
  bodyOf(doc).forEach((page, start) => {
    for (const item of anchorsOf(page).items) {
      if (item.paper || !item.isFirst || met.has(item.id)) continue
      met.add(item.id)
      const object = objects.get(item.id)
      const end = ends.get(item.passage ?? '')
      if (!object || !end || end.page === page || isByHand(nameOf(object))) continue
      gone.add(item)
      on.set(end.page, [...(on.get(end.page) ?? []), { ...item, from: item.from + start - end.start, at: end.item.at }])
    }
  })
  return { gone, on }
}

interface LastOfPassage {
  readonly page: Node
  /** Where the page begins, and the passage on it. */
  readonly start: number
  readonly item: AnchorEnd
}

function lastOfPassages(doc: Node): ReadonlyMap<string, LastOfPassage> {
  const ends = new Map<string, LastOfPassage>()
  bodyOf(doc).forEach((page, start) => {
    for (const item of anchorsOf(page).items) if (item.passage !== null) ends.set(item.passage, { page, start, item })
  })
  return ends
}

/** Of each passage the id of the page where it ends. */
export function lastPages(doc: Node): ReadonlyMap<string, string> {
  return new Map([...lastOfPassages(doc)].map(([passage, { page }]) => [passage, page.attrs.id as string]))
}

/** What stands on the words of each note alone, in order. */
function standingOnNotes(objects: readonly Node[], hosts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Node[]> {
  if (hosts.size === 0) return new Map()
  const byId = new Map(objects.map((object) => [object.attrs.id as string, object]))
  return new Map(
    objects.map(({ attrs }, at) => [
      attrs.id as string,
      anchoredInNote(objects[at]!).flatMap((id) => (hosts.get(id) === attrs.id && byId.has(id) ? [byId.get(id)!] : [])),
    ]),
  )
}
