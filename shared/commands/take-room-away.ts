import type { Transaction } from 'prosemirror-state'
import { isPage } from '../document/access.ts'
import { isRoom } from '../schema/document.ts'

/** Takes the empty block away that was only put on a page for the caret, where another block stands there again. `at`: a place in that block's page. */
export function takeRoomAway(tr: Transaction, at: number): void {
  const $at = tr.doc.resolve(at)
  if ($at.depth < 2 || !isPage($at.node(2))) return
  const page = $at.node(2)
  page.forEach((child, offset) => {
    const pos = $at.start(2) + offset
    if (isRoom(child, page) && page.childCount > 1) tr.delete(pos, pos + child.nodeSize)
  })
}
