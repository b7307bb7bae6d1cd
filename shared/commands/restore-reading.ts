import { type Command, TextSelection } from 'prosemirror-state'
import { wordsOf } from '../model/source.ts'
import { COMMAND } from '../state/meta.ts'
import { isOwner, sourceOf } from '../state/owners.ts'
import type { CommandContext } from './context.ts'
import { inlineOf } from './restore-unused.ts'

/** The block or note around the caret reads again as the machine read it. Annotations on words that change go to the tray; one undo restores. */
export function restoreReading(context: CommandContext): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (!isOwner($from.parent) || sourceOf($from.parent).length === 0) return false
    if (dispatch) {
      const words = wordsOf(sourceOf($from.parent), context.texts())
      const tr = state.tr.replaceWith($from.start(), $from.end(), inlineOf(words))
      tr.setSelection(TextSelection.create(tr.doc, $from.start()))
      dispatch(tr.setMeta(COMMAND, 'restore-reading').scrollIntoView())
    }
    return true
  }
}
