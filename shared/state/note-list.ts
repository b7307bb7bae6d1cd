import type { Node } from 'prosemirror-model'
import { isEditorNote, isQuery, marginOf, nameOf } from '../document/access.ts'
import { marginInOrder, numbersIn } from '../document/note-order.ts'
import { isByHand } from '../vocabulary/margin.ts'

/** One object of the margin in the list of all: in reading order, a reply under what it answers. */
export interface NoteRow {
  readonly id: string
  readonly node: Node
  /** How many notes it answers, one through the other. */
  readonly depth: number
  /** An editor's note's number; null where it has none. */
  readonly number: number | null
  readonly isHeadnote: boolean
}

/** What of the list is shown. Null: everything. */
export interface NoteFilter {
  /** A hand's id, `none` (not stated) or `ours` (the editors'). */
  readonly by: string | null
  /** A function's name, or `penmark`, `editornote`, `query`, `open` (queries not resolved), `thread` (answers or is answered). */
  readonly what: string | null
}

export const EVERYTHING: NoteFilter = { by: null, what: null }

const rows = new WeakMap<Node, NoteRow>()

/** The list of everything that stands beside the text. A row stays the same object while nothing of it changes. */
export function noteRows(doc: Node): readonly NoteRow[] {
  const order = marginInOrder(doc)
  const numbers = numbersIn(order)
  const known = new Set(order.objects.map(({ attrs }) => attrs.id as string))
  const replies = new Map<string, Node[]>()
  const heads: Node[] = []
  for (const node of order.objects) {
    const { answers } = node.attrs
    if (typeof answers === 'string' && known.has(answers)) replies.set(answers, [...(replies.get(answers) ?? []), node])
    else heads.push(node)
  }
  const list: NoteRow[] = []
  const seen = new Set<string>()
  const add = (node: Node, depth: number) => {
    const id: string = node.attrs.id
    if (seen.has(id)) return
    seen.add(id)
    list.push(rowOf(node, depth, numbers.get(id) ?? null, order.onPapers.has(id)))
    for (const reply of replies.get(id) ?? []) add(reply, depth + 1)
  }
  for (const head of heads) add(head, 0)
  // notes that answer each other in a circle have no head
  for (const node of order.objects) add(node, 0)
  return list
}

function rowOf(node: Node, depth: number, number: number | null, onPaper: boolean): NoteRow {
  const isHeadnote = onPaper && isEditorNote(node)
  const before = rows.get(node)
  if (before && before.depth === depth && before.number === number && before.isHeadnote === isHeadnote) return before
  const row = { id: node.attrs.id as string, node, depth, number, isHeadnote }
  rows.set(node, row)
  return row
}

/** The rows that a filter lets through. */
export function filterRows(all: readonly NoteRow[], { by, what }: NoteFilter): readonly NoteRow[] {
  if (by === null && what === null) return all
  const answered = new Set(what === 'thread' ? all.map(({ node }) => node.attrs.answers) : [])
  return all.filter(({ node, id, depth }) => {
    const { attrs } = node
    const byHand = isByHand(nameOf(node))
    if (by === 'ours' ? byHand : by === 'none' ? !byHand || attrs.hand !== null : by !== null && attrs.hand !== by) return false
    if (what === null || what === nameOf(node)) return true
    if (what === 'open') return isQuery(node) && attrs.state !== 'resolved'
    if (what === 'thread') return depth > 0 || answered.has(id)
    return attrs.function === what || attrs.function2 === what
  })
}

const counted = new WeakMap<Node, number>()

/** How many queries are not resolved yet. */
export function openQueries(doc: Node): number {
  const margin = marginOf(doc)
  let count = counted.get(margin)
  if (count === undefined) {
    count = margin.children.filter((object) => isQuery(object) && object.attrs.state !== 'resolved').length
    counted.set(margin, count)
  }
  return count
}
