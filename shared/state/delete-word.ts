import type { Command } from 'prosemirror-state'
import { isPoint } from '../document/access.ts'

/**
 * Ctrl+Backspace (-1) and Ctrl+Delete (1): the word beside the caret with the blanks between goes, anchors in it stay. Stops at the block's
 * edge and at line breaks and gaps; what lies beyond is taken by one more key.
 */
export function deleteWord(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    if (!empty || !$from.parent.isTextblock) return false
    const { parent, parentOffset } = $from
    // anchors are no letters: they neither part words nor go with them
    const letters: { readonly sign: string; readonly at: number }[] = []
    parent.forEach((node, offset) => {
      if (node.isText) for (let at = 0; at < node.text!.length; at++) letters.push({ sign: node.text![at]!, at: offset + at })
      else if (!isPoint(node)) letters.push({ sign: '\n', at: offset })
    })
    const beside =
      direction < 0 ? letters.filter(({ at }) => at < parentOffset).reverse() : letters.filter(({ at }) => at >= parentOffset)
    if (beside.length === 0) return false
    const going = wordOf(beside.map(({ sign }) => sign))
    const tr = state.tr
    const places = beside
      .slice(0, going)
      .map(({ at }) => $from.start() + at)
      .sort((a, b) => b - a)
    // runs of letters, last first; between two runs stands an anchor
    let end = 0
    places.forEach((place, index) => {
      if (index === 0 || places[index - 1] !== place + 1) end = place + 1
      if (places[index + 1] !== place - 1) tr.delete(place, end)
    })
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** How many signs go: one break, or the blanks and then either letters or signs. */
function wordOf(signs: readonly string[]): number {
  if (signs[0] === '\n') return 1
  let count = 0
  const eat = (kind: RegExp) => {
    while (count < signs.length && signs[count] !== '\n' && kind.test(signs[count]!)) count++
  }
  eat(/\s/)
  const before = count
  eat(/[\p{L}\p{N}\p{M}'’]|[\ud800-\udfff]/u)
  if (count === before) eat(/[^\s\p{L}\p{N}]/u)
  return count
}
