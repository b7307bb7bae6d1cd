import type { Mark, Node } from 'prosemirror-model'
import { isByHand } from '../vocabulary/margin.ts'
import { bodyOf, isBlock, isGap, isMark, isPassage, isQuery, marginNameOf, marginOf, marginStart } from './access.ts'
import { anchorIndexOf } from './anchor-index.ts'

/** What somebody goes through a letter for. */
export const PLACE_KINDS = ['without-role', 'without-hand', 'tag', 'uncertain', 'query'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A place to go to: what is selected there, or where the caret goes. Positions of the document. */
export interface OpenPlace {
  readonly from: number
  readonly to: number
}

/** Where a place comes in reading order: a note is read where its anchor is, and itself after that. */
type Order = readonly [anchor: number, isBeside: 0 | 1, pos: number]

/**
 * Every place of one kind, in reading order. What is uncertain is what somebody stated so: words unclear or undetermined, a gap, what is stated as possible
 * or not known. A tag is any annotation, once for each stretch of its words.
 */
export function openPlaces(doc: Node, kind: PlaceKind): readonly OpenPlace[] {
  const places: OpenPlace[] = []
  bodyOf(doc).descendants((node, pos) => {
    if (!isBlock(node)) return true
    places.push(...inTextblock(node, pos + 1, kind))
    return false
  })
  marginOf(doc).forEach((node, offset) => void places.push(...inTextblock(node, marginStart(doc) + offset, kind)))
  const order = orderIn(doc)
  return places
    .map((place) => [order(place.from), place] as const)
    .sort(([a], [b]) => compare(a, b))
    .map(([, place]) => place)
}

/** The place after the selection, or before it; from the last on to the first, and back. Null where there is none. */
export function nextPlace(
  doc: Node,
  places: readonly OpenPlace[],
  selection: OpenPlace,
  step: 1 | -1,
): { readonly place: OpenPlace; readonly at: number; readonly wrapped: boolean } | null {
  if (places.length === 0) return null
  const order = orderIn(doc)
  const here = order(selection.from)
  const isHere = (place: OpenPlace) => place.from === selection.from && place.to === selection.to
  const known = places.findIndex(isHere)
  const past = (place: OpenPlace) => compare(order(place.from), here) * step > 0
  const found = known >= 0 ? known + step : step > 0 ? places.findIndex(past) : places.findLastIndex(past)
  const wrapped = found < 0 || found >= places.length
  const at = wrapped ? (step > 0 ? 0 : places.length - 1) : found
  return { place: places[at]!, at, wrapped }
}

function inTextblock(node: Node, pos: number, kind: PlaceKind): readonly OpenPlace[] {
  const start = pos + 1
  const whole = { from: start, to: start }
  if (kind === 'without-role') return isBlock(node) && node.attrs.role === null ? [whole] : []
  if (kind === 'without-hand') return !isBlock(node) && isByHand(marginNameOf(node)) && node.attrs.hand === null ? [whole] : []
  if (kind === 'query') return isQuery(node) && node.attrs.state !== 'resolved' ? [whole] : []
  const places = stretchesOf(node, start, kind === 'tag' ? isTag : isDoubtful)
  if (kind === 'tag') return places
  const gaps: OpenPlace[] = []
  node.forEach((child, offset) => {
    if (isGap(child)) gaps.push({ from: start + offset, to: start + offset + 1 })
  })
  const unsure = isUnsure(node.attrs) || isUnsure({ cert: node.attrs.readingCert }) ? [whole] : []
  return [...unsure, ...places, ...gaps]
}

/** Where marks of a kind lie on a line; words under several of them are one place. */
function stretchesOf(node: Node, start: number, wanted: (mark: Mark) => boolean): readonly OpenPlace[] {
  const places: { from: number; to: number; ids: ReadonlySet<unknown> }[] = []
  node.forEach((child, offset) => {
    const ids = new Set<unknown>(child.marks.filter(wanted).map(({ attrs }) => attrs.id))
    if (ids.size === 0) return
    const last = places.at(-1)
    const goesOn = last?.to === start + offset && [...ids].some((id) => last.ids.has(id))
    if (goesOn) last.to += child.nodeSize
    else places.push({ from: start + offset, to: start + offset + child.nodeSize, ids })
  })
  return places.map(({ from, to }) => ({ from, to }))
}

const isTag = (mark: Mark) => !isPassage(mark)

const isDoubtful = (mark: Mark) => isMark(mark, 'unclear') || isMark(mark, 'undetermined') || isUnsure(mark.attrs)

const isUnsure = ({ cert }: Readonly<Record<string, unknown>>) => cert === 'low' || cert === 'unknown'

function orderIn(doc: Node): (pos: number) => Order {
  const margin = marginStart(doc)
  const index = anchorIndexOf(doc)
  return (pos) => {
    if (pos < margin) return [pos, 0, pos]
    const $pos = doc.resolve(pos)
    const id = $pos.depth >= 2 ? $pos.node(2).attrs.id : null
    return [index.get(id)?.pos ?? margin, 1, pos]
  }
}

function compare(a: Order, b: Order): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
