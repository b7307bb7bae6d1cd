import type { Node, Slice } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { bodyOf, isPoint, objectsOf } from '../document/access.ts'
import type { NewId } from '../model/ids.ts'
import { selectsDivision } from './block-keys.ts'
import { holdsTooMuch } from './block-limit.ts'
import { isHistory } from './meta.ts'
import { settleOffice, takeFootnotes } from './office-paste.ts'
import { partOf } from './parts.ts'
import { asMove, putIn } from './pasted.ts'

/** The last cut, until it is pasted. `doubtful`: an undo or redo came between, so its words may stand in the text again. */
export interface Cut {
  readonly token: string
  readonly slice: Slice
  readonly doubtful: boolean
}

const key = new PluginKey<Cut | null>('clipboard')

/** Remembers the last cut, so that its first paste is a move: ids are kept and sources come back. Later pastes are copies. */
export function clipboard(): Plugin<Cut | null> {
  return new Plugin<Cut | null>({
    key,
    state: {
      init: () => null,
      apply(tr, cut) {
        const set = tr.getMeta(key) as Cut | null | undefined
        if (set !== undefined) return set
        return cut && isHistory(tr) ? { ...cut, doubtful: true } : cut
      },
    },
  })
}

/** The transaction that cuts the selection; meta `cut` tells the provenance plugin. Null where there is nothing to cut. */
export function cutSelection(state: EditorState, token: string): Transaction | null {
  const { selection } = state
  if (selection.empty || selectsDivision(selection)) return null
  const cut: Cut = { token, slice: selection.content(), doubtful: false }
  return state.tr.deleteSelection().setMeta('cut', { token }).setMeta(key, cut).setMeta('uiEvent', 'cut').scrollIntoView()
}

/** The words of the cut with this token, where pasting them is still a move; else null. */
export function movable(state: EditorState, token: string | null): Slice | null {
  const cut = key.getState(state)
  if (!cut || cut.token !== token) return null
  const notes = new Set(objectsOf(state.doc).map((note): string => note.attrs.id))
  return cut.doubtful && standsAgain(state.doc, cut.slice) ? null : asMove(cut.slice, notes)
}

/**
 * The transaction that puts a slice in place of the selection; with a token it is the paste of that cut. Null where nothing may go, and
 * where a block or note would come to hold more than a transcript file takes. `fromHtml`: it was read from a web page or a word processor, with
 * the signs of `office-html.ts`.
 */
export function pasteSlice(
  state: EditorState,
  slice: Slice,
  newId: NewId,
  token: string | null = null,
  fromHtml = false,
): Transaction | null {
  if (selectsDivision(state.selection)) return null
  const tr = state.tr
  const office = fromHtml ? takeFootnotes(slice, partOf(state.selection.$from)?.kind === 'body') : null
  putIn(tr, office?.slice ?? slice, newId)
  if (office) settleOffice(tr, state.selection.from, tr.selection.to, office.footnotes, newId)
  if (holdsTooMuch(tr)) return null
  if (token !== null) tr.setMeta('pasteOfCut', { token }).setMeta(key, null)
  return tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView()
}

/**
 * Moves the selected words to a place outside them: a cut and the paste of it, made one for the history. Null where the place lies in what
 * is moved, or in another part (text to note, note to text, note to note): handwriting changes places by lift and put-back alone.
 */
export function moveSelection(
  state: EditorState,
  to: number,
  token: string,
): { readonly cut: Transaction; readonly paste: (after: EditorState, newId: NewId) => Transaction | null } | null {
  if (state.selection.ranges.some(({ $from, $to }) => to >= $from.pos && to <= $to.pos)) return null
  // typed words dragged into a note would become its hand's, and handwriting dragged out would become typed
  if (partOf(state.selection.$from)?.start !== partOf(state.doc.resolve(to))?.start) return null
  const cut = cutSelection(state, token)
  if (!cut) return null
  const paste = (after: EditorState, newId: NewId) => {
    const slice = movable(after, token)
    const at = after.doc.resolve(cut.mapping.map(to))
    if (!slice || !at.parent.inlineContent) return null
    const there = after.apply(after.tr.setSelection(TextSelection.create(after.doc, at.pos)))
    return pasteSlice(there, slice, newId, token)?.setMeta('uiEvent', 'drop').setMeta('appendedTransaction', cut) ?? null
  }
  return { cut, paste }
}

/** Whether any annotation, anchor or whole block of the slice stands in the text: then the cut was undone. */
function standsAgain(doc: Node, slice: Slice): boolean {
  const ids = new Set<string>()
  slice.content.descendants((node) => {
    if (isPoint(node)) ids.add(node.attrs.id || node.attrs.note)
    for (const mark of node.marks) ids.add(mark.attrs.id)
  })
  if (ids.size === 0) return true
  let found = false
  bodyOf(doc).descendants((node) => {
    if (found) return false
    found = node.marks.some((mark) => ids.has(mark.attrs.id)) || (isPoint(node) && ids.has(node.attrs.id || node.attrs.note))
    return !found
  })
  return found
}
