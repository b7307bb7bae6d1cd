import { type Command, TextSelection } from 'prosemirror-state'
import { wordsOf } from '../model/source.ts'
import { COMMAND } from '../state/meta.ts'
import { isOwner, positionAt, sourceOf, textOf } from '../state/owners.ts'
import { align } from '../text/align.ts'
import type { CommandContext } from './context.ts'
import { inlineOf } from './restore-unused.ts'

/**
 * The block or note around the caret reads again as the machine read it. Only what differs is written, so annotations stay on the words
 * that stay; one undo brings the work back.
 */
export function restoreReading(context: CommandContext): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (!isOwner($from.parent) || sourceOf($from.parent).length === 0) return false
    const owner = { pos: $from.before(), node: $from.parent }
    const words = wordsOf(sourceOf(owner.node), context.texts())
    const changes = align(words, textOf(owner.node)).filter((hunk) => !hunk.equal)
    if (changes.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const { wasFrom, wasTo, nowFrom, nowTo } of changes.reverse()) {
        tr.replaceWith(
          positionAt(owner, nowFrom),
          Math.max(positionAt(owner, nowFrom), positionAt(owner, nowTo)),
          inlineOf(words.slice(wasFrom, wasTo)),
        )
      }
      tr.setSelection(TextSelection.create(tr.doc, $from.start()))
      dispatch(tr.setMeta(COMMAND, 'restore-reading').scrollIntoView())
    }
    return true
  }
}
