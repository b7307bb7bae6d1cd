import type { Node } from 'prosemirror-model'
import { isBlock, isLb, isNote } from '../document/access.ts'
import type { SourceRange } from '../model/source.ts'
import { wordsOf } from '../model/source.ts'
import { align, placeIn } from '../text/align.ts'

/** A textblock that can hold stretches of the machine transcript: a block of the text, or a note. */
export interface OwnerAt {
  readonly pos: number
  readonly node: Node
}

export const isOwner = (node: Node) => isBlock(node) || isNote(node)
export const sourceOf = (node: Node) => node.attrs.source as readonly SourceRange[]

/** Owners that touch `from`…`to`, in document order. */
export function ownersBetween(doc: Node, from: number, to: number): readonly OwnerAt[] {
  const found: OwnerAt[] = []
  doc.nodesBetween(Math.max(from, 0), Math.min(to, doc.content.size), (node, pos) => {
    if (isOwner(node)) found.push({ pos, node })
    return !node.isTextblock
  })
  return found
}

/** Every owner of the document. Walks its blocks, not their text. */
export function allOwners(doc: Node): readonly OwnerAt[] {
  return ownersBetween(doc, 0, doc.content.size)
}

/** A textblock's characters: line ends count one each, gaps and anchors none. */
export function textOf(node: Node, from = 0, to = node.content.size): string {
  return node.textBetween(from, to)
}

/** The document position of an offset into `textOf` an owner; right after the letter before it, so before anchors and gaps that stand there. */
export function positionAt(owner: OwnerAt, offset: number): number {
  let passed = 0
  let at = owner.pos + 1
  owner.node.forEach((child, start) => {
    const length = child.isText ? child.text!.length : isLb(child) ? 1 : 0
    if (passed < offset && length > 0) at = owner.pos + 1 + start + (passed + length <= offset ? child.nodeSize : offset - passed)
    passed += length
  })
  return at
}

/**
 * Where in an owner's source its text is cut at each of the given places (offsets into `textOf`, ascending, UTF-16 units). Aligns the
 * machine's words with the text as it stands. Places are offsets along the source; letters deleted at a place stay on its left
 * (`side` -1) or right (`side` 1).
 */
export function placesInSource(
  source: readonly SourceRange[],
  text: string,
  places: readonly { readonly at: number; readonly side: -1 | 1 }[],
  texts: readonly string[],
): readonly number[] {
  const words = wordsOf(source, texts)
  if (words === text) return places.map(({ at }) => at)
  const hunks = align(words, text)
  let last = 0
  return places.map(({ at, side }) => {
    last = Math.max(last, placeIn(words, hunks, at, side))
    return last
  })
}
