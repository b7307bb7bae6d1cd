import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { isRef, nameOf } from '../document/access.ts'
import { type ObjectAt, objectHere } from '../document/margin-objects.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { isByHand } from '../vocabulary/margin.ts'
import type { CommandContext } from './context.ts'

/** The note of ours that the caret is in, which may refer to something: an editor's note, a headnote, a query; or null. */
export function referringHere(state: EditorState): ObjectAt | null {
  const object = objectHere(state)
  return object && !isByHand(nameOf(object.node)) ? object : null
}

/** The reference that is selected, or beside the caret; or null. */
export function referenceHere({ selection: { $from } }: EditorState): { readonly node: Node; readonly pos: number } | null {
  if (isRef($from.nodeAfter)) return { node: $from.nodeAfter, pos: $from.pos }
  if (isRef($from.nodeBefore)) return { node: $from.nodeBefore, pos: $from.pos - 1 }
  return null
}

/**
 * Puts a reference at the caret of a note of ours: to another note, a block, a page or a paper, by its id. It shows the number that this
 * has now. Where a reference is selected, it leads there instead. Nothing refers to itself.
 */
export function referTo(context: CommandContext, to: string): Command {
  return (state, dispatch) => {
    const inside = referringHere(state)
    if (!inside || inside.node.attrs.id === to) return false
    if (!dispatch) return true
    const reference = schema.node('ref', { id: context.newId(), to })
    dispatch(state.tr.replaceSelectionWith(reference).setMeta(COMMAND, 'refer').scrollIntoView())
    return true
  }
}
