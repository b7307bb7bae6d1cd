import type { Node } from 'prosemirror-model'
import { type ChangedPlace, changedPlaces } from '../commands/changed-places.ts'
import { isBlock, isNote, objectsOf, pagesOf } from '../document/access.ts'
import { type SourceRange, wordsOf } from '../model/source.ts'
import type { Unused } from '../model/transcript.ts'
import { sourceOf, textOf } from '../state/owners.ts'
import { linesIn } from '../text/lines.ts'
import { machineWords } from '../text/machine-words.ts'
import { SET_ASIDE_BY, type UnusedReason } from '../vocabulary/unused.ts'

/** Where it stands in the machine transcript: the original by its number, and the line, from 1. Null: it has no words there. */
export interface MachinePlace {
  readonly original: number
  readonly line: number
}

interface RowOf {
  readonly id: string
  /** The page that it stands on, or beside: its id, and its number from 1. */
  readonly page: string
  readonly pageNumber: number
  readonly machine: MachinePlace | null
}

/** A block or note, as the machine read it and as it stands. */
export interface OwnerRow extends RowOf {
  readonly kind: 'block' | 'note'
  readonly role: string | null
  readonly hand: string | null
  readonly was: string
  readonly now: string
  readonly places: readonly ChangedPlace[]
  /** The machine transcript has it before the block that stands before it here. */
  readonly goesBack: boolean
}

/** A stretch of the machine transcript that is no text of the paper, where it stood. */
export interface AsideRow extends RowOf {
  readonly kind: 'aside'
  readonly reason: string
  readonly was: string
}

export type Row = OwnerRow | AsideRow

/**
 * The machine transcript beside the transcript, in the order in which the transcript is read: each block with its own words, wherever the
 * machine has them; notes and what was set aside after the block that holds what the machine read before them. Signs of the file are left
 * out. Aligns only what differs: to be asked for, not to be kept at a key.
 */
export function sideBySide(doc: Node, texts: readonly string[]): readonly Row[] {
  const lineOf = linesOf(texts)
  const rows: Row[] = []
  const held: Held[] = []
  let last: SourceRange | null = null
  for (const [index, page] of pagesOf(doc).entries()) {
    page.forEach((block) => {
      if (!isBlock(block)) return
      const source = sourceOf(block)
      const [first] = source
      const goesBack = first !== undefined && last !== null && first[0] === last[0] && first[1] < last[1]
      for (const range of source) held.push({ range, row: rows.length })
      rows.push({ ...ownerRow(block, page, index, texts, lineOf), goesBack })
      last = first ?? last
    })
  }
  const first = { page: (pagesOf(doc)[0]?.attrs.id ?? '') as string, pageNumber: 1 }
  return attached(rows, held, [...notesOf(doc), ...asidesOf(doc)], first, texts, lineOf)
}

/** What stands beside the blocks of a page: its notes, and what of it was set aside, by their ids. */
export function besidePage(
  rows: readonly Row[],
  page: string,
): { readonly notes: readonly string[]; readonly asides: readonly string[] } {
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind && row.page === page).map(({ id }) => id)
  return { notes: of('note'), asides: of('aside') }
}

/** A stretch of the machine transcript, and the row that holds it. */
interface Held {
  readonly range: SourceRange
  readonly row: number
}

/** What has its place by the machine transcript alone. */
interface Loose {
  readonly source: readonly SourceRange[]
  readonly note?: Node
  readonly aside?: Unused
}

const notesOf = (doc: Node): readonly Loose[] =>
  objectsOf(doc)
    .filter(isNote)
    .map((note) => ({ note, source: sourceOf(note) }))

const asidesOf = (doc: Node): readonly Loose[] =>
  (doc.attrs.unused as readonly Unused[])
    .filter(({ reason }) => SET_ASIDE_BY[reason as UnusedReason] !== 'import')
    .map((aside) => ({ aside, source: aside.source }))

function attached(
  rows: readonly Row[],
  held: readonly Held[],
  loose: readonly Loose[],
  first: Pick<Row, 'page' | 'pageNumber'>,
  texts: readonly string[],
  lineOf: LineOf,
): readonly Row[] {
  const order = [...held].sort((a, b) => byPlace(a.range, b.range))
  const after = new Map<number, { readonly at: SourceRange; readonly row: Row }[]>()
  for (const one of loose) {
    const [at] = one.source
    const home = at === undefined ? rows.length - 1 : (lastBefore(order, at)?.row ?? -1)
    const beside = rows[Math.max(home, 0)]
    const { page, pageNumber } = beside ?? first
    const where = { page, pageNumber, machine: lineOf(one.source) }
    const row: Row | null = one.note
      ? { ...ownerRowOf(one.note, 'note', texts), ...where, goesBack: false }
      : one.aside
        ? { kind: 'aside', id: one.aside.id, reason: one.aside.reason, was: wordsOf(one.source, texts).trim(), ...where }
        : null
    if (row) after.set(home, [...(after.get(home) ?? []), { at: at ?? NOWHERE, row }])
  }
  const following = (row: number) => (after.get(row) ?? []).sort((a, b) => byPlace(a.at, b.at)).map((one) => one.row)
  return [...following(-1), ...rows.flatMap((row, at) => [row, ...following(at)])]
}

const NOWHERE: SourceRange = [Number.MAX_SAFE_INTEGER, 0, 0]
const byPlace = (a: SourceRange, b: SourceRange) => a[0] - b[0] || a[1] - b[1]

/** The last of an ordered list that begins before a place in the same original. */
function lastBefore(order: readonly Held[], at: SourceRange): Held | null {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (byPlace(order[middle]!.range, at) < 0) low = middle + 1
    else high = middle
  }
  const found = order[low - 1]
  return found && found.range[0] === at[0] ? found : null
}

function ownerRow(block: Node, page: Node, index: number, texts: readonly string[], lineOf: LineOf) {
  const where = { page: page.attrs.id as string, pageNumber: index + 1, machine: lineOf(sourceOf(block)) }
  return { ...ownerRowOf(block, 'block', texts), ...where }
}

function ownerRowOf(owner: Node, kind: 'block' | 'note', texts: readonly string[]) {
  return {
    kind,
    id: owner.attrs.id as string,
    role: (owner.attrs.role ?? null) as string | null,
    hand: (owner.attrs.hand ?? null) as string | null,
    was: machineWords(sourceOf(owner), texts).was,
    now: textOf(owner),
    places: changedPlaces(owner, texts),
  }
}

type LineOf = (source: readonly SourceRange[]) => MachinePlace | null

function linesOf(texts: readonly string[]): LineOf {
  const starts = texts.map((text) => linesIn(text).map(({ start }) => start))
  return ([first]) => {
    const all = first && starts[first[0]]
    if (!all) return null
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (all[middle]! <= first[1]) low = middle + 1
      else high = middle
    }
    return { original: first[0], line: Math.max(1, low) }
  }
}
