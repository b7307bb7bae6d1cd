import { type SourceRange, wordsOf } from '../model/source.ts'
import type { Transcript } from '../model/transcript.ts'
import { placeIn } from '../text/align.ts'
import { isBlank, trimmed } from '../text/blank.ts'
import { type ChangedWords, changedWords } from '../text/changed-words.ts'
import { type MARK_READINGS, markReading } from '../vocabulary/mark-readings.ts'
import type { MarkName } from '../vocabulary/marks.ts'
import { isWithin, type Reading, readingsOf } from './reading.ts'

/** The marks whose reading the editor puts beside the paper's. */
type Beside = { [Name in MarkName]: (typeof MARK_READINGS)[Name]['beside'] extends string ? Name : never }[MarkName]

export type ChangeKind = 'ocr' | 'unused' | 'supplied' | Beside

/** One difference between the machine transcript and the transcript, in whole words. */
export interface Change {
  /** Name of the original that `source` counts in. A change over two originals is listed once for each. */
  readonly file: string
  /** Stretches of that original: [start, end] in UTF-16 units. Empty where the words have no source. */
  readonly source: readonly (readonly [start: number, end: number])[]
  readonly was: string
  readonly now: string
  readonly kind: ChangeKind
  /** Id of the block, the note or the stretch set aside. */
  readonly id: string
}

/** The same, once, with all its ranges. */
export interface Difference extends Omit<Change, 'file' | 'source'> {
  readonly ranges: readonly SourceRange[]
  /** Where it stands in the originals, for the order of the list. */
  readonly place: readonly [original: number, at: number]
}

/**
 * What differs between the machine transcript and the transcript: blocks and notes against their own sources (about 1 ms each), marks of
 * emendation and of the undetermined, stretches set aside for another reason than `markup`. In the order of the originals. A fresh
 * import gives an empty list. A difference of blanks alone is none.
 */
export function compare(transcript: Transcript): readonly Change[] {
  return differences(transcript).flatMap((difference) => perOriginal(difference, transcript))
}

/** As `compare`, each difference once, also where it lies in two originals. */
export function differences(transcript: Transcript): readonly Difference[] {
  const readings = readingsOf(transcript)
  return [...readings.flatMap(readDifferently), ...marksIn(readings), ...setAside(transcript)]
    .map((difference, index) => ({ difference, index }))
    .sort((a, b) => byPlace(a.difference, b.difference) || a.index - b.index)
    .map(({ difference }) => difference)
}

function byPlace({ place: a }: Difference, { place: b }: Difference): number {
  return a[0] - b[0] || a[1] - b[1]
}

function readDifferently(reading: Reading): readonly Difference[] {
  const { id, was, now, marked } = reading
  if (was === now) return []
  const undecided = marked.filter(({ annotation }) => markReading(annotation.type).undecided)
  const changes = changedWords(was, now, reading.hunks()).filter(
    ({ hunks }) => !hunks.every(({ nowFrom, nowTo }) => isWithin(undecided, nowFrom, nowTo)),
  )
  return changes.map((change): Difference => {
    return {
      id,
      was: was.slice(change.wasFrom, change.wasTo),
      now: now.slice(change.nowFrom, change.nowTo),
      kind: isSupplied(reading, change) ? 'supplied' : 'ocr',
      ranges: reading.sourceOf(change.wasFrom, change.wasTo),
      place: reading.placeOf(change.wasFrom) ?? NOWHERE,
    }
  })
}

const NOWHERE = [Number.MAX_SAFE_INTEGER, 0] as const

/** Words of a block that has no source at all, or letters added within words marked as supplied. What was read and replaced is a misreading. */
function isSupplied({ was, now, marked }: Reading, { hunks }: ChangedWords): boolean {
  if (was === '') return true
  const supplied = marked.filter(({ annotation }) => markReading(annotation.type).supplied)
  const isBy = (at: number) => supplied.some(({ from, to }) => from <= at && at < to)
  let letters = 0
  for (const { wasFrom, wasTo, nowFrom, nowTo } of hunks) {
    if (trimmed(was, wasFrom, wasTo)) return false
    for (let at = nowFrom; at < nowTo; at += 1) {
      if (isBlank(now.charAt(at))) continue
      if (!isBy(at)) return false
      letters += 1
    }
  }
  return letters > 0
}

/** One entry for each annotation, however many blocks it lies in. */
function marksIn(readings: readonly Reading[]): readonly Difference[] {
  const byId = new Map<string, Difference>()
  for (const reading of readings) {
    for (const { id, annotation, from, to } of reading.marked) {
      const { beside, undecided } = markReading(annotation.type)
      if (beside === null) continue
      const [wasFrom, wasTo] = wasOf(reading, from, to)
      const stands = reading.now.slice(from, to)
      // whose reading is right is not known: it is the machine's that the place is listed with
      const words = undecided && wasTo > wasFrom ? reading.was.slice(wasFrom, wasTo).trim() : stands
      const ranges = reading.sourceOf(wasFrom, wasTo)
      const before = byId.get(id)
      byId.set(id, {
        id: before?.id ?? reading.id,
        was: before ? `${before.was}\n${words}` : words,
        now: String(annotation.attrs[beside] || (undecided ? (before ? `${before.now}\n${stands}` : stands) : '')),
        kind: annotation.type as Beside,
        ranges: [...(before?.ranges ?? []), ...ranges],
        place: before?.place ?? reading.placeOf(wasFrom) ?? NOWHERE,
      })
    }
  }
  return [...byId.values()]
}

/** The stretch of the machine's words that a stretch of the transcript's answers. */
function wasOf({ was, now, hunks }: Reading, from: number, to: number): readonly [from: number, to: number] {
  if (was === now) return [from, to]
  const start = placeIn(was, hunks(), from, -1)
  return [start, Math.max(start, placeIn(was, hunks(), to, 1))]
}

function setAside({ unused, originals }: Transcript): readonly Difference[] {
  const texts = originals.map(({ text }) => text)
  return unused
    .filter(({ reason }) => reason !== 'markup')
    .map(({ id, source }) => {
      const [original = 0, start = 0] = source[0] ?? []
      return { id, was: wordsOf(source, texts), now: '', kind: 'unused', ranges: source, place: [original, start] }
    })
}

function perOriginal({ ranges, place, ...change }: Difference, { originals }: Transcript): readonly Change[] {
  const named = [...new Set(ranges.map(([original]) => original))]
  const list = named.length > 0 ? named : [place[0]]
  return list.map((index) => ({
    file: originals[index]?.name ?? originals[0]?.name ?? '',
    source: ranges.filter(([original]) => original === index).map(([, start, end]) => [start, end] as const),
    ...change,
  }))
}
