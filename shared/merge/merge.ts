import { canonicalise, canonicalTranscript } from '../format/canonical.ts'
import { parseTranscript } from '../format/parse.ts'
import { printSorted } from '../format/printer.ts'
import { serialise } from '../format/serialise.ts'
import { originalToFile } from '../format/to-file.ts'
import type { Page, Paper, Refused, Revision, Transcript } from '../model/transcript.ts'
import { fromDocument, toDocument } from '../schema/document.ts'
import { anchorFaults, ledgerFaults } from '../state/invariants.ts'
import { type ComparedItem, itemsOf } from './items.ts'
import { mergeLists } from './merge-lists.ts'

/** What was taken over from theirs. */
export interface Taken {
  readonly blocks: number
  readonly notes: number
  /** Whether anything else was (pages, description, what is set aside, registers). */
  readonly more: boolean
  /** Who is named in the revisions that theirs has and the common version has not. */
  readonly who: readonly string[]
}

/** What both changed, so that nobody but a person can say what is right. */
export type Both = 'text' | 'order' | 'description' | 'aside' | 'lost' | 'registers' | 'original' | 'whole'

export type Merge =
  | { readonly ok: true; readonly transcript: Transcript; readonly taken: Taken }
  | { readonly ok: false; readonly both: Both; readonly keys: readonly string[] }

/**
 * Two versions that began from the same one, put together, if each changed other blocks, notes and facts; what both changed alike is changed so.
 * Where both changed the same block, the order of the pages, or the order of the same stretch of a page, nothing is put together and what both
 * changed is said. What comes out is whole: every character of the machine transcript has one owner, every reference leads somewhere,
 * and it reads back as it stands.
 */
export function merge(base: Transcript, mine: Transcript, theirs: Transcript): Merge {
  const [was, ours, other] = [base, mine, theirs].map(canonicalise) as [Transcript, Transcript, Transcript]
  const origin = ({ originals }: Transcript) => printSorted(originals.map(originalToFile))
  if (origin(was) !== origin(other) || origin(was) !== origin(ours)) return both('original')
  const items = mergeItems(was, ours, other)
  if (!items.ok) return both('text', items.keys)
  const pages = mergePages(was, ours, other, items.kept)
  if (pages === null) return both('order')
  const paper = mergeKeys<Paper>(was.paper, ours.paper, other.paper)
  if (paper === null) return both('description')
  const unused = mergeEntries(was.unused, ours.unused, other.unused)
  if (unused === null) return both('aside')
  const tray = mergeEntries(was.tray, ours.tray, other.tray)
  if (tray === null) return both('lost')
  const hands = mergeEntries(was.hands, ours.hands, other.hands)
  const people = mergeEntries(was.people, ours.people, other.people)
  const names = mergeEntries(was.names, ours.names, other.names)
  const extra = mergeKeys(was.extra, ours.extra, other.extra)
  const status = pick(was.status, ours.status, other.status)
  if (hands === null || people === null || names === null || extra === null || status === null) return both('registers')
  const transcript: Transcript = {
    ...ours,
    // notes stand beside the page that their anchor is on now
    ...fromDocument(toDocument({ paper, pages, unused, tray, refused: mergeRefused(was, ours, other) })),
    hands,
    people,
    names,
    extra,
    status: status.value,
    revisions: revisionsOf(ours, other),
  }
  if (!isWhole(transcript, was)) return both('whole')
  return { ok: true, transcript, taken: takenFrom(was, other) }
}

/** What either side refused and nobody took back. */
function mergeRefused(was: Transcript, ours: Transcript, other: Transcript): readonly Refused[] {
  const [before, here, there] = [was, ours, other].map(
    ({ refused = [] }) => new Map(refused.map((one) => [JSON.stringify(one), one])),
  ) as [Map<string, Refused>, Map<string, Refused>, Map<string, Refused>]
  const stays = (key: string) => !before.has(key) || (here.has(key) && there.has(key))
  return [...new Map([...here, ...there])].flatMap(([key, one]) => (stays(key) ? [one] : []))
}

const both = (what: Both, keys: readonly string[] = []): Merge => ({ ok: false, both: what, keys })

/** The value that one side changed, or both alike; null where each changed it otherwise. */
function pick<Value>(base: Value, mine: Value, theirs: Value): { readonly value: Value } | null {
  const [was, ours, other] = [base, mine, theirs].map((one) => printSorted(one ?? null))
  if (ours === was || ours === other) return { value: theirs }
  return other === was ? { value: mine } : null
}

function mergeItems(base: Transcript, mine: Transcript, theirs: Transcript) {
  const [was, ours, other] = [base, mine, theirs].map((one) => new Map(itemsOf(one).map((item) => [item.key, item])))
  const kept = new Map<string, ComparedItem>()
  const clashes: string[] = []
  for (const key of new Set([...was!.keys(), ...ours!.keys(), ...other!.keys()])) {
    const [before, one, two] = [was!.get(key), ours!.get(key), other!.get(key)]
    let item: ComparedItem | undefined
    if (one?.print === before?.print || one?.print === two?.print) item = two
    else if (two?.print === before?.print) item = one
    else clashes.push(key)
    if (item) kept.set(key, item)
  }
  return clashes.length > 0 ? { ok: false as const, keys: clashes } : { ok: true as const, kept }
}

function mergePages(
  base: Transcript,
  mine: Transcript,
  theirs: Transcript,
  kept: ReadonlyMap<string, ComparedItem>,
): readonly Page[] | null {
  const ids = ({ pages }: Transcript) => pages.map(({ id }) => id)
  const order = pick(ids(base), ids(mine), ids(theirs))?.value
  if (!order) return null
  const on = (transcript: Transcript, id: string) =>
    transcript.pages.find((page) => page.id === id)?.content.map((child) => `${child.type} ${child.id}`) ?? []
  const placed = new Set<string>()
  const margin = [...kept.values()].flatMap((item) => (item.kind === 'margin' ? [item.object] : []))
  const pages: Page[] = []
  for (const id of order) {
    const page = kept.get(`page ${id}`)
    const list = mergeLists(on(base, id), on(mine, id), on(theirs, id))
    if (page?.kind !== 'page' || list === null) return null
    const content: Page['content'][number][] = []
    for (const key of list) {
      const item = kept.get(key)
      if (item === undefined) continue
      if (placed.has(key) || item.kind === 'page' || item.kind === 'margin') return null
      placed.add(key)
      content.push(item.child)
    }
    pages.push({ ...page.page, content, margin: pages.length === 0 ? margin : [] })
  }
  const all = [...kept.values()].filter(({ kind }) => kind === 'block' || kind === 'division')
  return placed.size === all.length ? pages : null
}

/** Lists of entries with ids: mine in its order, then what is new in theirs. */
function mergeEntries<Entry extends { readonly id: string }>(
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
): readonly Entry[] | null {
  const [was, other] = [base, theirs].map((list) => new Map(list.map((entry) => [entry.id, entry])))
  const ours = new Map(mine.map((entry) => [entry.id, entry]))
  const out: Entry[] = []
  for (const id of new Set([...ours.keys(), ...other!.keys(), ...was!.keys()])) {
    const entry = pick(was!.get(id), ours.get(id), other!.get(id))
    if (entry === null) return null
    if (entry.value) out.push(entry.value)
  }
  return out
}

function mergeKeys<Value extends object>(base: Value, mine: Value, theirs: Value): Value | null {
  const out: [string, unknown][] = []
  const [was, ours, other] = [base, mine, theirs] as Record<string, unknown>[]
  for (const key of Object.keys({ ...base, ...mine, ...theirs })) {
    const value = pick(was![key], ours![key], other![key])
    if (value === null) return null
    if (value.value !== undefined) out.push([key, value.value])
  }
  return Object.fromEntries(out) as Value
}

const sameLine = (a: Revision) => (b: Revision) => a.when === b.when && a.who === b.who && a.what === b.what

export function revisionsOf(mine: Transcript, theirs: Transcript): readonly Revision[] {
  return [...theirs.revisions, ...mine.revisions.filter((line) => !theirs.revisions.some(sameLine(line)))]
}

/** A common version that was not whole already is not held against the merged one; but nothing may be worse than it was. */
export function isWhole(transcript: Transcript, base: Transcript): boolean {
  const texts = transcript.originals.map(({ text }) => text)
  const doc = toDocument(transcript)
  try {
    doc.check()
  } catch {
    return false
  }
  const before = new Set(ledgerFaults(toDocument(base), texts))
  if (ledgerFaults(doc, texts).some((fault) => !before.has(fault)) || anchorFaults(doc).length > 0) return false
  const back = parseTranscript(serialise(transcript))
  return back.ok && canonicalTranscript(back.value) === canonicalTranscript(transcript)
}

function takenFrom(base: Transcript, theirs: Transcript): Taken {
  const was = new Map(itemsOf(base).map((item) => [item.key, item.print]))
  const now = new Map(itemsOf(theirs).map((item) => [item.key, item.print]))
  const changed = [...new Set([...was.keys(), ...now.keys()])].filter((key) => was.get(key) !== now.get(key))
  const ofKind = (kind: string) => changed.filter((key) => key.startsWith(`${kind} `)).length
  const [blocks, notes] = [ofKind('block'), ofKind('margin')]
  const fresh = theirs.revisions.filter((line) => !base.revisions.some(sameLine(line)))
  const beside = ({ paper, unused, refused = [], tray, hands, people, names, extra, status }: Transcript) =>
    printSorted({ paper, unused, refused, tray, hands, people, names, extra, status })
  return {
    blocks,
    notes,
    more: changed.length > blocks + notes || beside(base) !== beside(theirs),
    who: [...new Set(fresh.map(({ who }) => who))].filter((who) => who !== 'not stated' && who.trim() !== ''),
  }
}
