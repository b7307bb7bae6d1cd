import type { Mark, Node } from 'prosemirror-model'
import type { MarginName } from '../vocabulary/margin.ts'
import { markReading } from '../vocabulary/mark-readings.ts'
import type { MarkName } from '../vocabulary/marks.ts'
import { isNaming, type Naming } from '../vocabulary/naming.ts'

/** The text: pages in order. */
export function bodyOf(doc: Node): Node {
  return doc.firstChild!
}

/** The container of all notes, pen marks, editor's notes and queries. */
export function marginOf(doc: Node): Node {
  return doc.lastChild!
}

export function pagesOf(doc: Node): readonly Node[] {
  return bodyOf(doc).children
}

export function objectsOf(doc: Node): readonly Node[] {
  return marginOf(doc).children
}

/** Where the margin begins: the place of its first object. */
export function marginStart(doc: Node): number {
  return bodyOf(doc).nodeSize + 1
}

/** The id of the paper with which the text begins, where it has one. */
export function firstPaperOf(doc: Node): string | null {
  return (doc.attrs.paper as { readonly id: string } | null)?.id ?? null
}

/** A node whose kind is known. Where a predicate says no, nothing is known. */
type Named<Name extends string> = Node & { readonly type: { readonly name: Name } }

type MarkNamed<Name extends string> = Mark & { readonly type: { readonly name: Name } }

const is =
  <Name extends string>(name: Name) =>
  (node: Node | null | undefined): node is Named<Name> =>
    node?.type.name === name

export const isDocument = is('doc')
export const isBody = is('body')
export const isMargin = is('margin')
export const isPage = is('page')
export const isBlock = is('block')
export const isDivision = is('division')
/** Whether it is marginal handwriting; an editor's note is not. */
export const isNote = is('note')
export const isEditorNote = is('editornote')
export const isQuery = is('query')
export const isPoint = is('point')
export const isLb = is('lb')
export const isGap = is('gap')
export const isRef = is('ref')

/** Whether it is a mark of this name; where the name is known when writing, one of those below. */
export function isMark<Name extends string>(mark: Mark | null | undefined, name: Name): mark is MarkNamed<Name> {
  return mark?.type.name === name
}

const marks =
  <Name extends MarkName>(name: Name) =>
  (mark: Mark | null | undefined): mark is MarkNamed<Name> =>
    isMark(mark, name)

export const isPassage = marks('passage')
export const isCorrection = marks('correction')
export const isSupplied = marks('supplied')
export const isDate = marks('date')

/** Whether its words are in the ink of its own hand: an addition. */
export function isOwnInk(mark: Mark): boolean {
  return markReading(mark.type.name).ownInk
}

/** Whether it names a person, a place or the like. */
export function isNamingMark(mark: Mark): mark is MarkNamed<Naming> {
  return isNaming(mark.type.name)
}

/** What the vocabulary calls it. */
export function nameOf({ type }: Node | Mark): string {
  return type.name
}

export function markNameOf({ type }: Mark): MarkName {
  return type.name as MarkName
}

/** What the vocabulary calls an object of the margin. */
export function marginNameOf({ type }: Node): MarginName {
  return type.name as MarginName
}

/** Ours, on a whole paper: an object of the margin. */
export function isHeadnote(object: Node): boolean {
  return nameOf(object) === 'editornote' && Boolean(object.attrs.paper) && !object.attrs.page
}
