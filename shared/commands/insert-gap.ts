import type { Node } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { isGap } from '../document/access.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import type { CommandContext } from './context.ts'
import { addUnused, takeOut } from './set-aside.ts'
import { stretchesOf, stretchInNote } from './stretch.ts'

/**
 * A gap at the caret, or in the place of the selected words of one block or note: what the machine read there is set aside (not determined: check
 * the paper) and cited by the gap as evidence. Reason and extent are as given; null where not stated.
 */
export function insertGap(context: CommandContext, attrs: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const { selection } = state
    const id = context.newId()
    if (selection.empty) {
      if (!selection.$from.parent.isTextblock) return false
      dispatch?.(
        state.tr
          .replaceSelectionWith(schema.node('gap', { ...attrs, id }), false)
          .setMeta(COMMAND, 'gap')
          .scrollIntoView(),
      )
      return true
    }
    const [stretch, ...more] = [...stretchInNote(state), ...stretchesOf(state)]
    if (!stretch && selection.$from.sameParent(selection.$to) && selection.$from.parent.isTextblock) {
      // in a note of ours nothing is owed to the machine transcript
      dispatch?.(
        state.tr
          .replaceSelectionWith(schema.node('gap', { ...attrs, id }), false)
          .setMeta(COMMAND, 'gap')
          .scrollIntoView(),
      )
      return true
    }
    if (!stretch || more.length > 0) return false
    if (!dispatch) return true
    const tr = state.tr
    const probe = state.tr
    const evidence = takeOut(probe, stretch, schema.node('gap', { id }), context.texts())
    takeOut(tr, stretch, schema.node('gap', { ...attrs, id, evidence }), context.texts())
    addUnused(tr, context, 'not-determined', evidence)
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(stretch.to, 1)), -1))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'gap').scrollIntoView())
    return true
  }
}

/** States facts of the gap with this id, which stood at a document position; where it stands elsewhere now, there, and of no other gap. */
export function setGap(id: string, was: number, attrs: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const isIt = (node: Node | null | undefined) => isGap(node) && node.attrs.id === id
    let pos = was <= state.doc.content.size && isIt(state.doc.nodeAt(was)) ? was : null
    if (pos === null)
      state.doc.descendants((node, at) => {
        if (isIt(node)) pos = at
        return pos === null
      })
    if (pos === null) return false
    if (dispatch) {
      const tr = state.tr
      for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, value)
      dispatch(tr.setMeta(COMMAND, 'set-gap'))
    }
    return true
  }
}
