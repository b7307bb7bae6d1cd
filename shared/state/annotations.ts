import type { Mark, Node } from 'prosemirror-model'
import { isPassage, isPoint } from '../document/access.ts'

/** Where an annotation lies in one textblock: from the start of its first run to the end of its last, in document positions. */
export interface Extent {
  readonly mark: Mark
  readonly from: number
  readonly to: number
}

/** The annotations of a textblock that touch `from`…`to` (document positions), each with its extent in that block. */
export function extentsIn(block: Node, blockPos: number, from: number, to: number): readonly Extent[] {
  const start = blockPos + 1
  const touched = new Set<string>()
  const extents = new Map<string, { mark: Mark; from: number; to: number }>()
  block.forEach((child, offset) => {
    const [childFrom, childTo] = [start + offset, start + offset + child.nodeSize]
    for (const mark of child.marks) {
      const id: string = mark.attrs.id
      const known = extents.get(id)
      if (known) known.to = childTo
      else extents.set(id, { mark, from: childFrom, to: childTo })
      if (childFrom < to && childTo > from) touched.add(id)
    }
  })
  return [...extents].filter(([id]) => touched.has(id)).map(([, extent]) => extent)
}

/** Of the ids given, those that still mark something in the document. Stops as soon as all are found. */
export function livingIds(doc: Node, wanted: ReadonlySet<string>, from = 0, to = doc.content.size): Set<string> {
  const found = new Set<string>()
  doc.nodesBetween(from, to, (node) => {
    if (found.size === wanted.size) return false
    for (const mark of node.marks) if (wanted.has(mark.attrs.id)) found.add(mark.attrs.id)
    return true
  })
  return found
}

/** Of the notes given (ids), those that still have an anchor: a point or a passage in the text. */
export function anchoredNotes(doc: Node, wanted: ReadonlySet<string>, from = 0, to = doc.content.size): Set<string> {
  const found = new Set<string>()
  doc.nodesBetween(from, to, (node) => {
    if (found.size === wanted.size) return false
    if (isPoint(node) && wanted.has(node.attrs.note)) found.add(node.attrs.note)
    for (const mark of node.marks) if (isPassage(mark) && wanted.has(mark.attrs.note)) found.add(mark.attrs.note)
    return true
  })
  return found
}
