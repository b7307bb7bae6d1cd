import { redo as redoLast, undo as undoLast } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { deleteSelected, selectsDivision } from '../../shared/state/block-keys.ts'
import { isCaret } from '../../shared/state/pages-selection.ts'
import { readSelection } from './read-selection.ts'

/**
 * What the browser is about to write into the text. It is left to it only where letters come in at a caret, or go out of the midst of one run:
 * whatever would take an element away (a mark, an anchor, a reference, a line end, a block) goes through the state, because the browser would give
 * what it puts in its place, or types there next, a look of its own. True where the event has been dealt with.
 */
export function beforeInput(view: EditorView, event: InputEvent): boolean {
  const { inputType: type, data } = event
  if (!view.editable) return false
  const handled = () => {
    event.preventDefault()
    return true
  }
  if (type === 'historyUndo' || type === 'historyRedo') {
    event.preventDefault()
    return (type === 'historyUndo' ? undoLast : redoLast)(view.state, view.dispatch)
  }
  // bold, underline and the like are not ours
  if (type.startsWith('format')) return handled()
  // words dragged into a field of the window are copied there: they never leave the text
  if (type === 'deleteByDrag') return handled()
  // a composition is the browser's until it ends, and cannot be refused: its start has cleared its way
  if (type === 'insertCompositionText' || view.composing) return selectsDivision(view.state.selection) && handled()
  readSelection(view)
  if (selectsDivision(view.state.selection)) return handled()
  const { selection } = view.state
  if (!isCaret(selection)) {
    if (type.startsWith('insert') && data) typeOver(view, data)
    else if (type.startsWith('delete')) deleteSelected(view.state, view.dispatch)
    else return false
    return handled()
  }
  return type.startsWith('delete') && deleteElement(view, event) && handled()
}

/** Whatever a composition would write over is taken away before it begins. */
export function beforeComposition(view: EditorView): void {
  readSelection(view)
  const { selection, tr } = view.state
  if (!isCaret(selection) && !selectsDivision(selection)) view.dispatch(tr.deleteSelection().scrollIntoView())
}

function typeOver(view: EditorView, data: string): void {
  const { selection, tr } = view.state
  const { from, to } = selection
  const type = () => tr.insertText(data).scrollIntoView()
  const sameBlock = selection instanceof TextSelection && selection.$from.sameParent(selection.$to)
  if (sameBlock && view.someProp('handleTextInput', (handle) => handle(view, from, to, data, type))) return
  view.dispatch(type())
}

/** At a caret: where what goes is not letters in the midst of one run of text, it goes by a step of our own. */
function deleteElement(view: EditorView, event: InputEvent): boolean {
  const [range] = event.getTargetRanges()
  if (!range || range.collapsed) return false
  const { startContainer, endContainer, startOffset, endOffset } = range
  const whole = startOffset === 0 && endOffset === (startContainer.nodeValue?.length ?? 0)
  if (startContainer === endContainer && startContainer.nodeType === Node.TEXT_NODE && !whole) return false
  if (!view.dom.contains(startContainer) || !view.dom.contains(endContainer)) return true
  const [one, other] = [view.posAtDOM(startContainer, startOffset), view.posAtDOM(endContainer, endOffset)]
  const [$from, $to] = [Math.min(one, other), Math.max(one, other)].map((pos) => view.state.doc.resolve(pos))
  // blocks are joined by the keys, and only where they may be
  if ($from!.pos < $to!.pos && $from!.sameParent($to!) && $from!.parent.inlineContent)
    view.dispatch(view.state.tr.delete($from!.pos, $to!.pos).scrollIntoView())
  return true
}
