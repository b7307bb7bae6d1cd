import type { Mark, Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { schema } from '../schema/schema.ts'
import { anchoredNotes } from '../state/annotations.ts'
import { COMMAND } from '../state/meta.ts'
import { MARKS, type MarkName } from '../vocabulary/marks.ts'
import type { CommandContext } from './context.ts'
import { stretchesOf, wordAround } from './stretch.ts'

type Attrs = Readonly<Record<string, unknown>>
interface Span {
  readonly from: number
  readonly to: number
}

/** What an annotation would cover: the selection trimmed of blanks, block by block, or the word around the caret. */
export function spansOf(state: EditorState): readonly Span[] {
  const { selection } = state
  if (selection.empty) {
    const word = wordAround(state)
    return word ? [word] : []
  }
  const stretches = stretchesOf(state)
  if (stretches.length > 0) return stretches
  return selection.$from.parent.isTextblock && selection.$from.sameParent(selection.$to)
    ? [{ from: selection.from, to: selection.to }]
    : []
}

/** Puts one annotation on the selected words (one id over all blocks), or on the word around the caret. Never changes the text. */
export function annotate(context: CommandContext, name: MarkName, attrs: Attrs = {}): Command {
  return (state, dispatch) => {
    const spans = spansOf(state)
    if (spans.length === 0) return false
    if (dispatch) {
      const mark = schema.mark(name, { ...attrs, id: context.newId() })
      const tr = state.tr
      for (const { from, to } of spans) tr.addMark(from, to, mark)
      dispatch(tr.setMeta(COMMAND, name))
    }
    return true
  }
}

/**
 * The machine misread: replaces the selected words (or the word around the caret) and marks the new ones as a correction that remembers
 * what was read. The only mend inside handwriting. Refused where nothing would change or the words lie in more than one block.
 */
export function correctMarked(context: CommandContext, now: string, attrs: Attrs): Command {
  return (state, dispatch) => {
    const [span, ...more] = spansOf(state)
    if (!span || more.length > 0 || now === '') return false
    const was = state.doc.textBetween(span.from, span.to)
    if (was === now) return false
    if (dispatch) {
      const kept = state.doc.resolve(span.from + 1).marks()
      const mark = schema.mark('correction', { ...attrs, was, id: context.newId() })
      const tr = state.tr.replaceWith(span.from, span.to, schema.text(now, mark.addToSet(kept)))
      dispatch(tr.setMeta(COMMAND, 'correction').scrollIntoView())
    }
    return true
  }
}

/** Inserts words that the editor restores at the caret, marked as supplied. They have no source. */
export function supply(context: CommandContext, words: string, attrs: Attrs): Command {
  return (state, dispatch) => {
    if (words === '' || !state.selection.$from.parent.isTextblock) return false
    const at = state.selection.to
    const mark = schema.mark('supplied', { ...attrs, id: context.newId() })
    dispatch?.(
      state.tr
        .insert(at, schema.text(words, [mark]))
        .setMeta(COMMAND, 'supplied')
        .scrollIntoView(),
    )
    return true
  }
}

/** The annotations at the caret or in the selection, each once. */
export function annotationsAt(state: EditorState): readonly Mark[] {
  const found = new Map<string, Mark>()
  const { from, to, empty, $from } = state.selection
  if (empty) {
    for (const mark of [...($from.nodeBefore?.marks ?? []), ...($from.nodeAfter?.marks ?? [])]) found.set(mark.attrs.id, mark)
  } else {
    state.doc.nodesBetween(from, to, (node) => {
      for (const mark of node.marks) found.set(mark.attrs.id, mark)
    })
  }
  return [...found.values()]
}

/**
 * Takes one annotation off, by id, wherever it stands; its words stay. Neighbours of the same kind stay too. Where it was the last anchor
 * of a note, a point takes its place: the note is still drawn there.
 */
export function removeAnnotation(id: string): Command {
  return (state, dispatch) => {
    const tr = state.tr
    let passage: { readonly at: number; readonly note: string } | null = null
    eachMarked(state.doc, id, (from, to, mark) => {
      tr.removeMark(from, to, mark)
      if (mark.type.name === 'passage') passage ??= { at: from, note: mark.attrs.note }
    })
    if (tr.steps.length === 0) return false
    if (passage) {
      const { at, note } = passage
      if (!anchoredNotes(tr.doc, new Set([note])).has(note)) tr.insert(at, schema.node('point', { note }))
    }
    dispatch?.(tr.setMeta(COMMAND, 'remove-annotation'))
    return true
  }
}

/** States facts of one annotation, in all blocks where it stands. */
export function setAnnotation(id: string, attrs: Attrs): Command {
  return (state, dispatch) => {
    const tr = state.tr
    eachMarked(state.doc, id, (from, to, mark) => replaceMark(tr, from, to, mark, attrs))
    if (tr.steps.length === 0) return false
    dispatch?.(tr.setMeta(COMMAND, 'set-annotation'))
    return true
  }
}

function replaceMark(tr: Transaction, from: number, to: number, mark: Mark, attrs: Attrs): void {
  const known = new Set(Object.keys(MARKS[mark.type.name as MarkName].attributes))
  const allowed = Object.fromEntries(Object.entries(attrs).filter(([name]) => known.has(name)))
  tr.removeMark(from, to, mark).addMark(from, to, mark.type.create({ ...mark.attrs, ...allowed }))
}

function eachMarked(doc: Node, id: string, found: (from: number, to: number, mark: Mark) => void): void {
  doc.descendants((node, pos) => {
    for (const mark of node.marks) if (mark.attrs.id === id) found(pos, pos + node.nodeSize, mark)
  })
}
