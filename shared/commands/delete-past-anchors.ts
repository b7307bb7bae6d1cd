import type { Command } from 'prosemirror-state'
import { isPoint } from '../document/access.ts'

/**
 * Backspace or Delete beside an anchor that nobody sees takes the letter beyond it and leaves the anchor: a note is never lost because
 * the caret happened to stand next to its point. Does nothing where no anchor stands beside the caret.
 */
export function deletePastAnchors(direction: 'backward' | 'forward'): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    if (!empty || !$from.parent.isTextblock) return false
    const beside = () => (direction === 'backward' ? state.doc.resolve(at).nodeBefore : state.doc.resolve(at).nodeAfter)
    let at = $from.pos
    while (isPoint(beside())) at += direction === 'backward' ? -1 : 1
    if (at === $from.pos) return false
    const next = beside()
    if (!next) return true
    const letters = next.isText ? next.text! : 'x'
    const size = letterSize(letters, direction)
    dispatch?.((direction === 'backward' ? state.tr.delete(at - size, at) : state.tr.delete(at, at + size)).scrollIntoView())
    return true
  }
}

/** A whole letter with what is set upon it (grapheme), in UTF-16 units. */
function letterSize(text: string, direction: 'backward' | 'forward'): number {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(-40))]
  if (direction === 'backward') return letters.at(-1)!.segment.length
  return new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, 40))[Symbol.iterator]().next().value!
    .segment.length
}
