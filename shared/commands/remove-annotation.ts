import type { Mark, Node } from 'prosemirror-model'
import type { Command, Transaction } from 'prosemirror-state'
import { isCorrection, isPassage, isSupplied } from '../document/access.ts'
import { schema } from '../schema/schema.ts'
import { anchoredNotes } from '../state/annotations.ts'
import { COMMAND } from '../state/meta.ts'

interface Run {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

/** Everything that an annotation covers, run by run. */
export function runsOf(doc: Node, id: string): readonly Run[] {
  const runs: Run[] = []
  doc.descendants((node, pos) => {
    for (const mark of node.marks) if (mark.attrs.id === id) runs.push({ from: pos, to: pos + node.nodeSize, mark })
  })
  return runs
}

/**
 * Takes one annotation off, by id, wherever it stands. Its words stay, but for two kinds that say whose the words are: with a marked
 * correction off the words read again as they did before it, and words that the editor supplied go. Neighbours of the same kind stay.
 * Where it was the last anchor of a note, a point takes its place: the note is still drawn there.
 */
export function removeAnnotation(id: string): Command {
  return (state, dispatch) => {
    const runs = runsOf(state.doc, id)
    const [first] = runs
    if (!first) return false
    if (!dispatch) return true
    const tr = state.tr
    for (const { from, to, mark } of runs) tr.removeMark(from, to, mark)
    if (isCorrection(first.mark)) unmend(tr, runs, String(first.mark.attrs.was))
    if (isSupplied(first.mark)) for (const { from, to } of [...runs].reverse()) tr.delete(from, to)
    if (isPassage(first.mark)) keepAnchored(tr, first.from, first.mark.attrs.note)
    dispatch(tr.setMeta(COMMAND, 'remove-annotation'))
    return true
  }
}

/** The earlier words in the place of the mended ones; other annotations on them stay. */
function unmend(tr: Transaction, runs: readonly Run[], was: string): void {
  const [from, to] = [runs[0]!.from, runs.at(-1)!.to]
  if (!tr.doc.resolve(from).sameParent(tr.doc.resolve(to))) return
  const marks = tr.doc.nodeAt(from)?.marks ?? []
  if (was === '') tr.delete(from, to)
  else tr.replaceWith(from, to, schema.text(was, marks))
}

function keepAnchored(tr: Transaction, at: number, note: string): void {
  if (!anchoredNotes(tr.doc, new Set([note])).has(note)) tr.insert(at, schema.node('point', { note }))
}
