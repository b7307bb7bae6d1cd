import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { isPassage, isPoint, marginOf, marginStart } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'

/** Takes an object, its points and its passages out of the document; what went on from it goes on from the piece before it. */
export function forgetObject(tr: Transaction, id: string): void {
  const found = findObject(tr.doc, id)
  if (!found) return
  const points: number[] = []
  const passages: { from: number; to: number; mark: Node['marks'][number] }[] = []
  tr.doc.descendants((node, pos) => {
    if (isPoint(node) && node.attrs.note === id) points.push(pos)
    for (const mark of node.marks) {
      if (isPassage(mark) && mark.attrs.note === id) passages.push({ from: pos, to: pos + node.nodeSize, mark })
    }
  })
  marginOf(tr.doc).forEach((node, offset) => {
    const pos = marginStart(tr.doc) + offset
    if (node.attrs.joins === id) tr.setNodeAttribute(pos, 'joins', found.node.attrs.joins ?? null)
    if (node.attrs.answers === id) tr.setNodeAttribute(pos, 'answers', null)
  })
  for (const { from, to, mark } of passages) tr.removeMark(from, to, mark)
  // from the end backwards, so that each place still is where it was found
  const gone = [...points.map((at) => ({ at, size: 1 })), { at: found.pos, size: found.node.nodeSize }]
  for (const { at, size } of gone.sort((a, b) => b.at - a.at)) tr.delete(at, at + size)
}
