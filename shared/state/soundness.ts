import type { Mark, Node } from 'prosemirror-model'
import { EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { isBlock, isPassage, isPoint, nameOf } from '../document/access.ts'
import { AllMentions } from '../document/all-mentions.ts'
import { changedChildren, type NodeAt } from '../document/changed-children.ts'
import { meaningOf, mentionsIn, referencesOf } from '../document/mentions.ts'
import type { NewId } from '../model/ids.ts'
import { schema } from '../schema/schema.ts'
import type { ReferenceTo } from '../vocabulary/attribute.ts'
import { COMMAND } from './meta.ts'
import type { Knows } from './pasted.ts'

/**
 * No change makes a text that could not be saved and read again, wherever it came from (a key, the browser's own editing, a drop, a command):
 * a block or note without an id, or with one that stands twice, gets a new one; an annotation without an id, or with one that says something
 * else elsewhere, gets its own; what names a note, page or paper that is not there, or an entry that no register has, states nothing there.
 * Looks at the blocks and notes that changed; at the others only where an id came or went.
 */
export function soundness(newId: NewId, knows: Knows = () => true): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      return transactions.some((tr) => tr.docChanged) ? mend(before.doc, after, newId, knows) : null
    },
  })
}

/** A whole document put right in the same way: for what was kept, by whatever fault, in a state that cannot be read as it stands. */
export function madeSound(doc: Node, newId: NewId, knows: Knows): Node {
  const nothing = schema.nodes.doc!.createAndFill()!
  const tr = mend(nothing, EditorState.create({ doc }), newId, knows)
  return tr ? madeSound(tr.doc, newId, knows) : doc
}

type IsThere = (to: ReferenceTo, id: string) => boolean

function mend(before: Node, after: EditorState, newId: NewId, knows: Knows): Transaction | null {
  const { came, went } = changedChildren(before, after.doc)
  const all = new AllMentions(after.doc)
  const tr = after.tr
  const old = went.map(mentionsIn)
  const had = new Set(old.flatMap(({ objects }) => objects))
  const named = new Set(old.flatMap(({ references }) => references.map(([to, id]) => `${to} ${id}`)))
  const said = new Map(old.flatMap(({ annotations }) => [...annotations]))
  const has = new Set<string>()
  for (const { node, pos } of came) {
    for (const { id, at } of objectsOf(node, pos)) {
      if (id === '' || has.has(id) || (!had.has(id) && all.count(id) > 1)) tr.setNodeAttribute(at, 'id', newId())
      else has.add(id)
    }
  }
  const isThere: IsThere = (to, id) => (to === 'object' ? all.count(id) > 0 : knows(to, id))
  for (const one of came)
    if (mentionsIn(one.node).references.some(([to, id]) => !named.has(`${to} ${id}`) && !isThere(to, id)))
      mendReferences(tr, one, isThere)
  const gone = new Set([...had].filter((id) => id !== '' && !has.has(id) && all.count(id) === 0))
  if (gone.size > 0) for (const one of all.naming(gone)) mendReferences(tr, one, (to, id) => to !== 'object' || !gone.has(id))
  mendAnnotations(tr, came, said, all, newId)
  // pages and notes keep their places: what may get a new id is only what has none of its own
  return tr.steps.length > 0 ? tr.setMeta(COMMAND, 'soundness') : null
}

/** A node's own id and those of the atoms in it, with the places of what has them. An atom needs none. */
function objectsOf(node: Node, pos: number): readonly { readonly id: string; readonly at: number }[] {
  const found = [{ id: String(node.attrs.id), at: pos }]
  if (node.isTextblock)
    node.forEach((run, offset) => {
      if (!run.isText && run.attrs.id) found.push({ id: run.attrs.id, at: pos + 1 + offset })
    })
  return found
}

/** Takes out of a node what names something that is not there. What is nothing but its reference goes as a whole. */
function mendReferences(tr: Transaction, { node, pos }: NodeAt, isThere: IsThere): void {
  const place = (at: number) => tr.mapping.map(at)
  const lost = (name: string, attrs: Node['attrs']) =>
    referencesOf(name, attrs)
      .filter(([to, id]) => !isThere(to, id))
      .map(([, , attribute]) => attribute)
  const { hand } = node.attrs
  if (isBlock(node) && hand !== null && !isThere('hands', hand)) tr.setNodeAttribute(place(pos), 'hand', null)
  for (const attribute of lost(nameOf(node), node.attrs)) tr.setNodeAttribute(place(pos), attribute, null)
  if (!node.isTextblock) return
  node.forEach((run, offset) => {
    const at = pos + 1 + offset
    for (const mark of run.marks) {
      const attributes = lost(nameOf(mark), mark.attrs)
      if (attributes.length === 0) continue
      const nothing = Object.fromEntries(attributes.map((attribute) => [attribute, null]))
      const rest = isPassage(mark) ? null : mark.type.create({ ...mark.attrs, ...nothing })
      replaceMark(tr, place(at), place(at + run.nodeSize), mark, rest)
    }
    const attributes = run.isText ? [] : lost(nameOf(run), run.attrs)
    if (attributes.length === 0) return
    if (isPoint(run)) tr.delete(place(at), place(at + run.nodeSize))
    else for (const attribute of attributes) tr.setNodeAttribute(place(at), attribute, null)
  })
}

function replaceMark(tr: Transaction, from: number, to: number, mark: Mark, rest: Mark | null): void {
  tr.removeMark(from, to, mark)
  if (rest) tr.addMark(from, to, rest)
}

/** An id of an annotation means one thing: what came with another meaning, or with no id, gets an id of its own. `said`: what ids meant before. */
function mendAnnotations(
  tr: Transaction,
  came: readonly NodeAt[],
  said: ReadonlyMap<string, string>,
  all: AllMentions,
  newId: NewId,
): void {
  const fresh = new Map<string, string>()
  const means = new Map<string, string>()
  const nodes = new Set(came.map(({ node }) => node))
  const meaningElsewhere = (id: string): string | undefined => {
    for (const { node } of all.naming(new Set([id]))) {
      const meaning = nodes.has(node) ? undefined : mentionsIn(node).annotations.get(id)
      if (meaning !== undefined) return meaning
    }
    return undefined
  }
  for (const { node, pos } of came) {
    if (!node.isTextblock) continue
    node.forEach((run, offset) => {
      for (const mark of run.marks) {
        const id: string = mark.attrs.id
        const meaning = meaningOf(mark)
        if (!means.has(id)) means.set(id, (said.get(id) === meaning ? undefined : meaningElsewhere(id)) ?? meaning)
        if (id !== '' && means.get(id) === meaning) continue
        const own = fresh.get(meaning) ?? newId()
        fresh.set(meaning, own)
        const at = pos + 1 + offset
        replaceMark(tr, tr.mapping.map(at), tr.mapping.map(at + run.nodeSize), mark, mark.type.create({ ...mark.attrs, id: own }))
      }
    })
  }
}
