import type { Node } from 'prosemirror-model'
import { bodyOf, isBlock } from './access.ts'

/** Where the next block (1) or the one before (-1) stands, from the block at a position, over page turns; null at either end of the text. */
export function blockBeside(doc: Node, pos: number, step: 1 | -1): number | null {
  const $pos = doc.resolve(pos)
  const pages = bodyOf(doc)
  let page = $pos.index(1)
  let index = $pos.index(2) + step
  for (;;) {
    const node = pages.child(page)
    for (; index >= 0 && index < node.childCount; index += step) if (isBlock(node.child(index))) return placeOf(doc, page, index)
    page += step
    if (page < 0 || page >= pages.childCount) return null
    index = step === 1 ? 0 : pages.child(page).childCount - 1
  }
}

function placeOf(doc: Node, page: number, index: number): number {
  const start = doc.resolve(doc.resolve(1).posAtIndex(page, 1) + 1)
  return start.posAtIndex(index, start.depth)
}
