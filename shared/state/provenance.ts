import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import type { NewId } from '../model/ids.ts'
import { coalesce, cutAt, lengthOf, type SourceRange } from '../model/source.ts'
import type { Unused } from '../model/transcript.ts'
import { isHistory, KEEPS_LEDGER } from './meta.ts'
import { type OwnerAt, ownersBetween, placesInSource, sourceOf, textOf } from './owners.ts'
import { survivors } from './survivors.ts'
import { takeFromUnused } from './unused.ts'

/** The words of the last cut, piece by piece (one per block), with the stretches of the machine transcript that they came from. */
interface CutRecord {
  readonly token: string
  readonly pieces: readonly (readonly SourceRange[])[]
}

const provenanceKey = new PluginKey<CutRecord | null>('provenance')

/**
 * Keeps the ledger: after every transaction each stretch of the machine transcript has one owner: a block, a note, or `unused`. A split
 * cuts where aligning the text with its source puts the cut; a join concatenates; what loses its owner goes to `unused`, reason
 * `deleted`; a copy owns nothing; the first paste after a cut takes its stretches back. Typing inside one block costs nothing.
 * Undo needs nothing: sources and `unused` come back with the steps. `texts()` gives the originals' decoded texts.
 */
export function provenance(texts: () => readonly string[], newId: NewId): Plugin<CutRecord | null> {
  return new Plugin<CutRecord | null>({
    key: provenanceKey,
    state: {
      init: () => null,
      apply: (tr, cut) => (tr.getMeta(provenanceKey) as CutRecord | undefined) ?? cut,
    },
    appendTransaction(transactions, before, after) {
      const own = transactions.filter((tr) => tr.docChanged && !isHistory(tr) && !tr.getMeta(KEEPS_LEDGER))
      if (own.length === 0 || own.length !== transactions.filter((tr) => tr.docChanged).length) return null
      return repair(own, before, after, texts(), newId)
    },
  })
}

interface Changed {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/** The stretch that the steps touched, in old and new positions; null where nothing but attributes changed. */
function changedBy(mapping: Mapping, newSize: number, oldSize: number): Changed | null {
  let [newFrom, newTo] = [Number.POSITIVE_INFINITY, -1]
  mapping.maps.forEach((map, index) => {
    const rest = mapping.slice(index + 1)
    map.forEach((_oldStart, _oldEnd, start, end) => {
      newFrom = Math.min(newFrom, rest.map(start, -1))
      newTo = Math.max(newTo, rest.map(end, 1))
    })
  })
  if (newTo < 0) return null
  // everything outside the changed stretch kept its distance from the document's two ends
  return { from: newFrom, to: oldSize - (newSize - newTo), newFrom, newTo }
}

function inOneTextblock(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  return $from.parent.isTextblock && to <= $from.end()
}

interface KeptWords {
  readonly owner: number
  readonly from: number
  readonly to: number
  readonly at: number
  ranges: readonly SourceRange[]
}

function repair(
  trs: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  texts: readonly string[],
  newId: NewId,
): Transaction | null {
  const mapping = new Mapping(trs.flatMap((tr) => tr.mapping.maps))
  const changed = changedBy(mapping, after.doc.content.size, before.doc.content.size)
  if (!changed) return null
  const cutToken = trs.map((tr) => tr.getMeta('cut')?.token as string | undefined).find(Boolean)
  const pasteToken = trs.map((tr) => tr.getMeta('pasteOfCut')?.token as string | undefined).find(Boolean)
  const local = inOneTextblock(before.doc, changed.from, changed.to) && inOneTextblock(after.doc, changed.newFrom, changed.newTo)
  if (local && !cutToken && !pasteToken) return null

  const oldOwners = ownersBetween(before.doc, changed.from - 1, changed.to + 1)
  const newOwners = ownersBetween(after.doc, changed.newFrom - 1, changed.newTo + 1)
  const pieces: KeptWords[] = []
  const cut: (readonly SourceRange[])[] = []
  let unused = after.doc.attrs.unused as readonly Unused[]
  const lost: SourceRange[] = []
  const homeOf = (pos: number) => newOwners.findIndex(({ pos: start, node }) => pos > start && pos < start + node.nodeSize)

  for (const old of oldOwners) {
    const kept = keptBy(old, mapping, homeOf)
    const ranges = sourceOf(old.node)
    if (kept.length === 0) {
      const heir = newOwners.findIndex(({ node }) => node.attrs.id === old.node.attrs.id)
      const at = newOwners[heir]?.pos ?? 0
      if (cutToken && old.node.content.size > 0) cut.push(ranges)
      if (heir >= 0 && !cutToken) pieces.push({ owner: heir, from: 0, to: 0, at: at + 1, ranges })
      else lost.push(...ranges)
      continue
    }
    const shares = cutToken ? sharesOfCut(old, kept, texts) : sharesOf(old, kept, texts)
    kept.forEach((part, index) => {
      pieces.push({ ...part, ranges: shares.kept[index] ?? [] })
    })
    const whole = kept.reduce((size, part) => size + part.to - part.from, 0) === old.node.content.size
    if (cutToken && !whole) cut.push(shares.taken)
    lost.push(...shares.taken)
  }

  const record = provenanceKey.getState(before)
  if (pasteToken && record?.token === pasteToken) {
    const taken = takeFromUnused(unused, record.pieces.flat())
    const homes = newOwners.flatMap((owner, index) => insertedInto(owner, index, pieces, changed))
    const wanted = homes.length === record.pieces.length ? record.pieces : homes.length === 1 ? [record.pieces.flat()] : null
    if (taken && wanted) {
      unused = taken
      homes.forEach((home, index) => {
        pieces.push({ ...home, ranges: wanted[index]! })
      })
    }
  }

  const tr = after.tr
  const seen = new Set<string>()
  const own = newOwners.map((): KeptWords[] => [])
  for (const piece of pieces) own[piece.owner]!.push(piece)
  newOwners.forEach(({ pos, node }, index) => {
    const source = coalesce(own[index]!.sort((a, b) => a.at - b.at).flatMap((piece) => piece.ranges))
    if (JSON.stringify(source) !== JSON.stringify(sourceOf(node))) tr.setNodeAttribute(pos, 'source', source)
    if (seen.has(node.attrs.id)) tr.setNodeAttribute(pos, 'id', newId())
    seen.add(node.attrs.id)
  })
  const deleted = coalesce(lost)
  if (deleted.length > 0) unused = [...unused, { id: newId(), reason: 'deleted', source: deleted }]
  if (unused !== after.doc.attrs.unused) tr.setDocAttribute('unused', unused)
  if (cutToken) tr.setMeta(provenanceKey, { token: cutToken, pieces: cut } satisfies CutRecord)
  return tr.steps.length > 0 || cutToken ? tr.setMeta(KEEPS_LEDGER, true) : null
}

/** The parts of an old owner's text that live on, each with its new owner; neighbours that stayed together are one. */
function keptBy(old: OwnerAt, mapping: Mapping, homeOf: (pos: number) => number): readonly Omit<KeptWords, 'ranges'>[] {
  const start = old.pos + 1
  const out: Omit<KeptWords, 'ranges'>[] = []
  for (const part of survivors(mapping, start, start + old.node.content.size)) {
    const owner = homeOf(part.newFrom)
    if (owner >= 0) out.push({ owner, from: part.from - start, to: part.to - start, at: part.newFrom })
  }
  return out
}

/** Divides an owner's source among the parts of its text, whole: what was deleted between two parts stays with the part before it. */
function sharesOf(old: OwnerAt, kept: readonly Omit<KeptWords, 'ranges'>[], texts: readonly string[]) {
  const text = textOf(old.node)
  const places = kept.slice(1).map((part) => ({ at: textOf(old.node, 0, part.from).length, side: -1 as const }))
  const source = sourceOf(old.node)
  const cuts = [0, ...placesInSource(source, text, places, texts), lengthOf(source)]
  const shares = kept.map((_, index) => between(source, cuts[index]!, cuts[index + 1]!))
  return { kept: shares, taken: [] as readonly SourceRange[] }
}

/** The same for a cut: what was taken out between the parts goes with the clipboard. */
function sharesOfCut(old: OwnerAt, kept: readonly Omit<KeptWords, 'ranges'>[], texts: readonly string[]) {
  const text = textOf(old.node)
  const source = sourceOf(old.node)
  const places = kept.flatMap((part) => [
    { at: textOf(old.node, 0, part.from).length, side: -1 as const },
    { at: textOf(old.node, 0, part.to).length, side: 1 as const },
  ])
  const cuts = placesInSource(source, text, places, texts)
  const shares: (readonly SourceRange[])[] = []
  const taken: SourceRange[] = []
  let reached = 0
  kept.forEach((part, index) => {
    const first = index === 0 && part.from === 0 ? 0 : cuts[2 * index]!
    const last = index === kept.length - 1 && part.to === old.node.content.size ? lengthOf(source) : cuts[2 * index + 1]!
    taken.push(...between(source, reached, first))
    shares.push(between(source, first, last))
    reached = last
  })
  taken.push(...between(source, reached, lengthOf(source)))
  return { kept: shares, taken: coalesce(taken) }
}

function between(source: readonly SourceRange[], from: number, to: number): readonly SourceRange[] {
  return cutAt(cutAt(source, to)[0], from)[1]
}

/** Where new words stand in an owner: the first place inside the changed stretch that no surviving part holds. */
function insertedInto(
  owner: OwnerAt,
  index: number,
  pieces: readonly KeptWords[],
  changed: Changed,
): readonly Omit<KeptWords, 'ranges'>[] {
  const start = Math.max(owner.pos + 1, changed.newFrom)
  const end = Math.min(owner.pos + owner.node.nodeSize - 1, changed.newTo)
  if (end <= start) return []
  const covered = pieces.some((piece) => piece.owner === index && piece.at <= start && piece.at + (piece.to - piece.from) >= end)
  return covered ? [] : [{ owner: index, from: 0, to: 0, at: start }]
}
