import type { Node } from 'prosemirror-model'
import { bodyOf, firstPaperOf, isPage, marginOf, pagesOf } from './access.ts'
import type { NodeAt } from './changed-children.ts'
import { mentionsIn } from './mentions.ts'

/** The mentions of everything on a page, or in the margin, put together. */
interface Together {
  /** How often each id stands there. */
  readonly objects: ReadonlyMap<string, number>
  readonly named: ReadonlySet<string>
  readonly annotations: ReadonlySet<string>
}

const known = new WeakMap<Node, Together>()

function together(parent: Node): Together {
  const before = known.get(parent)
  if (before) return before
  const objects = new Map<string, number>()
  const named = new Set<string>()
  const annotations = new Set<string>()
  const own = isPage(parent) ? [parent, ...parent.children] : parent.children
  for (const node of own) {
    const mentions = mentionsIn(node)
    for (const id of mentions.objects) objects.set(id, (objects.get(id) ?? 0) + 1)
    for (const [, id] of mentions.references) named.add(id)
    for (const id of mentions.annotations.keys()) annotations.add(id)
  }
  const all = { objects, named, annotations }
  known.set(parent, all)
  return all
}

/** What is called and named in a whole document, asked page by page: pages that nobody changed are known from before. */
export class AllMentions {
  private readonly doc: Node
  private readonly parents: readonly Node[]

  constructor(doc: Node) {
    this.doc = doc
    this.parents = [...pagesOf(doc), marginOf(doc)]
  }

  /** How often an id stands in the document, its first paper included. */
  count(id: string): number {
    return this.parents.reduce(
      (sum, parent) => sum + (together(parent).objects.get(id) ?? 0),
      firstPaperOf(this.doc) === id ? 1 : 0,
    )
  }

  /** Children of pages and objects of the margin in which one of these is named, or which lie in one of these annotations. */
  *naming(ids: ReadonlySet<string>): Iterable<NodeAt> {
    let pos = 1
    for (const parent of this.parents) {
      const { named, annotations } = together(parent)
      const isHere = [...ids].some((id) => named.has(id) || annotations.has(id))
      if (parent === marginOf(this.doc)) pos = bodyOf(this.doc).nodeSize
      if (isHere) {
        let at = pos + 1
        for (const node of parent.children) {
          yield { node, pos: at }
          at += node.nodeSize
        }
      }
      pos += parent.nodeSize
    }
  }
}
