import { type Command, TextSelection } from 'prosemirror-state'
import { bodyOf, isBlock, isBody, isEditorNote, isNote, isPassage, marginOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { papersIn } from '../schema/papers.ts'
import { schema } from '../schema/schema.ts'
import { forgetObject } from '../state/forget-object.ts'
import { COMMAND } from '../state/meta.ts'
import { spansOf } from './annotate.ts'
import type { CommandContext } from './context.ts'
import { paperHere } from './paper.ts'

/**
 * Begins an editor's note or a query on the selected words, or at the caret, of the text or of a note by hand; the caret goes into it. It has
 * no source: it is ours.
 */
export function writeBeside(context: CommandContext, type: 'editornote' | 'query'): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    const isText = $from.depth >= 3 && isBody($from.node(1)) && $from.parent.isTextblock
    if (!isText && !isNote($from.parent)) return false
    if (!dispatch) return true
    const id = context.newId()
    const tr = state.tr
    const spans = empty ? [] : spansOf(state)
    const mark = schema.mark('passage', { note: id, concerns: true, id: context.newId() })
    for (const { from, to } of spans) tr.addMark(from, to, mark)
    if (spans.length === 0) tr.insert($from.pos, schema.node('point', { note: id, id: context.newId() }))
    const at = tr.doc.content.size - 1
    tr.insert(at, schema.node(type, { id, ...(type === 'query' ? { state: 'open' } : {}) }))
    tr.setSelection(TextSelection.create(tr.doc, at + 1))
    dispatch(tr.setMeta(COMMAND, type).scrollIntoView())
    return true
  }
}

/** The headnote of the paper that the caret is in: an editor's note on the whole paper. Where it has one, the caret goes there. */
export function writeHeadnote(context: CommandContext): Command {
  return (state, dispatch) => {
    const papers = papersIn(state.doc)
    const paper = papers[paperHere(state, papers)]?.paper.id
    if (!paper) return false
    if (!dispatch) return true
    const tr = state.tr
    let at: number | null = null
    marginOf(tr.doc).forEach((object, offset) => {
      if (isEditorNote(object) && object.attrs.paper === paper) at ??= bodyOf(tr.doc).nodeSize + 1 + offset
    })
    if (at === null) {
      at = tr.doc.content.size - 1
      tr.insert(at, schema.node('editornote', { id: context.newId(), paper }))
    }
    tr.setSelection(TextSelection.create(tr.doc, at + 1))
    dispatch(tr.setMeta(COMMAND, 'headnote').scrollIntoView())
    return true
  }
}

/** Takes an editor's note or a query away, with its anchor. Marginal handwriting is never deleted: it is put back. */
export function deleteBeside(id: string): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, id)
    if (!found || isNote(found.node)) return false
    if (dispatch) {
      const tr = state.tr
      forgetObject(tr, id)
      dispatch(tr.setMeta(COMMAND, 'delete-beside'))
    }
    return true
  }
}

/** A person says which words a note concerns: the selected ones, of the text or of another note. Its point stays where the machine read its own words. */
export function setPassage(context: CommandContext, note: string): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, note)
    const spans = state.selection.empty ? [] : spansOf(state)
    if (!isNote(found?.node) || spans.length === 0) return false
    const { parent } = state.selection.$from
    if (parent === found.node || !(isBlock(parent) || isNote(parent))) return false
    if (!dispatch) return true
    const tr = state.tr
    const mark = schema.mark('passage', { note, concerns: true, id: context.newId() })
    state.doc.descendants((node, pos) => {
      for (const old of node.marks) if (isPassage(old) && old.attrs.note === note) tr.removeMark(pos, pos + node.nodeSize, old)
    })
    for (const { from, to } of spans) tr.addMark(from, to, mark)
    tr.setNodeAttribute(found.pos, 'passage', 'words')
    dispatch(tr.setMeta(COMMAND, 'passage'))
    return true
  }
}
