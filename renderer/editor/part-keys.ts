import { type Command, Selection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { deletePastAnchors } from '../../shared/commands/delete-past-anchors.ts'
import { isPoint } from '../../shared/document/access.ts'
import { anchorSelection } from '../../shared/document/anchor-selection.ts'
import type { NewId } from '../../shared/model/ids.ts'
import { breakLine, deleteSelected, enterInBody, enterInMargin, joinAcross } from '../../shared/state/block-keys.ts'
import { deleteWord } from '../../shared/state/delete-word.ts'
import { PagesSelection, textSelectionBetween } from '../../shared/state/pages-selection.ts'
import { edgeOf, isIn, partOf, wholePart } from '../../shared/state/parts.ts'

/** What the keys do that would otherwise leave a part, join pages or lose an anchor. */
export function partKeys(newId: NewId): Record<string, Command> {
  const chain =
    (...commands: readonly Command[]): Command =>
    (state, dispatch, view) =>
      commands.some((command) => command(state, dispatch, view))
  const backspace = chain(deleteSelected, joinAcross(-1), deletePastAnchors('backward'))
  const forward = chain(deleteSelected, joinAcross(1), deletePastAnchors('forward'))
  const bound: Record<string, Command> = {
    Enter: chain(enterInMargin, enterInBody(newId)),
    'Shift-Enter': breakLine,
    Backspace: backspace,
    'Shift-Backspace': backspace,
    'Mod-Backspace': chain(deleteSelected, joinAcross(-1), deleteWord(-1)),
    Delete: forward,
    'Mod-Delete': chain(deleteSelected, joinAcross(1), deleteWord(1)),
    'Mod-a': selectPart,
    Escape: backToText,
  }
  for (const shift of ['', 'Shift-']) {
    bound[`Mod-${shift}Home`] = toEdge('start', shift !== '')
    bound[`Mod-${shift}End`] = toEdge('end', shift !== '')
    for (const mod of ['', 'Mod-']) {
      bound[`${mod}${shift}ArrowLeft`] = chain(stayInside(-1), mod ? pass : overAnchors(-1, shift !== ''))
      bound[`${mod}${shift}ArrowRight`] = chain(stayInside(1), mod ? pass : overAnchors(1, shift !== ''))
      bound[`${mod}${shift}ArrowUp`] = lastLine(-1, shift !== '')
      bound[`${mod}${shift}ArrowDown`] = lastLine(1, shift !== '')
    }
    bound[`${shift}PageUp`] = lastLine(-1, shift !== '')
    bound[`${shift}PageDown`] = lastLine(1, shift !== '')
  }
  return bound
}

const pass: Command = () => false

/** Ctrl+A: the whole body, or the one note. */
const selectPart: Command = (state, dispatch) => {
  const part = partOf(state.selection.$head)
  const whole = part && wholePart(state.doc, part)
  if (whole) dispatch?.(state.tr.setSelection(whole))
  return true
}

function toEdge(side: 'start' | 'end', extend: boolean): Command {
  return (state, dispatch) => {
    const part = partOf(state.selection.$head)
    const $edge = part && edgeOf(state.doc, part, side)
    if (!$edge) return false
    dispatch?.(state.tr.setSelection(textSelectionBetween(extend ? state.selection.$anchor : $edge, $edge)).scrollIntoView())
    return true
  }
}

/** At the first or last place of a part the arrow is used up: beyond it lie the notes. */
function stayInside(direction: -1 | 1): Command {
  return (state) => {
    const { $head } = state.selection
    const part = partOf($head)
    const $edge = part && edgeOf(state.doc, part, direction < 0 ? 'start' : 'end')
    return $edge !== null && $edge.pos === $head.pos && state.selection.empty
  }
}

/** An anchor has no width: an arrow that only stepped over it would seem to do nothing. It goes on over the next letter. */
function overAnchors(direction: -1 | 1, extend: boolean): Command {
  return (state, dispatch) => {
    const { $head, $anchor, empty } = state.selection
    if (!(state.selection instanceof TextSelection || state.selection instanceof PagesSelection) || (!empty && !extend))
      return false
    const beside = (pos: number) => (direction < 0 ? state.doc.resolve(pos).nodeBefore : state.doc.resolve(pos).nodeAfter)
    let at = $head.pos
    while (isPoint(beside(at))) at += direction
    if (at === $head.pos) return false
    const next = beside(at)
    if (next) at += direction * (next.isText ? letter(next.text!, direction) : next.nodeSize)
    else {
      const found = Selection.findFrom(state.doc.resolve(direction < 0 ? $head.before() : $head.after()), direction, true)
      const part = partOf($head)
      if (found && part && isIn(part, found.head)) at = found.head
    }
    const $to = state.doc.resolve(at)
    dispatch?.(state.tr.setSelection(textSelectionBetween(extend ? $anchor : $to, $to)).scrollIntoView())
    return true
  }
}

function letter(text: string, direction: -1 | 1): number {
  const near = direction < 0 ? text.slice(-40) : text.slice(0, 40)
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(near)]
  return (direction < 0 ? letters.at(-1) : letters[0])?.segment.length ?? 1
}

/** Up in the first line of a part goes to its start, Down in the last to its end: native movement would go on into the notes. */
function lastLine(direction: -1 | 1, extend: boolean): Command {
  return (state, _dispatch, view) => {
    const { $head } = state.selection
    const side = direction < 0 ? 'start' : 'end'
    const part = partOf($head)
    const $edge = part && edgeOf(state.doc, part, side)
    if (!$edge?.sameParent($head) || !view?.endOfTextblock(direction < 0 ? 'up' : 'down')) return false
    return toEdge(side, extend)(state, view.dispatch)
  }
}

/** Esc in a note: the caret goes to its anchor in the text. */
const backToText: Command = (state, dispatch, view) => {
  const { $head } = state.selection
  if (partOf($head)?.kind !== 'margin' || !view) return false
  const found = anchorSelection(state.doc, $head.node(2).attrs.id) ?? edgeInText(view)
  if (found) dispatch?.(state.tr.setSelection(found).scrollIntoView())
  return true
}

function edgeInText(view: EditorView): Selection | null {
  const $edge = edgeOf(view.state.doc, partOf(view.state.doc.resolve(1))!, 'start')
  return $edge && new TextSelection($edge)
}
