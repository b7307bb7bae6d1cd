import { canonicalise } from '../format/canonical.ts'
import type { NewId } from '../model/ids.ts'
import { done, failed, type Result } from '../model/result.ts'
import type { SourceRange } from '../model/source.ts'
import type { Page, Transcript, TrayEntry, Unused } from '../model/transcript.ts'
import { fromDocument, toDocument } from '../schema/document.ts'
import { anchorFaults } from '../state/invariants.ts'
import { differences, type Pairing } from './differences.ts'
import { type ComparedItem, itemsOf } from './items.ts'
import { isWhole, revisionsOf } from './merge.ts'

export type Chosen = 'mine' | 'theirs'

/** Differences that can only be chosen together, by the keys of their rows; the first is that of the row which stands first. */
export type Together = readonly Pairing[]

/** What a row is called among the choices. */
export const keyOfRow = ({ mine, theirs }: Pairing): string => (mine ?? theirs)!.key

const isChoosable = ({ state, mine, theirs }: Pairing): boolean => {
  const { kind } = (theirs ?? mine)!
  return (state === 'changed' || state === 'mine' || state === 'theirs') && (kind === 'block' || kind === 'margin')
}

/**
 * The differences that can be chosen by themselves, those that share words of the machine transcript, or a note and the block that it is anchored
 * in, together. What is in none of them (pages, papers, what stands elsewhere, what stands beside the text) is as the whole is.
 */
export function togetherIn(rows: readonly Pairing[]): readonly Together[] {
  const open = rows.filter(isChoosable)
  const group = open.map((_, at) => at)
  const root = (at: number): number => (group[at] === at ? at : root(group[at]!))
  const join = (a: number, b: number) => {
    const [one, two] = [root(a), root(b)].sort((x, y) => x - y) as [number, number]
    group[two] = one
  }
  const holders = new Map<string, number>()
  open.forEach((row, at) => {
    for (const name of namesIn(row)) {
      const there = holders.get(name)
      if (there === undefined) holders.set(name, at)
      else join(there, at)
    }
  })
  const stretches = open
    .flatMap((row, at) => [row.mine, row.theirs].flatMap((item) => (item?.source ?? []).map((range) => ({ range, at }))))
    .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
  let last: { original: number; end: number; at: number } | null = null
  for (const {
    range: [original, start, end],
    at,
  } of stretches) {
    if (last && last.original === original && start < last.end) join(last.at, at)
    if (!last || last.original !== original || end > last.end) last = { original, end, at }
  }
  const out = new Map<number, Pairing[]>()
  open.forEach((row, at) => {
    out.set(root(at), [...(out.get(root(at)) ?? []), row])
  })
  return [...out.values()]
}

/** The ids that tie a row to others: of the thing itself, of the notes anchored in it, of the annotations that go on elsewhere. */
function namesIn({ mine, theirs }: Pairing): ReadonlySet<string> {
  const names = new Set<string>()
  for (const item of [mine, theirs]) {
    if (!item || item.kind === 'page') continue
    const holder = item.kind === 'margin' ? item.object : item.child
    names.add(holder.id)
    if (!('content' in holder)) continue
    for (const [id, { attrs }] of Object.entries(holder.annotations)) {
      names.add(id)
      if (typeof attrs.note === 'string') names.add(attrs.note)
    }
    for (const run of holder.content) if (run.type === 'atom' && typeof run.attrs.note === 'string') names.add(run.attrs.note)
    if (item.kind === 'margin' && typeof item.object.attrs.joins === 'string') names.add(item.object.attrs.joins)
  }
  return names
}

/**
 * A transcript of both: `whole`, with the differences in `other` (by the key of a row of `differences(mine, theirs)`) taken from the other side. What
 * belongs together is to be chosen alike. Fails with a sentence where what comes of it would not be whole; it reads back as it stands.
 */
export function choose(
  mine: Transcript,
  theirs: Transcript,
  { whole, other, newId }: { readonly whole: Chosen; readonly other: ReadonlySet<string>; readonly newId: NewId },
): Result<Transcript> {
  const [base, from] = (whole === 'mine' ? [mine, theirs] : [theirs, mine]).map(canonicalise) as [Transcript, Transcript]
  const away = whole === 'mine' ? 'theirs' : 'mine'
  const { rows } = differences(mine, theirs)
  const taken = rows.filter((row) => isChoosable(row) && other.has(keyOfRow(row)))
  if (taken.length === 0) return done(base)
  const pages = paged(itemsOfBoth(rows, new Set(taken), whole, away, itemsOf(base), itemsOf(from)))
  const known = <Entry extends { readonly id: string }>(one: readonly Entry[], two: readonly Entry[]) => [
    ...one,
    ...two.filter(({ id }) => !one.some((entry) => entry.id === id)),
  ]
  const body = { ...base, pages }
  const placed = { ...body, ...fromDocument(toDocument({ ...body, unused: [], tray: [] })) }
  const transcript: Transcript = {
    ...placed,
    unused: asideOf(placed, base, from, newId),
    tray: trayOf(placed, known(base.tray, from.tray)),
    hands: known(base.hands, from.hands),
    people: known(base.people, from.people),
    names: known(base.names, from.names),
    revisions: revisionsOf(mine, theirs),
  }
  return isWhole(transcript, base)
    ? done(transcript)
    : failed(
        'not-whole',
        'These choices cannot stand together: words of the machine transcript would stand twice, or a note without its place. Nothing was changed; choose otherwise, or keep both.',
      )
}

/** The items of the whole in its order, with what was taken in their place, and what only the other side has after what it follows there. */
function itemsOfBoth(
  rows: readonly Pairing[],
  taken: ReadonlySet<Pairing>,
  whole: Chosen,
  away: Chosen,
  base: readonly ComparedItem[],
  from: readonly ComparedItem[],
): readonly ComparedItem[] {
  const here = new Map(rows.map((row) => [row[whole]?.key, row]))
  const there = new Map(rows.map((row) => [row[away]?.key, row]))
  // an item of another id may have taken the place: the row tells which
  const placed = new Map<Pairing, ComparedItem>()
  const out: ComparedItem[] = []
  for (const item of base) {
    const row = here.get(item.key)!
    const put = taken.has(row) ? row[away] : item
    if (put === null) continue
    placed.set(row, put)
    out.push(put)
  }
  from.forEach((item, at) => {
    const row = there.get(item.key)!
    if (row[whole] !== null || !taken.has(row)) return
    const before = from.slice(0, at).findLast((one) => placed.has(there.get(one.key)!))
    const after = before ? out.indexOf(placed.get(there.get(before.key)!)!) : 0
    placed.set(row, item)
    out.splice(after + 1, 0, item)
  })
  return out
}

function paged(items: readonly ComparedItem[]): readonly Page[] {
  const pages: { page: Page; content: Page['content'][number][]; margin: Page['margin'][number][] }[] = []
  for (const item of items) {
    if (item.kind === 'page') pages.push({ page: item.page, content: [], margin: [] })
    else if (item.kind === 'margin') pages.at(-1)?.margin.push(item.object)
    else pages.at(-1)?.content.push(item.child)
  }
  return pages.map(({ page, content, margin }) => ({ ...page, content, margin }))
}

/** What is set aside: as the whole has it, then as the other side has it, without what stands in the text; what nobody owns any more is deleted. */
function asideOf(placed: Transcript, base: Transcript, from: Transcript, newId: NewId): readonly Unused[] {
  const owned = placed.originals.map(({ text }) => new Uint8Array(text.length))
  const take = (ranges: readonly SourceRange[]): SourceRange[] => {
    const free: [number, number, number][] = []
    for (const [original, start, end] of ranges)
      for (let at = start; at < end; at++) {
        if (owned[original]![at] === 1) continue
        owned[original]![at] = 1
        const last = free.at(-1)
        if (last && last[0] === original && last[2] === at) last[2] = at + 1
        else free.push([original, at, at + 1])
      }
    return free
  }
  for (const page of placed.pages) {
    for (const child of page.content) if (child.type === 'block') take(child.source)
    for (const { attrs } of page.margin) if (Array.isArray(attrs.source)) take(attrs.source as readonly SourceRange[])
  }
  const out: Unused[] = []
  const ids = new Set<string>()
  const add = (entry: Unused) => {
    const source = take(entry.source)
    if (source.length === 0) return
    const id = ids.has(entry.id) ? newId() : entry.id
    ids.add(id)
    out.push({ ...entry, id, source })
  }
  for (const entry of [...base.unused, ...from.unused]) add(entry)
  placed.originals.forEach(({ text }, original) => {
    for (const range of take([[original, 0, text.length]]))
      if (text.slice(range[1], range[2]).trim() !== '') out.push({ id: newId(), reason: 'deleted', source: [range] })
  })
  return out
}

/** What has lost its words and has not come back with a choice. */
function trayOf(placed: Transcript, tray: readonly TrayEntry[]): readonly TrayEntry[] {
  const faults = anchorFaults(toDocument({ ...placed, unused: [], tray }))
  return tray.filter(
    ({ id }) =>
      !faults.includes(`${id} is in the tray and in the text`) && !faults.includes(`note ${id} is in the tray and anchored`),
  )
}
