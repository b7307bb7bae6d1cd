import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { COMMAND, KEEPS_LEDGER, WHOLE_TEXT } from '../state/meta.ts'

/**
 * Another version of the whole text takes the place of this one, in one step that one undo takes back. Only the stretch that differs is
 * replaced, and the caret stays in its block, so that somebody who is typing can go on. `target` brings its own ledger and tray.
 */
export function takeOver(target: Node): Command {
  return (state, dispatch) => {
    if (!dispatch) return true
    const tr = replaceStretch(state, target)
    for (const name of ['unused', 'refused', 'tray', 'paper'] as const)
      if (state.doc.attrs[name] !== target.attrs[name]) tr.setDocAttribute(name, target.attrs[name])
    const { originals } = target.attrs
    if (originals !== null && JSON.stringify(originals) !== JSON.stringify(state.doc.attrs.originals))
      tr.setDocAttribute('originals', originals)
    tr.setSelection(selectionIn(tr.doc, state))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(WHOLE_TEXT, true).setMeta(COMMAND, 'take-over'))
    return true
  }
}

function replaceStretch(state: EditorState, target: Node): Transaction {
  const { content } = state.doc
  const from = content.findDiffStart(target.content)
  const end = content.findDiffEnd(target.content)
  if (from === null || end === null) return state.tr
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  const tr = state.tr
  try {
    tr.replace(from, end.a + overlap, target.slice(from, end.b + overlap))
    if (tr.doc.content.eq(target.content)) return tr
  } catch {
    // the two ends lie at different depths: the whole is replaced
  }
  return state.tr.replaceWith(0, content.size, target.content)
}

function selectionIn(doc: Node, { selection }: EditorState): Selection {
  const [anchor, head] = [selection.$anchor, selection.$head].map(($at) =>
    $at.parent.isTextblock ? placeIn(doc, $at.parent.attrs.id, $at.parentOffset) : null,
  )
  if (anchor !== null && anchor !== undefined && head !== null && head !== undefined)
    return TextSelection.create(doc, anchor, head)
  return Selection.near(doc.resolve(Math.min(selection.from, doc.content.size)))
}

/** The same place in the block or note of this id, or null where it is not there any more. */
function placeIn(doc: Node, id: string, offset: number): number | null {
  let found: number | null = null
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.attrs.id === id) found = pos + 1 + Math.min(offset, node.content.size)
    return found === null && !node.isTextblock
  })
  return found
}
