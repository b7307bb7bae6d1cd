import type { Node } from 'prosemirror-model'
import { isBlock } from '../document/access.ts'

/** The block beside one that leaves where its point can stand: the next that stays on the page, else the one before. */
export function neighbour(doc: Node, blockPos: number, leaving: ReadonlySet<number>): { readonly at: number } | null {
  const $pos = doc.resolve(blockPos)
  const page = $pos.parent
  const stays: { pos: number; node: Node; index: number }[] = []
  page.forEach((node, offset, index) => {
    const pos = $pos.start() + offset
    if (isBlock(node) && !leaving.has(pos)) stays.push({ pos, node, index })
  })
  const next = stays.find(({ index }) => index > $pos.index())
  if (next) return { at: next.pos + 1 }
  const last = stays.filter(({ index }) => index < $pos.index()).at(-1)
  return last ? { at: last.pos + last.node.nodeSize - 1 } : null
}
