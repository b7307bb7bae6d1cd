import type { Mark, Node } from 'prosemirror-model'
import { markNameOf } from '../document/access.ts'
import { sourceOf, textOf } from '../state/owners.ts'
import { align, type Hunk, placeIn } from '../text/align.ts'
import { type ChangedWords, changedWords } from '../text/changed-words.ts'
import { machineWords } from '../text/machine-words.ts'
import { type MarkReading, markReading } from '../vocabulary/mark-readings.ts'
import type { MarkName } from '../vocabulary/marks.ts'

/** Whose error a place is, as its mark says; null: the words were mended and nothing says it. */
export type Whose = 'machine' | 'paper' | 'unknown' | 'supplied'

const WHOSE: Readonly<Partial<Record<MarkName, Whose>>> = {
  correction: 'machine',
  emendation: 'paper',
  undetermined: 'unknown',
  supplied: 'supplied',
}

/** The mark that says it. */
export const MARK_OF = { machine: 'correction', paper: 'emendation', unknown: 'undetermined' } as const satisfies Readonly<
  Partial<Record<Whose, MarkName>>
>

/**
 * A place where the transcript reads otherwise than the machine did, or where the editor reads otherwise than both. Whole words; offsets are
 * UTF-16 units of the machine's words and of `textOf` the block or note.
 */
export interface ChangedPlace {
  readonly from: number
  readonly to: number
  readonly wasFrom: number
  readonly wasTo: number
  /** What the machine read, and what stands. */
  readonly was: string
  readonly now: string
  /** What the editor reads: what stands, or the reading that the mark keeps beside it. */
  readonly reading: string
  readonly whose: Whose | null
  /** The mark that says whose; null where none does. */
  readonly mark: Mark | null
  /** The letters that differ, in order. */
  readonly hunks: readonly Hunk[]
}

/** Where a block or note reads otherwise than its source, or carries a reading beside its words, in order. About 1 ms where it differs. */
export function changedPlaces(owner: Node, texts: readonly string[]): readonly ChangedPlace[] {
  const { was } = machineWords(sourceOf(owner), texts)
  const now = textOf(owner)
  const marks = marksSaying(owner)
  if (was === now && marks.length === 0) return []
  const hunks = was === now ? [] : align(was, now)
  const places: ChangedPlace[] = []
  let open = changedWords(was, now, hunks).map((change) => withoutSigns(was, now, change))
  for (const { mark, from, to, says } of marks) {
    const touched = open.filter((change) => touches(change, from, to))
    if (touched.length === 0 && says.beside === null) continue
    open = open.filter((change) => !touched.includes(change))
    places.push(placeAt(was, now, hunks, mark, from, to, touched))
  }
  const rest = open.map((change) => placeAt(was, now, hunks, null, change.nowFrom, change.nowTo, [change]))
  return [...places, ...rest].sort((a, b) => a.from - b.from || a.wasFrom - b.wasFrom)
}

/** Signs of the sentence at the ends of words, alike in both readings, are no part of them; the points of an abbreviation are. */
function withoutSigns(was: string, now: string, change: ChangedWords): ChangedWords {
  let { wasFrom, wasTo, nowFrom, nowTo } = change
  const alike = (one: number, other: number, signs: RegExp) =>
    wasTo - wasFrom > 1 && nowTo - nowFrom > 1 && was[one] === now[other] && signs.test(was[one]!)
  while (alike(wasFrom, nowFrom, /[("'‘“[]/u)) [wasFrom, nowFrom] = [wasFrom + 1, nowFrom + 1]
  const isAbbreviated = /[.].*[.]$/u.test(was.slice(wasFrom, wasTo))
  while (alike(wasTo - 1, nowTo - 1, isAbbreviated ? /[,;:!?)"'’”\]]/u : /[.,;:!?)"'’”\]]/u))
    [wasTo, nowTo] = [wasTo - 1, nowTo - 1]
  const isKept = change.hunks.every(
    (hunk) => hunk.wasFrom >= wasFrom && hunk.wasTo <= wasTo && hunk.nowFrom >= nowFrom && hunk.nowTo <= nowTo,
  )
  return isKept ? { ...change, wasFrom, wasTo, nowFrom, nowTo } : change
}

interface Saying {
  readonly mark: Mark
  readonly from: number
  to: number
  readonly says: MarkReading
}

/** The marks that say whose error their words are, with the stretch that each covers. */
function marksSaying(owner: Node): readonly Saying[] {
  const found = new Map<string, Saying>()
  let at = 0
  owner.forEach((child, offset) => {
    const to = at + textOf(owner, offset, offset + child.nodeSize).length
    for (const mark of child.marks) {
      if (WHOSE[markNameOf(mark)] === undefined || to === at) continue
      const known = found.get(mark.attrs.id)
      if (known) known.to = to
      else found.set(mark.attrs.id, { mark, from: at, to, says: markReading(markNameOf(mark)) })
    }
    at = to
  })
  return [...found.values()]
}

const touches = ({ nowFrom, nowTo }: ChangedWords, from: number, to: number): boolean =>
  nowFrom === nowTo ? from < nowFrom && nowFrom < to : nowFrom < to && from < nowTo

function placeAt(
  was: string,
  now: string,
  hunks: readonly Hunk[],
  mark: Mark | null,
  markFrom: number,
  markTo: number,
  changes: readonly ChangedWords[],
): ChangedPlace {
  const from = Math.min(markFrom, ...changes.map(({ nowFrom }) => nowFrom))
  const to = Math.max(markTo, ...changes.map(({ nowTo }) => nowTo))
  const machine = (at: number, side: -1 | 1) => (hunks.length === 0 ? at : placeIn(was, hunks, at, side))
  const own = mark === null ? [] : [machine(markFrom, -1), machine(markTo, 1)]
  const wasFrom = Math.min(...own, ...changes.map((change) => change.wasFrom))
  const wasTo = Math.max(wasFrom, ...own, ...changes.map((change) => change.wasTo))
  const beside = mark === null ? null : markReading(markNameOf(mark)).beside
  const words = now.slice(from, to)
  return {
    from,
    to,
    wasFrom,
    wasTo,
    was: was.slice(wasFrom, wasTo),
    now: words,
    reading: beside === null || mark === null ? words : String(mark.attrs[beside] || words),
    whose: mark === null ? null : WHOSE[markNameOf(mark)]!,
    mark,
    hunks: changes.flatMap((change) => change.hunks),
  }
}
