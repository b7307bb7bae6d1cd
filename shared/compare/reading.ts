import { coalesce, type SourceRange } from '../model/source.ts'
import type { Annotation, Block, MarginObject, Run, Transcript } from '../model/transcript.ts'
import { align, type Hunk } from '../text/align.ts'
import { machineWords } from '../text/machine-words.ts'
import { attributesOf } from '../vocabulary/vocabulary.ts'

/** An annotation on a stretch of a reading, in UTF-16 units of `now`. */
export interface Marked {
  readonly id: string
  readonly annotation: Annotation
  readonly from: number
  readonly to: number
}

/** A block or note twice: as the machine read it and as it stands now. */
export interface Reading {
  readonly id: string
  readonly hand: string | null
  /** The words of its sources. Where two stretches were parted by blanks, by a page or by another original, a line end stands between them. */
  readonly was: string
  readonly now: string
  /** The alignment of the two; made once, when first asked for. */
  readonly hunks: () => readonly Hunk[]
  /** The source of a stretch of `was`. Empty where nothing of it has one. */
  readonly sourceOf: (from: number, to: number) => readonly SourceRange[]
  /** The place of an offset of `was` in the originals, or null where the reading has no source at all. */
  readonly placeOf: (offset: number) => readonly [original: number, at: number] | null
  readonly marked: readonly Marked[]
  /** Where gaps stand in `now`. */
  readonly gaps: readonly number[]
}

/** Whether a stretch of `now` lies in one of these whole; one without letters between two of its letters. */
export function isWithin(all: readonly Pick<Marked, 'from' | 'to'>[], from: number, to: number): boolean {
  return all.some((one) => one.from <= from && to <= one.to && (from < to || (one.from < from && to < one.to)))
}

/** Every block, and every note that has a source in the vocabulary, in the order of the file. Editor's notes and queries are ours: not read. */
export function readingsOf(transcript: Transcript): readonly Reading[] {
  const texts = transcript.originals.map(({ text }) => text)
  return transcript.pages.flatMap((page) => [
    ...page.content.flatMap((child) => (child.type === 'block' ? [reading(child, child.hand, child.source, texts)] : [])),
    ...page.margin.filter(isRead).map((note) => {
      const hand = typeof note.attrs.hand === 'string' ? note.attrs.hand : null
      return reading(note, hand, note.attrs.source as readonly SourceRange[], texts)
    }),
  ])
}

/** Whether an object of the margin is the paper's own, read by the machine. */
export function isRead(object: MarginObject): boolean {
  return attributesOf(object.type)?.source?.kind === 'ranges'
}

/** The text of runs: each `lb` is a line end, other atoms are nothing. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(textOfRun).join('')
}

function textOfRun(run: Run): string {
  if (run.type === 'text') return run.text
  return run.atom === 'lb' ? '\n' : ''
}

function reading(
  holder: Pick<Block | MarginObject, 'id' | 'content' | 'annotations'>,
  hand: string | null,
  source: readonly SourceRange[],
  texts: readonly string[],
): Reading {
  const { was, pieces } = machineWords(source, texts)
  const now = textOf(holder.content)
  let hunks: readonly Hunk[] | null = null
  return {
    id: holder.id,
    hand,
    was,
    now,
    hunks: () => {
      hunks ??= align(was, now)
      return hunks
    },
    sourceOf: (from, to) =>
      coalesce(
        pieces.map(({ at, range: [original, start, end] }): SourceRange => {
          return [original, Math.max(start, start + from - at), Math.min(end, start + to - at)]
        }),
      ),
    placeOf: (offset) => {
      const piece = pieces.findLast(({ at }) => at <= offset) ?? pieces[0]
      return piece ? [piece.range[0], Math.min(piece.range[2], piece.range[1] + Math.max(0, offset - piece.at))] : null
    },
    ...marksAndGaps(holder),
  }
}

function marksAndGaps({ content, annotations }: Pick<Block, 'content' | 'annotations'>) {
  const open = new Map<string, Marked>()
  const marked: Marked[] = []
  const gaps: number[] = []
  let at = 0
  for (const run of content) {
    const to = at + textOfRun(run).length
    if (run.type === 'atom' && run.atom === 'gap') gaps.push(at)
    for (const [id, mark] of open) {
      if (run.in.includes(id)) continue
      marked.push(mark)
      open.delete(id)
    }
    for (const id of run.in) {
      const annotation = annotations[id]
      if (annotation) open.set(id, { id, annotation, from: open.get(id)?.from ?? at, to })
    }
    at = to
  }
  return { marked: [...marked, ...open.values()], gaps }
}
