import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { marginOf, marginStart } from './access.ts'

export interface ObjectAt {
  readonly node: Node
  readonly pos: number
}

/** A note, editor's note or query by its id. */
export function findObject(doc: Node, id: string): ObjectAt | null {
  const start = marginStart(doc)
  let found: ObjectAt | null = null
  marginOf(doc).forEach((node, offset) => {
    if (node.attrs.id === id) found = { node, pos: start + offset }
  })
  return found
}

/** The margin object that the selection is in, or null. */
export function objectHere({ doc, selection }: EditorState): ObjectAt | null {
  return objectAround(doc, selection.from)
}

/** The margin object that a position lies in, or null. */
function objectAround(doc: Node, pos: number): ObjectAt | null {
  const $pos = doc.resolve(pos)
  if ($pos.depth < 2 || $pos.node(1).type.name !== 'margin') return null
  return { node: $pos.node(2), pos: $pos.before(2) }
}
