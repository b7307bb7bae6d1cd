import type { Node } from 'prosemirror-model'
import { type Command, Selection } from 'prosemirror-state'
import { COMMAND, KEEPS_LEDGER, WHOLE_TEXT } from '../state/meta.ts'

/**
 * Everything as the machine had it: the document of a fresh import takes the place of the work. One undo brings the work back.
 * `fresh` is that document.
 */
export function restoreEverything(fresh: Node): Command {
  return (state, dispatch) => {
    if (!dispatch) return true
    const tr = state.tr
    tr.replaceWith(0, state.doc.content.size, fresh.content)
    for (const name of ['unused', 'refused', 'tray', 'paper'] as const) tr.setDocAttribute(name, fresh.attrs[name])
    tr.setSelection(Selection.atStart(tr.doc))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(WHOLE_TEXT, true).setMeta(COMMAND, 'restore-everything').scrollIntoView())
    return true
  }
}
