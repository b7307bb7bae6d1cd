import type { Mark, Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'

interface Words {
  readonly from: number
  readonly to: number
}

/** Puts other words in the place of these, all of them as one step. Their annotations stay on the new words. */
export function replaceWords<Found extends Words>(places: readonly Found[], wordsFor: (place: Found) => string): Command {
  return (state, dispatch) => {
    if (places.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      // from the end backwards, so that each place still is where it was found
      for (const place of [...places].sort((a, b) => b.from - a.from)) {
        const { from, to } = place
        const words = wordsFor(place)
        if (words === '') tr.delete(from, to)
        else tr.replaceWith(from, to, schema.text(words, marksOver(state.doc, from, to)))
      }
      dispatch(tr.setMeta(COMMAND, 'replace-words').scrollIntoView())
    }
    return true
  }
}

/** The annotations that cover all of a stretch. */
export function marksOver(doc: Node, from: number, to: number): readonly Mark[] {
  let marks: readonly Mark[] | null = null
  doc.nodesBetween(from, to, (node) => {
    if (node.isText) marks = marks === null ? node.marks : marks.filter((mark) => mark.isInSet(node.marks))
  })
  return marks ?? []
}
