import type { Mark } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { isBlock, isCorrection, markNameOf } from '../document/access.ts'
import { wordsOf } from '../model/source.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { isOwner } from '../state/owners.ts'
import { MARKS, type MarkName } from '../vocabulary/marks.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'
import { runsOf } from './remove-annotation.ts'
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
  const { $from, $to, from, to } = selection
  if (isBlock($from.parent) || !$from.parent.isTextblock || !$from.sameParent($to)) return stretchesOf(state)
  return state.doc.textBetween(from, to, '', '\ufffc').trim() === '' ? [] : [{ from, to }]
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

/** What the machine read where the words of one textblock stand (document positions), by its source; the words themselves where it has none. */
export function machineReading(context: CommandContext, state: EditorState, from: number, to: number): string {
  const $from = state.doc.resolve(from)
  const owner = $from.parent
  const words = state.doc.textBetween(from, to)
  if (!isOwner(owner)) return words
  const [, inside] = cutSource(owner, from - $from.start(), to - $from.start(), context.texts())
  return wordsOf(inside, context.texts()).trim() || words
}

/** The marked correction that the span lies in or touches, with the whole stretch that it covers. */
function correctionAround(
  state: EditorState,
  span: Span,
): { readonly mark: Mark; readonly from: number; readonly to: number } | null {
  let found: Mark | null = null
  state.doc.nodesBetween(span.from, span.to, (node) => {
    found ??= node.marks.find(isCorrection) ?? null
  })
  if (!found) return null
  const mark: Mark = found
  const runs = runsOf(state.doc, mark.attrs.id)
  return { mark, from: Math.min(span.from, runs[0]!.from), to: Math.max(span.to, runs.at(-1)!.to) }
}

/**
 * What a marked correction of the selection would replace, and what the machine read there. Null where nothing, or more than one block, is
 * selected, and where the earlier correction goes on in another block or note: between the two stands what was never selected.
 */
export function correctable(context: CommandContext, state: EditorState) {
  const [span, ...more] = spansOf(state)
  if (!span || more.length > 0 || !state.doc.resolve(span.from).sameParent(state.doc.resolve(span.to))) return null
  const earlier = correctionAround(state, span)
  const { from, to } = earlier ?? span
  if (!state.doc.resolve(from).sameParent(state.doc.resolve(to))) return null
  const was = earlier ? String(earlier.mark.attrs.was) : machineReading(context, state, from, to)
  return { from, to, was, words: state.doc.textBetween(from, to), earlier: earlier?.mark ?? null }
}

/**
 * The machine misread: replaces the selected words (or the word around the caret) and marks the new ones as a correction that remembers
 * what the machine read. The only mend inside handwriting. A second correction of the same words takes the place of the first. Refused
 * where the words would read as the machine read them, or lie in more than one block.
 */
export function correctMarked(context: CommandContext, now: string, attrs: Attrs): Command {
  return (state, dispatch) => {
    const place = correctable(context, state)
    if (!place || now === '' || now === place.was) return false
    if (dispatch) {
      const { from, to, was, earlier } = place
      const kept = state.doc
        .resolve(from + 1)
        .marks()
        .filter((mark) => mark.attrs.id !== earlier?.attrs.id)
      const mark = schema.mark('correction', { ...attrs, was, id: earlier?.attrs.id ?? context.newId() })
      const tr = state.tr.replaceWith(from, to, schema.text(now, mark.addToSet(kept)))
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

/** States facts of one annotation, in all blocks where it stands. */
export function setAnnotation(id: string, attrs: Attrs): Command {
  return (state, dispatch) => {
    const tr = state.tr
    for (const { from, to, mark } of runsOf(state.doc, id)) replaceMark(tr, from, to, mark, attrs)
    if (tr.steps.length === 0) return false
    dispatch?.(tr.setMeta(COMMAND, 'set-annotation'))
    return true
  }
}

function replaceMark(tr: Transaction, from: number, to: number, mark: Mark, attrs: Attrs): void {
  const known = new Set(Object.keys(MARKS[markNameOf(mark)].attributes))
  const allowed = Object.fromEntries(Object.entries(attrs).filter(([name]) => known.has(name)))
  tr.removeMark(from, to, mark).addMark(from, to, mark.type.create({ ...mark.attrs, ...allowed }))
}
