import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { isBlock } from '../document/access.ts'
import { type DeletableRange, PAGE_DEPTH } from './stretches.ts'

/**
 * Deletes one stretch of a selection that has several. Blocks are never joined: the block where the stretch begins keeps what stands before
 * it, the one where it ends keeps what stands after it, and blocks that it covers go. A page keeps one block, emptied, so that the caret
 * has a place; with `keepFirst` so does the stretch.
 */
export function deleteStretch(tr: Transaction, stretch: DeletableRange, keepFirst: boolean): void {
  const $from = tr.doc.resolve(stretch.from)
  const $to = tr.doc.resolve(stretch.to)
  const covers = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
  if (!covers && $from.sameParent($to)) {
    if (stretch.to > stretch.from) tr.delete(stretch.from, stretch.to)
    return
  }
  const keep =
    keepFirst ||
    $from.parentOffset > 0 ||
    (covers && !hasOtherBlocks($from.node(PAGE_DEPTH), $from.index(PAGE_DEPTH), $to.index(PAGE_DEPTH)))
  if (!covers && $to.parentOffset < $to.parent.content.size) {
    // the last block stays: first what it loses, so that the positions before it still hold
    if ($to.parentOffset > 0) tr.delete($to.start(), stretch.to)
    deleteBlocks(tr, keep ? $from.after() : $from.before(), $to.before())
  } else deleteBlocks(tr, keep ? $from.after() : $from.before(), $to.after())
  if (keep && $from.parentOffset < $from.parent.content.size) tr.delete(stretch.from, $from.end())
}

function deleteBlocks(tr: Transaction, from: number, to: number): void {
  if (to > from) tr.delete(from, to)
}

function hasOtherBlocks(page: Node, first: number, last: number): boolean {
  for (let at = 0; at < page.childCount; at++) {
    if ((at < first || at > last) && isBlock(page.child(at))) return true
  }
  return false
}
