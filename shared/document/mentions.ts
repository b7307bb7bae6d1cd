import type { Mark, Node } from 'prosemirror-model'
import type { AttributeTable, ReferenceTo } from '../vocabulary/attribute.ts'
import { attributesOf } from '../vocabulary/vocabulary.ts'
import { isBlock } from './access.ts'

/** What a block, a division or an object of the margin is called and names, itself and in its words: enough to tell whether all leads somewhere. */
export interface NodeMentions {
  /** Its own id, and those of the atoms in it; none of an atom that has no id. */
  readonly objects: readonly string[]
  /** Ids of its annotations, each with what it says. */
  readonly annotations: ReadonlyMap<string, string>
  /** What must be there; what may be gone is left out. */
  readonly references: readonly (readonly [to: ReferenceTo, id: string])[]
}

const known = new WeakMap<Node, NodeMentions>()

/** The mentions of a page, a child of a page or an object of the margin. Nodes never change, so each is looked at once. */
export function mentionsIn(node: Node): NodeMentions {
  const before = known.get(node)
  if (before) return before
  const objects: string[] = [node.attrs.id]
  // of a page: it alone, its children have theirs
  if (!node.isTextblock) return remember(node, { objects, annotations: new Map(), references: [] })
  const annotations = new Map<string, string>()
  const references: (readonly [ReferenceTo, string])[] = []
  if (isBlock(node) && node.attrs.hand !== null) references.push(['hands', node.attrs.hand])
  references.push(...namedBy(node.type.name, node.attrs))
  node.forEach((run) => {
    if (!run.isText) {
      if (typeof run.attrs.id === 'string' && run.attrs.id !== '') objects.push(run.attrs.id)
      references.push(...namedBy(run.type.name, run.attrs))
    }
    for (const mark of run.marks) {
      if (annotations.has(mark.attrs.id)) continue
      annotations.set(mark.attrs.id, meaningOf(mark))
      references.push(...namedBy(mark.type.name, mark.attrs))
    }
  })
  return remember(node, { objects, annotations, references })
}

function namedBy(name: string, attrs: Readonly<Record<string, unknown>>): NodeMentions['references'] {
  return referencesOf(name, attrs).map(([to, id]) => [to, id])
}

function remember(node: Node, mentions: NodeMentions): NodeMentions {
  known.set(node, mentions)
  return mentions
}

/** What an annotation says, as text to compare. */
export function meaningOf(mark: Mark): string {
  return JSON.stringify([mark.type.name, mark.attrs])
}

/** The attributes of a phenomenon that name something which must be there, each with what it names. */
export function referencesOf(
  name: string,
  attrs: Readonly<Record<string, unknown>>,
): readonly (readonly [to: ReferenceTo, id: string, attribute: string])[] {
  return referenceTable(name).flatMap(([attribute, to]) => {
    const id = attrs[attribute]
    return typeof id === 'string' ? [[to, id, attribute] as const] : []
  })
}

const tables = new Map<string, readonly (readonly [attribute: string, to: ReferenceTo])[]>()

function referenceTable(name: string): readonly (readonly [attribute: string, to: ReferenceTo])[] {
  let table = tables.get(name)
  if (!table) {
    const specs: AttributeTable = attributesOf(name) ?? {}
    table = Object.entries(specs).flatMap(([attribute, spec]) =>
      spec.kind === 'reference' && !spec.mayBeGone ? [[attribute, spec.to] as const] : [],
    )
    tables.set(name, table)
  }
  return table
}
