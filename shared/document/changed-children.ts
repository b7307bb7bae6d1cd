import type { Node } from 'prosemirror-model'
import { bodyOf, marginOf, marginStart } from './access.ts'

/** A node with its place in the document. */
export interface NodeAt {
  readonly node: Node
  readonly pos: number
}

/** Pages, their children and the objects of the margin that one document has and the other has not: `came` in the order of the text. */
export interface Changed {
  readonly came: readonly NodeAt[]
  readonly went: readonly Node[]
}

/** What of pages, blocks, divisions and notes differs between two documents. Nodes that are the same are passed over: after a key one block is found. */
export function changedChildren(before: Node, after: Node): Changed {
  const pages = between(bodyOf(before), bodyOf(after), 1)
  const objects = between(marginOf(before), marginOf(after), marginStart(after))
  const inside = insidePages(pages)
  return {
    came: [...pages.came, ...inside.came, ...objects.came],
    went: [...pages.went, ...inside.went, ...objects.went],
  }
}

/** What stands between what two nodes begin with alike and what they end with alike. `start`: the place of what `after` holds. */
function between(before: Node, after: Node, start: number): Changed {
  if (before === after) return { came: [], went: [] }
  const shorter = Math.min(before.childCount, after.childCount)
  let [head, tail, pos] = [0, 0, start]
  while (head < shorter && before.child(head) === after.child(head)) pos += after.child(head++).nodeSize
  while (tail < shorter - head && before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail)) tail++
  return {
    came: childrenAt(after.children.slice(head, after.childCount - tail), pos),
    went: before.children.slice(head, before.childCount - tail),
  }
}

function childrenAt(nodes: readonly Node[], start: number): readonly NodeAt[] {
  let pos = start
  return nodes.map((node) => {
    const here = { node, pos }
    pos += node.nodeSize
    return here
  })
}

/** Of the children of pages that came and went, those that are not the same: a page of which one block changed has all others as before. */
function insidePages({ came, went }: Changed): Changed {
  const left = new Map<Node, number>()
  for (const page of went) for (const child of page.children) left.set(child, (left.get(child) ?? 0) + 1)
  const fresh: NodeAt[] = []
  for (const page of came)
    for (const child of childrenAt(page.node.children, page.pos + 1)) {
      // one node may stand twice: then it came once
      const count = left.get(child.node) ?? 0
      if (count > 0) left.set(child.node, count - 1)
      else fresh.push(child)
    }
  return { came: fresh, went: [...left].flatMap(([node, count]) => (count > 0 ? [node] : [])) }
}
