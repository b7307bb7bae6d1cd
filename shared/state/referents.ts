import type { Node } from 'prosemirror-model'
import { isBlock, isLb, marginOf, nameOf, pagesOf } from '../document/access.ts'
import { editorNumbers, marginInOrder } from '../document/note-order.ts'
import { letterNotes } from '../schema/note-letters.ts'
import { papersIn } from '../schema/papers.ts'
import { isFootnote, signOf } from '../vocabulary/margin.ts'
import { paperTitle } from '../vocabulary/paper.ts'
import type { Referent } from '../vocabulary/referent.ts'

/** What has an id in the text as it stands, as a reference names it; null where nothing has. */
export type FindReferent = (id: unknown) => Referent | null

/**
 * Finds what references lead to, with the numbers and letters that editions give. Only what is asked for is looked up, and order and
 * papers once; pages that nobody changed are known from before.
 */
export function referentsIn(doc: Node): FindReferent {
  const numbers = once(() => editorNumbers(doc))
  const letters = once(() =>
    letterNotes(marginInOrder(doc).objects.map((object) => ({ id: object.attrs.id, type: nameOf(object), attrs: object.attrs }))),
  )
  const papers = once(() => papersIn(doc))
  return (id) => {
    if (typeof id !== 'string' || id === '') return null
    const object = objectsOf(marginOf(doc)).get(id)
    const kind = object && nameOf(object)
    if (kind === 'editornote') return { kind, number: numbers().get(id) ?? null }
    if (object && isFootnote(nameOf(object), object.attrs)) return { kind: 'footnote', sign: signOf(object.attrs) }
    if (kind === 'note') return { kind, letter: letters().get(id)?.letter ?? '' }
    if (kind === 'penmark' || kind === 'query') return { kind }
    const inText = findInText(doc, id)
    if (inText) return inText
    const index = papers().findIndex(({ paper }) => paper.id === id)
    return index < 0 ? null : { kind: 'paper', title: paperTitle(papers()[index]!.paper), number: index + 1 }
  }
}

function findInText(doc: Node, id: string): Referent | null {
  const pages = pagesOf(doc)
  for (const [at, page] of pages.entries()) {
    const { printed, folio } = page.attrs
    const numbers = { printed, folio, count: at + 1 }
    if (page.attrs.id === id) return { kind: 'page', page: numbers }
    const block = blocksOf(page).get(id)
    if (block) return { kind: 'block', words: wordsIn(block), page: numbers }
  }
  return null
}

/** The words of a block or note; a line end counts as a blank. */
export function wordsIn(node: Node): string {
  return node.textBetween(0, node.content.size, ' ', (leaf) => (isLb(leaf) ? '\n' : ''))
}

const blocks = new WeakMap<Node, ReadonlyMap<string, Node>>()

function blocksOf(page: Node): ReadonlyMap<string, Node> {
  let known = blocks.get(page)
  if (!known) {
    known = new Map(page.children.filter(isBlock).map((block) => [block.attrs.id as string, block]))
    blocks.set(page, known)
  }
  return known
}

const objects = new WeakMap<Node, ReadonlyMap<string, Node>>()

function objectsOf(margin: Node): ReadonlyMap<string, Node> {
  let known = objects.get(margin)
  if (!known) {
    known = new Map(margin.children.map((object) => [object.attrs.id as string, object]))
    objects.set(margin, known)
  }
  return known
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
