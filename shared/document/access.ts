import type { Mark, Node } from 'prosemirror-model'

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

const is = (name: string) => (node: Node) => node.type.name === name

export const isPage = is('page')
export const isBlock = is('block')
export const isDivision = is('division')
/** Whether it is marginal handwriting; an editor's note is not. */
export const isNote = is('note')
export const isPoint = is('point')

export function isPassage(mark: Mark): boolean {
  return mark.type.name === 'passage'
}
