import type { Command } from 'prosemirror-state'
import { findObject } from '../document/margin-objects.ts'
import { COMMAND } from '../state/meta.ts'

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
