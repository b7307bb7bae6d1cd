import type { Node, ResolvedPos } from 'prosemirror-model'
import { isBlock, isBody } from '../document/access.ts'

/** Depths of the document: `doc(body(page(block)))`. */
export const PAGE_DEPTH = 2
export const BLOCK_DEPTH = 3

/** Whether a position lies in the text of a block of the body. */
export function inBlock($pos: ResolvedPos): boolean {
  return $pos.depth >= BLOCK_DEPTH && isBody($pos.node(1)) && $pos.parent.inlineContent
}

/**
 * Whether the text of two neighbours of a page may be made one. A division is a boundary on either side, and two blocks that are known to
 * be by two hands are never mixed by deleting what lies between them.
 */
export function mayJoin(before: Node | null | undefined, after: Node | null | undefined): boolean {
  if (!isBlock(before) || !isBlock(after)) return false
  const [one, other] = [before.attrs.hand, after.attrs.hand]
  return one === null || other === null || one === other
}

/** A stretch of text that one deletion may run through: from and to lie in blocks of one page with no boundary between them. */
export interface DeletableRange {
  readonly from: number
  readonly to: number
}

/** The stretches of text between two positions in blocks of the body, in order. Pages and boundaries lie between them, never in them. */
export function stretchesBetween($from: ResolvedPos, $to: ResolvedPos): readonly DeletableRange[] {
  const body = $from.node(1)
  const out: DeletableRange[] = []
  const first = $from.index(1)
  const last = $to.index(1)
  let pageStart = $from.start(PAGE_DEPTH)
  for (let index = first; index <= last; index++) {
    const page = body.child(index)
    let open: { from: number; to: number } | null = null
    let before: Node | null = null
    let start = pageStart
    for (let at = 0; at < page.childCount; at++) {
      const child = page.child(at)
      const end = start + child.nodeSize
      if (end > $from.pos && start < $to.pos && isBlock(child)) {
        const from = Math.max(start + 1, $from.pos)
        const to = Math.min(end - 1, $to.pos)
        if (open && mayJoin(before, child)) open.to = to
        else {
          open = { from, to }
          out.push(open)
        }
        before = child
      } else {
        open = null
        before = null
      }
      start = end
    }
    pageStart += page.nodeSize
  }
  return out
}

/** Whether two positions in blocks lie in one stretch. Looks at the blocks between them in one page, no further. */
export function sameStretch($from: ResolvedPos, $to: ResolvedPos): boolean {
  if ($from.before(PAGE_DEPTH) !== $to.before(PAGE_DEPTH)) return false
  const page = $from.node(PAGE_DEPTH)
  for (let at = $from.index(PAGE_DEPTH); at < $to.index(PAGE_DEPTH); at++) {
    if (!mayJoin(page.child(at), page.child(at + 1))) return false
  }
  return true
}
