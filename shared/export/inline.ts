import type { Annotations, Block, MarginObject, Run } from '../model/transcript.ts'
import type { WordBreak } from '../text/division-of.ts'
import type { AtomName } from '../vocabulary/atoms.ts'
import type { MachineReading } from './machine-readings.ts'
import { type NoteCall, type Passage, type Placement, placeOf } from './placement.ts'
import type { Piece, ReadingUnit } from './reading-order.ts'

/** What stands in the line, each with the ids of the annotations that it lies in. */
export type Inline = { readonly in: readonly string[] } & (
  | { readonly kind: 'text'; readonly text: string }
  /** A line end; within a word, how it divides it; in a note, whether another block began here. */
  | { readonly kind: 'lb'; readonly division?: WordBreak; readonly paragraph?: boolean }
  /** A sign that only divides a word, or blanks about a line end in one: nothing where lines are not kept. */
  | { readonly kind: 'divider'; readonly text: string }
  | { readonly kind: 'gap'; readonly attrs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'object'; readonly object: MarginObject }
  | { readonly kind: 'again'; readonly call: NoteCall }
  | { readonly kind: 'ref'; readonly to: unknown }
  | { readonly kind: 'bound'; readonly side: 'from' | 'to'; readonly passage: Passage }
  | { readonly kind: 'between'; readonly items: readonly ReadingUnit[]; readonly division?: WordBreak }
)

export interface EditionLine {
  readonly items: readonly Inline[]
  readonly annotations: Annotations
}

/** A block, pieces and all, as one line: words, what is drawn beside them, where passages begin and end, page turns. */
export function lineOf(
  pieces: readonly Piece[],
  placement: Placement,
  readings: (block: Block) => readonly MachineReading[],
): EditionLine {
  const items: Inline[] = []
  let annotations: Annotations = {}
  let between: readonly ReadingUnit[] | null = null
  for (const piece of pieces) {
    if (piece.type === 'between') {
      between = piece.items
      continue
    }
    const own = withReadings(runsOf(piece, placement), readings(piece))
    if (between) items.push({ kind: 'between', items: between, in: shared(items.at(-1), own[0]) })
    between = null
    items.push(...own)
    annotations = { ...annotations, ...piece.annotations, ...annotationsOf(readings(piece)) }
  }
  return { items, annotations }
}

/** The words of a note, an editor's note or a query, with what is drawn beside them. */
export function lineOfObject(object: MarginObject, placement: Placement, readings: readonly MachineReading[]): EditionLine {
  const items = withReadings(runsOf(object, placement), readings)
  return { items, annotations: { ...object.annotations, ...annotationsOf(readings) } }
}

/** The pieces of one note of typed words, read as one line: where one ends, a line ends. */
export function lineOfPieces(
  pieces: readonly MarginObject[],
  placement: Placement,
  readings: (piece: MarginObject) => readonly MachineReading[],
): EditionLine {
  const lines = pieces.map((piece) => lineOfObject(piece, placement, readings(piece)))
  return {
    items: lines.flatMap(({ items }, at): readonly Inline[] => (at === 0 ? items : [{ kind: 'lb', in: [] }, ...items])),
    annotations: Object.assign({}, ...lines.map(({ annotations }) => annotations)),
  }
}

function annotationsOf(readings: readonly MachineReading[]): Annotations {
  return Object.fromEntries(readings.map(({ id, was }) => [id, { type: 'correction', attrs: { was } }]))
}

type Atom = Extract<Run, { type: 'atom' }>

/** What each atom becomes in the line. A point is only the place of the note that is drawn there. */
const ATOM_INLINE: Readonly<Record<AtomName, (run: Atom) => readonly Inline[]>> = {
  gap: ({ attrs, in: ids }) => [{ kind: 'gap', attrs, in: ids }],
  lb: ({ attrs, in: ids }) => [{ kind: 'lb', in: ids, ...(beganBlock(attrs.seam) ? { paragraph: true } : {}) }],
  point: () => [],
  ref: ({ attrs, in: ids }) => [{ kind: 'ref', to: attrs.to, in: ids }],
}

/** Of a line end between two pieces of a note (`Seam`): whether the second was a block of its own. */
function beganBlock(seam: unknown): boolean {
  return typeof seam === 'object' && seam !== null && 'block' in seam && seam.block !== null
}

function inlineOf(run: Run): readonly Inline[] {
  return run.type === 'text' ? [{ kind: 'text', text: run.text, in: run.in }] : ATOM_INLINE[run.atom as AtomName](run)
}

function runsOf(block: Block | MarginObject, placement: Placement): readonly Inline[] {
  return block.content.flatMap((run, at): readonly Inline[] => {
    const place = placeOf(block.id, at)
    const before = shared(block.content[at - 1], run)
    const next = shared(run, block.content[at + 1])
    return [
      ...(placement.begins.get(place) ?? []).map((passage): Inline => ({ kind: 'bound', side: 'from', passage, in: before })),
      ...inlineOf(run),
      ...(placement.ends.get(place) ?? []).map((passage): Inline => ({ kind: 'bound', side: 'to', passage, in: next })),
      ...(placement.after.get(place) ?? []).map((object): Inline => ({ kind: 'object', object, in: next })),
      ...(placement.again.get(place) ?? []).map((call): Inline => ({ kind: 'again', call, in: next })),
    ]
  })
}

/** Annotations that go on from one thing to the next: only those may hold what stands between the two. */
function shared(one: { readonly in: readonly string[] } | undefined, next: typeof one): readonly string[] {
  return one && next ? one.in.filter((id) => next.in.includes(id)) : []
}

/** How far an item moves the count of characters: a line end is one, as in `textOf`. */
function lengthOf(item: Inline): number {
  if (item.kind === 'text') return item.text.length
  return item.kind === 'lb' ? 1 : 0
}

/** Cuts the items where the machine read otherwise, and puts each stretch into an annotation of its own. */
function withReadings(items: readonly Inline[], readings: readonly MachineReading[]): readonly Inline[] {
  if (readings.length === 0) return items
  const out: Inline[] = []
  const open = [...readings]
  let at = 0
  const dropped = (until: number, ids: readonly string[]) => {
    // words of the machine that went: nothing stands in their place
    while (open[0] && open[0].from === open[0].to && open[0].from <= until)
      out.push({ kind: 'text', text: '', in: [...ids, open.shift()!.id] })
  }
  for (const item of items) {
    const end = at + lengthOf(item)
    if (item.kind === 'lb' || end === at) {
      dropped(at, [])
      const inside = open[0] && open[0].from <= at && at < open[0].to
      out.push(inside ? { ...item, in: [...item.in, open[0]!.id] } : item)
      at = end
      if (open[0] && open[0].to <= at && open[0].from < open[0].to) open.shift()
      continue
    }
    const { text } = item as Extract<Inline, { kind: 'text' }>
    let from = at
    while (from < end) {
      dropped(from, item.in)
      const next = open[0]
      const inside = next !== undefined && next.from <= from
      const to = Math.min(end, next === undefined ? end : inside ? next.to : next.from)
      const ids = inside ? [...item.in, next.id] : item.in
      out.push({ kind: 'text', text: text.slice(from - at, to - at), in: ids })
      if (inside && to === next.to) open.shift()
      from = to
    }
    at = end
  }
  dropped(at, [])
  return out
}
