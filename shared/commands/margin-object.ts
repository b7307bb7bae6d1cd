import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { COMMAND } from '../state/meta.ts'

export interface ObjectAt {
  readonly node: Node
  readonly pos: number
}

/** A note, editor's note or query by its id. */
export function findObject(doc: Node, id: string): ObjectAt | null {
  const start = doc.firstChild!.nodeSize + 1
  let found: ObjectAt | null = null
  doc.lastChild!.forEach((node, offset) => {
    if (node.attrs.id === id) found = { node, pos: start + offset }
  })
  return found
}

/** The margin object that the selection is in, or null. */
export function objectHere({ doc, selection }: EditorState): ObjectAt | null {
  return objectAround(doc, selection.from)
}

/** The margin object that a position lies in, or null. */
export function objectAround(doc: Node, pos: number): ObjectAt | null {
  const $pos = doc.resolve(pos)
  if ($pos.depth < 2 || $pos.node(1).type.name !== 'margin') return null
  return { node: $pos.node(2), pos: $pos.before(2) }
}

/** Takes an object, its points and its passages out of the document; what went on from it goes on from the piece before it. */
export function forgetObject(tr: Transaction, id: string): void {
  const found = findObject(tr.doc, id)
  if (!found) return
  const points: number[] = []
  const passages: { from: number; to: number; mark: Node['marks'][number] }[] = []
  tr.doc.descendants((node, pos) => {
    if (node.type.name === 'point' && node.attrs.note === id) points.push(pos)
    for (const mark of node.marks) {
      if (mark.type.name === 'passage' && mark.attrs.note === id) passages.push({ from: pos, to: pos + node.nodeSize, mark })
    }
  })
  tr.doc.lastChild!.forEach((node, offset) => {
    const pos = tr.doc.firstChild!.nodeSize + 1 + offset
    if (node.attrs.joins === id) tr.setNodeAttribute(pos, 'joins', found.node.attrs.joins ?? null)
    if (node.attrs.answers === id) tr.setNodeAttribute(pos, 'answers', null)
  })
  for (const { from, to, mark } of passages) tr.removeMark(from, to, mark)
  // from the end backwards, so that each place still is where it was found
  const gone = [...points.map((at) => ({ at, size: 1 })), { at: found.pos, size: found.node.nodeSize }]
  for (const { at, size } of gone.sort((a, b) => b.at - a.at)) tr.delete(at, at + size)
}

/** States facts of a note, an editor's note or a query: hand, place, function, passage, certainty … Its words are not touched. */
export function setObject(id: string, attrs: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, id)
    if (!found) return false
    if (dispatch) {
      const tr = state.tr
      for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(found.pos, name, value)
      dispatch(tr.setMeta(COMMAND, 'set-object'))
    }
    return true
  }
}
