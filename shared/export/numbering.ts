import type { MarginObject } from '../model/transcript.ts'
import type { Placement } from './placement.ts'

/** Numbers of the editor's notes in reading order, over the whole file. One drawn on a whole paper is its headnote and has none. */
export function numberEditorNotes({ order, on, paperOf }: Placement): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const object of order)
    if (object.type === 'editornote' && !isHeadnote(object, on, paperOf)) numbers.set(object.id, numbers.size + 1)
  return numbers
}

/** Whether an editor's note stands at the head of a paper: it is anchored on the paper, not in its text. */
export function isHeadnote(object: MarginObject, on: Placement['on'], paperOf: Placement['paperOf']): boolean {
  const paper = paperOf.get(object.id)
  return object.type === 'editornote' && paper !== undefined && (on.get(paper) ?? []).includes(object)
}

/** Notes by hands as letters a, b … z, aa …, in reading order; the pieces of one note share its letter. Piece counts from 1. */
export function letterNotes({ order }: Placement): ReadonlyMap<string, { readonly letter: string; readonly piece: number }> {
  const shown = new Map(order.filter(({ type }) => type === 'note').map((note) => [note.id, note]))
  const chains = new Map<string, string[]>()
  for (const note of shown.values()) {
    const head = headOf(note, shown)
    chains.set(head, [...(chains.get(head) ?? []), note.id])
  }
  const letters = new Map<string, { letter: string; piece: number }>()
  let count = 0
  for (const note of shown.values()) {
    if (letters.has(note.id)) continue
    const head = headOf(note, shown)
    const letter = letterOf(count)
    count += 1
    const chain = [...chains.get(head)!].sort((a, b) => depth(shown.get(a)!, shown) - depth(shown.get(b)!, shown))
    for (const [at, id] of chain.entries()) letters.set(id, { letter, piece: at + 1 })
  }
  return letters
}

type Notes = ReadonlyMap<string, MarginObject>

function before(note: MarginObject, shown: Notes): MarginObject | undefined {
  return typeof note.attrs.joins === 'string' ? shown.get(note.attrs.joins) : undefined
}

function headOf(note: MarginObject, shown: Notes): string {
  let head = note
  for (let one = before(head, shown); one; one = before(head, shown)) head = one
  return head.id
}

function depth(note: MarginObject, shown: Notes): number {
  let steps = 0
  for (let one = before(note, shown); one; one = before(one, shown)) steps += 1
  return steps
}

function letterOf(count: number): string {
  const sign = String.fromCharCode(97 + (count % 26))
  return count < 26 ? sign : `${letterOf(Math.floor(count / 26) - 1)}${sign}`
}
