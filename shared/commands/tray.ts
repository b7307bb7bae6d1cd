import type { Command } from 'prosemirror-state'
import { isBody } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import type { TrayEntry } from '../model/transcript.ts'
import { schema } from '../schema/schema.ts'
import { forgetObject } from '../state/forget-object.ts'
import { COMMAND } from '../state/meta.ts'
import { MARK_NAMES, type MarkName } from '../vocabulary/marks.ts'
import { spansOf } from './annotate.ts'
import type { CommandContext } from './context.ts'

/**
 * A lost anchor finds its place again, by hand alone: an annotation on the selected words (or the word at the caret), a note on the
 * selected words or at the caret. It keeps its id and all that was stated of it.
 */
export function reattach(context: CommandContext, id: string): Command {
  return (state, dispatch) => {
    const tray = state.doc.attrs.tray as readonly TrayEntry[]
    const entry = tray.find((one) => one.id === id)
    if (!entry) return false
    const tr = state.tr
    const spans = spansOf(state)
    if (MARK_NAMES.includes(entry.type as MarkName)) {
      if (spans.length === 0) return false
      const mark = schema.mark(entry.type, { ...entry.attrs, id })
      for (const { from, to } of spans) tr.addMark(from, to, mark)
    } else {
      const { $from, empty } = state.selection
      if ($from.depth < 3 || !isBody($from.node(1)) || !$from.parent.isTextblock) return false
      // blanks alone are no place for a note
      if (!empty && spans.length === 0) return false
      if (empty) tr.insert($from.pos, schema.node('point', { note: id, id: context.newId() }))
      else {
        const concerns = findObject(state.doc, id)?.node.attrs.passage === 'words'
        const mark = schema.mark('passage', { note: id, concerns, id: context.newId() })
        for (const { from, to } of spans) tr.addMark(from, to, mark)
      }
    }
    // a selection may hold nothing that can carry it: other notes' points alone
    if (!tr.docChanged) return false
    tr.setDocAttribute(
      'tray',
      tray.filter((one) => one.id !== id),
    )
    dispatch?.(tr.setMeta(COMMAND, 'reattach'))
    return true
  }
}

/** Lets a lost annotation go for good (undo brings it back). A note is not let go here: it is put back or deleted with its words. */
export function discardLost(id: string): Command {
  return (state, dispatch) => {
    const tray = state.doc.attrs.tray as readonly TrayEntry[]
    const entry = tray.find((one) => one.id === id)
    if (!entry || entry.type === 'note') return false
    const tr = state.tr.setDocAttribute(
      'tray',
      tray.filter((one) => one.id !== id),
    )
    if (!MARK_NAMES.includes(entry.type as MarkName)) forgetObject(tr, id)
    dispatch?.(tr.setMeta(COMMAND, 'discard'))
    return true
  }
}
