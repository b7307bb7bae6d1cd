import type { Mark, Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly broken: boolean
}

/** Puts other words in the place of these, all of them as one step. Their annotations stay on the new words. */
export function replaceWords(stretches: readonly Stretch[], words: string): Command {
  return (state, dispatch) => {
    if (stretches.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      // from the end backwards, so that each place still is where it was found
      for (const { from, to } of [...stretches].sort((a, b) => b.from - a.from)) {
        if (words === '') tr.delete(from, to)
        else tr.replaceWith(from, to, schema.text(words, marksOver(state.doc, from, to)))
      }
      dispatch(tr.setMeta(COMMAND, 'replace-words').scrollIntoView())
    }
    return true
  }
}

/** The annotations that cover all of a stretch. */
function marksOver(doc: Node, from: number, to: number): readonly Mark[] {
  let marks: readonly Mark[] | null = null
  doc.nodesBetween(from, to, (node) => {
    if (node.isText) marks = marks === null ? node.marks : marks.filter((mark) => mark.isInSet(node.marks))
  })
  return marks ?? []
}

/**
 * Those that may be replaced at one go: in the text, not in handwriting (a mend there is a marked correction, one by one), and without an
 * anchor, a gap or a line end among the words.
 */
export function replaceable<Found extends Stretch>(
  doc: Node,
  stretches: readonly Found[],
  isHandwriting: (hand: string | null) => boolean,
): readonly Found[] {
  return stretches.filter(({ from, to, broken }) => {
    const $from = doc.resolve(from)
    if (broken || $from.node(1).type.name !== 'body' || isHandwriting($from.parent.attrs.hand)) return false
    let written = false
    doc.nodesBetween(from, to, (node) => {
      written ||= node.marks.some((mark) => mark.type.name === 'add' && isHandwriting(mark.attrs.hand))
    })
    return !written
  })
}
