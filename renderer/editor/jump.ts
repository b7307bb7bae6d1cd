import type { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { seenSheet } from './seen-sheet.ts'

/** How much of the sheet's height at its head and foot is no place to arrive at: what is read there has nothing before or after it. */
const EDGE = 0.2

/** Goes to a place: selects it and brings it into sight, into the sheet's middle where it would stand at an edge. Does not take the focus. */
export function jumpTo(view: EditorView, selection: Selection): void {
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  const sheet = view.dom.closest('.editor-scroller')
  if (!sheet) return
  const box = seenSheet(sheet)
  const { top, bottom } = view.coordsAtPos(selection.head)
  const room = box.height * EDGE
  if (top < box.top + room || bottom > box.bottom - room) sheet.scrollTop += (top + bottom) / 2 - (box.top + box.height / 2)
}
