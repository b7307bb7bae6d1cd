import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { bodyOf, isNote, isPassage, objectsOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'

/** Says which note a note answers, or (null) that nobody said so. Refused where notes would answer each other in a circle. */
export function answerNote(note: string, to: string | null): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, note)
    if (!isNote(found?.node) || (to !== null && !canAnswer(state.doc, note, to))) return false
    dispatch?.(state.tr.setNodeAttribute(found.pos, 'answers', to).setMeta(COMMAND, 'answer-note'))
    return true
  }
}

/** Whether one note may answer another: that one is a note too, and does not answer it, through others or by itself. */
export function canAnswer(doc: Node, note: string, to: string): boolean {
  const notes = new Map(objectsOf(doc).map((node) => [node.attrs.id as string, node]))
  if (!isNote(notes.get(to))) return false
  const seen = new Set<string>()
  for (let one: unknown = to; typeof one === 'string' && !seen.has(one); one = notes.get(one)?.attrs.answers) {
    if (one === note) return false
    seen.add(one)
  }
  return true
}

/**
 * Says that a note concerns the whole paper, or (null) that it is not known what it concerns: words that it was said to be about are so no
 * more. Its anchor stays where it is.
 */
export function concernPaper(note: string, passage: 'paper' | null): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, note)
    if (!isNote(found?.node)) return false
    if (!dispatch) return true
    const tr = state.tr
    bodyOf(state.doc).descendants((node, pos) => {
      for (const mark of node.marks) {
        if (!isPassage(mark) || mark.attrs.note !== note || !mark.attrs.concerns) continue
        // the body begins one place into the document
        const [from, to] = [pos + 1, pos + 1 + node.nodeSize]
        tr.removeMark(from, to, mark).addMark(from, to, schema.mark('passage', { ...mark.attrs, concerns: false }))
      }
    })
    tr.setNodeAttribute(found.pos, 'passage', passage)
    dispatch(tr.setMeta(COMMAND, 'passage'))
    return true
  }
}
