import { isFootnote } from '../vocabulary/margin.ts'

/** An object of the margin, as far as its letter depends on it. */
export interface Lettered {
  readonly id: string
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
}

/** Notes by hands as letters a, b … z, aa …, in the (reading) order given; the pieces of one note share its letter. Piece counts from 1. Footnotes of the paper have none. */
export function letterNotes(
  order: readonly Lettered[],
): ReadonlyMap<string, { readonly letter: string; readonly piece: number }> {
  return chains(order.filter(({ type, attrs }) => type === 'note' && !isFootnote(type, attrs)))
}

/** The footnotes of the paper in the order given, each with its pieces in theirs. */
export function chainFootnotes<One extends Lettered>(order: readonly One[]): readonly (readonly One[])[] {
  const notes = order.filter(({ type, attrs }) => isFootnote(type, attrs))
  const places = chains(notes)
  const all = new Map<string, One[]>()
  for (const note of notes) {
    const { letter } = places.get(note.id)!
    all.set(letter, [...(all.get(letter) ?? []), note])
  }
  return [...all.values()].map((pieces) => pieces.sort((a, b) => places.get(a.id)!.piece - places.get(b.id)!.piece))
}

function chains(notes: readonly Lettered[]): ReadonlyMap<string, { readonly letter: string; readonly piece: number }> {
  const shown = new Map(notes.map((note) => [note.id, note]))
  const own = new Map<string, string[]>()
  for (const note of shown.values()) {
    const head = headOf(note, shown)
    own.set(head, [...(own.get(head) ?? []), note.id])
  }
  const letters = new Map<string, { letter: string; piece: number }>()
  let count = 0
  for (const note of shown.values()) {
    if (letters.has(note.id)) continue
    const head = headOf(note, shown)
    const letter = letterOf(count)
    count += 1
    const chain = [...own.get(head)!].sort((a, b) => depth(shown.get(a)!, shown) - depth(shown.get(b)!, shown))
    for (const [at, id] of chain.entries()) letters.set(id, { letter, piece: at + 1 })
  }
  return letters
}

type Notes = ReadonlyMap<string, Lettered>

function before(note: Lettered, shown: Notes): Lettered | undefined {
  return typeof note.attrs.joins === 'string' ? shown.get(note.attrs.joins) : undefined
}

function headOf(note: Lettered, shown: Notes): string {
  let head = note
  for (let one = before(head, shown); one; one = before(head, shown)) head = one
  return head.id
}

function depth(note: Lettered, shown: Notes): number {
  let steps = 0
  for (let one = before(note, shown); one; one = before(one, shown)) steps += 1
  return steps
}

function letterOf(count: number): string {
  const sign = String.fromCharCode(97 + (count % 26))
  return count < 26 ? sign : `${letterOf(Math.floor(count / 26) - 1)}${sign}`
}
