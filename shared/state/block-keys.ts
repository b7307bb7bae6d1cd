import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { isBlock, isDivision, isLb, isPoint } from '../document/access.ts'
import type { NewId } from '../model/ids.ts'
import { schema } from '../schema/schema.ts'
import { isCaret } from './pages-selection.ts'
import { partOf } from './parts.ts'
import { inBlock, mayJoin, PAGE_DEPTH } from './stretches.ts'

/**
 * Enter in the text divides the block; the second half gets a new id and keeps role and hand. At the very start of a block the words keep
 * their id and an empty block is put before them. Sources are left to the provenance plugin.
 */
export function enterInBody(newId: NewId): Command {
  return (state, dispatch) => {
    if (!inBlock(state.selection.$from)) return false
    if (!dispatch) return true
    const tr = state.tr
    if (!isCaret(state.selection)) tr.deleteSelection()
    // a block divided at a line end: the line end has become the end of the block
    const lineEnd = tr.selection.$from
    if (isLb(lineEnd.nodeBefore)) tr.delete(lineEnd.pos - 1, lineEnd.pos)
    else if (isLb(lineEnd.nodeAfter)) tr.delete(lineEnd.pos, lineEnd.pos + 1)
    const { $from } = tr.selection
    const { attrs } = $from.parent
    const fresh = { ...attrs, id: newId(), source: [], extra: null }
    if ($from.parentOffset === 0 && $from.parent.content.size > 0) {
      tr.insert($from.before(), schema.node('block', fresh))
      if (attrs.continues) tr.setNodeAttribute($from.before() + 2, 'continues', false)
    } else tr.split($from.pos, 1, [{ type: $from.parent.type, attrs: { ...fresh, continues: false } }])
    dispatch(tr.scrollIntoView())
    return true
  }
}

/** A line break where the caret is: Shift+Enter in the text, Enter in a note. */
export const breakLine: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(schema.node('lb')).scrollIntoView())
  return true
}

/** Enter in a note or query. */
export const enterInMargin: Command = (state, dispatch, view) =>
  partOf(state.selection.$from)?.kind === 'margin' && breakLine(state, dispatch, view)

/** What Backspace (-1) and Delete (1) do where something is selected: its text goes; a division stays, and the key is used up. */
export const deleteSelected: Command = (state, dispatch) => {
  if (isCaret(state.selection)) return false
  if (selectsDivision(state.selection)) return true
  dispatch?.(state.tr.deleteSelection().setMeta('uiEvent', 'delete').scrollIntoView())
  return true
}

/** Whether a division is selected as a whole: typing, pasting and deleting leave it alone. */
export function selectsDivision(selection: unknown): boolean {
  return selection instanceof NodeSelection && isDivision(selection.node)
}

/**
 * Backspace at the start of a block joins it to the one before, Delete at its end takes the one after. Where there is none on the page, or
 * the two must not be mixed (a division between them, two known hands), and at the edges of a note, the key is used up and nothing
 * happens. Pages are joined by a command.
 */
export function joinAcross(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    if (!empty || !$from.parent.inlineContent || !atEdge($from, direction)) return false
    if (!inBlock($from)) return true
    const tr = joinBeside(state, direction)
    if (tr) dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Joins the block that the caret is in, wherever in it that stands, to the one before, as Backspace at its start does. */
export const joinWithBefore: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!inBlock($from) || !$from.sameParent($to)) return false
  const tr = joinBeside(state, -1)
  if (!tr) return false
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Divides the block at the caret, as Enter does; what is selected stays. */
export function divideBlock(newId: NewId): Command {
  return (state, dispatch) => isCaret(state.selection) && enterInBody(newId)(state, dispatch)
}

/** The block of the caret joined to the one on that side of it; null where there is none on the page, or the two must not be mixed. */
function joinBeside(state: EditorState, direction: -1 | 1): Transaction | null {
  const { $from } = state.selection
  const page = $from.node(PAGE_DEPTH)
  const index = $from.index(PAGE_DEPTH)
  const [first, second] = direction < 0 ? [page.maybeChild(index - 1), $from.parent] : [$from.parent, page.maybeChild(index + 1)]
  if (!first || !second) return null
  const turn = direction < 0 ? $from.before() : $from.after()
  const tr = state.tr
  if (first.content.size === 0 && isBlock(first) && isBlock(second)) {
    tr.delete(turn - first.nodeSize, turn)
    tr.setSelection(TextSelection.create(tr.doc, turn - first.nodeSize + 1))
  } else if (second.content.size === 0 && isBlock(second) && isBlock(first)) {
    tr.delete(turn, turn + second.nodeSize)
    tr.setSelection(TextSelection.create(tr.doc, turn - 1))
  } else if (mayJoin(first, second)) tr.join(turn)
  else return null
  return tr
}

/** Whether nothing but anchors, which nobody sees, stands between the caret and the edge of its block. */
function atEdge($pos: ResolvedPos, direction: -1 | 1): boolean {
  const { parent, parentOffset } = $pos
  const beyond = direction < 0 ? parent.content.cut(0, parentOffset) : parent.content.cut(parentOffset)
  let only = true
  beyond.forEach((node: Node) => {
    if (!isPoint(node)) only = false
  })
  return only
}
