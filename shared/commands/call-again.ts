import type { Command, EditorState } from 'prosemirror-state'
import { bodyOf, isEditorNote, isPassage, isPoint, objectsOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { inBlock } from '../state/stretches.ts'
import { spansOf } from './annotate.ts'
import type { CommandContext } from './context.ts'
import { removeAnnotation } from './remove-annotation.ts'

/** A place that calls a note: its point, or the annotation on its words. */
type Place = { readonly point: number } | { readonly annotation: string }

/**
 * The selected words, or the caret, call an editor's note that stands elsewhere already: one note with one number, and one place more. A
 * headnote is not called. Refused where the place calls it already.
 */
export function callAgain(context: CommandContext, note: string): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    const found = findObject(state.doc, note)?.node
    if (!isEditorNote(found) || found.attrs.paper || !inBlock($from) || callHere(state, note)) return false
    const spans = empty ? [] : spansOf(state)
    if (!empty && spans.length === 0) return false
    if (!dispatch) return true
    const tr = state.tr
    const mark = schema.mark('passage', { note, concerns: true, id: context.newId() })
    for (const { from, to } of spans) tr.addMark(from, to, mark)
    if (spans.length === 0) tr.insert($from.pos, schema.node('point', { note, id: context.newId() }))
    dispatch(tr.setMeta(COMMAND, 'call-again').scrollIntoView())
    return true
  }
}

/** This place calls the note no more; the note stays at its others. Refused where it is its only one. */
export function callNoMore(note: string): Command {
  return (state, dispatch) => {
    const here = callHere(state, note)
    if (!here || placesOf(state, note).size < 2) return false
    if ('annotation' in here) return removeAnnotation(here.annotation)(state, dispatch)
    dispatch?.(state.tr.delete(here.point, here.point + 1).setMeta(COMMAND, 'call-no-more'))
    return true
  }
}

/** The place beside the caret, or in the selection, that calls a note. */
function callHere(state: EditorState, note: string): Place | null {
  const { from, to } = state.selection
  let place: Place | null = null
  // an anchor just before the caret is beside it too
  state.doc.nodesBetween(Math.max(0, from - 1), Math.min(to + 1, state.doc.content.size), (node, pos) => {
    if (isPoint(node) && node.attrs.note === note) place ??= { point: pos }
    for (const mark of node.marks) if (isPassage(mark) && mark.attrs.note === note) place ??= { annotation: mark.attrs.id }
  })
  return place
}

/** Everything that calls a note: positions of points, ids of annotations. */
function placesOf(state: EditorState, note: string): ReadonlySet<number | string> {
  const places = new Set<number | string>()
  bodyOf(state.doc).descendants((node, pos) => {
    if (isPoint(node) && node.attrs.note === note) places.add(pos)
    for (const mark of node.marks) if (isPassage(mark) && mark.attrs.note === note) places.add(mark.attrs.id)
  })
  return places
}

/** Ids of editor's notes that the place of the caret calls, and that stand elsewhere too. */
export function calledHere(state: EditorState): readonly string[] {
  if (!inBlock(state.selection.$from)) return []
  const ours = objectsOf(state.doc).filter(isEditorNote)
  return ours.map(({ attrs }) => attrs.id as string).filter((id) => callNoMore(id)(state))
}
