import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { isBlock, isGap, isLb, isMargin, isNote } from '../document/access.ts'

/** The part of one block that a selection takes, trimmed of blanks. Positions are the document's. */
export interface Stretch {
  readonly block: Node
  readonly blockPos: number
  readonly from: number
  readonly to: number
  /** Nothing but blanks and anchors would be left in the block. */
  readonly whole: boolean
}

/** The stretches that the selection takes; where nothing is selected, the whole block that the caret is in. */
export function stretchesOrBlock(state: EditorState): readonly Stretch[] {
  const { $from, empty } = state.selection
  if (!empty || !isBlock($from.parent)) return stretchesOf(state)
  const stretch = trimmed($from.parent, $from.before(), $from.start(), $from.end())
  return stretch ? [stretch] : []
}

/** The stretches of the text that the selection takes, block by block in reading order. Empty in the margin. */
export function stretchesOf(state: EditorState): readonly Stretch[] {
  const found: Stretch[] = []
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (isMargin(node)) return false
      if (!isBlock(node)) return !node.isTextblock
      const stretch = trimmed(node, pos, Math.max($from.pos, pos + 1), Math.min($to.pos, pos + node.nodeSize - 1))
      if (stretch) found.push(stretch)
      return false
    })
  }
  return found
}

function trimmed(block: Node, blockPos: number, from: number, to: number): Stretch | null {
  const start = blockPos + 1
  const solid = solidPlaces(block)
  const inside = solid.filter((at) => start + at >= from && start + at < to)
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return null
  return { block, blockPos, from: start + first, to: start + last + 1, whole: inside.length === solid.length }
}

/** Offsets in a block's content of everything that is neither blank nor an anchor. */
function solidPlaces(block: Node): readonly number[] {
  const places: number[] = []
  block.forEach((child, offset) => {
    if (child.isText) {
      for (let at = 0; at < child.text!.length; at++) if (!/\s/u.test(child.text![at]!)) places.push(offset + at)
    } else if (isGap(child)) places.push(offset)
  })
  return places
}

/** The part of a note that the selection takes; the whole note where nothing is selected. Empty outside notes. */
export function stretchInNote(state: EditorState): readonly Stretch[] {
  const { $from, $to, empty } = state.selection
  if (!isNote($from.parent) || !$from.sameParent($to)) return []
  const [from, to] = empty ? [$from.start(), $from.end()] : [$from.pos, $to.pos]
  const stretch = trimmed($from.parent, $from.before(), from, to)
  return stretch ? [stretch] : []
}

/** The word around the caret where nothing is selected, in the textblock that the caret is in; null between blanks. */
export function wordAround(state: EditorState): { readonly from: number; readonly to: number } | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, (leaf) => (isLb(leaf) ? '\n' : '\ufffc'))
  const isPart = (at: number) => /[^\s\ufffc]/u.test(text[at] ?? ' ')
  let [from, to] = [$from.parentOffset, $from.parentOffset]
  while (from > 0 && isPart(from - 1)) from--
  while (to < text.length && isPart(to)) to++
  const word = text.slice(from, to)
  // closing and opening signs belong to the sentence, not to the word
  from += word.length - word.replace(/^[("'‘“[]+/u, '').length
  to -= word.length - word.replace(/[,;:!?)"'’”\]]+$/u, '').length
  return from < to ? { from: $from.start() + from, to: $from.start() + to } : null
}
