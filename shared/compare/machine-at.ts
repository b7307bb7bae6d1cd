import type { Node } from 'prosemirror-model'
import { sourceOf, textOf } from '../state/owners.ts'
import { align, placeIn } from '../text/align.ts'
import { changedWords } from '../text/changed-words.ts'
import { linesIn } from '../text/lines.ts'
import { machineWords } from '../text/machine-words.ts'

/** What the machine read at a place: the line of the machine transcript, cut in three around the words. */
export interface MachineReading {
  readonly original: number
  /** From 1. */
  readonly line: number
  readonly before: string
  /** The machine's words for those asked for; empty where it read nothing there. */
  readonly words: string
  readonly after: string
  /** Whether the words read otherwise now. */
  readonly differs: boolean
}

/**
 * What the machine read where the words from `from` to `to` (UTF-16 units of `textOf` the block or note) stand, with the rest of the line, or
 * lines, that it stands in. Null where the owner has no source: the machine read nothing of it.
 */
export function machineAt(owner: Node, from: number, to: number, texts: readonly string[]): MachineReading | null {
  const { was, pieces } = machineWords(sourceOf(owner), texts)
  const now = textOf(owner)
  if (pieces.length === 0) return null
  const [start, end] = was === now ? [from, to] : machineStretch(was, now, from, to)
  const words = was.slice(start, end)
  const piece = pieces.findLast(({ at }) => at <= start) ?? pieces[0]!
  const [original, first, last] = piece.range
  const text = texts[original] ?? ''
  const at = Math.min(last, first + start - piece.at)
  // words of two stretches do not stand in one line: of those the first is shown
  const until = Math.min(last, at + (end - start))
  const lines = linesIn(text)
  const [one, other] = [lineAt(lines, at), lineAt(lines, Math.max(at, until - 1))]
  if (one < 0) return null
  return {
    original,
    line: one + 1,
    before: text.slice(lines[one]!.start, at),
    words: text.slice(at, until),
    after: text.slice(until, Math.max(until, lines[other]!.end)),
    differs: words.trim() !== now.slice(from, to).trim(),
  }
}

/** The machine's letters for a stretch of the text; of a word that reads otherwise, the whole of it. */
function machineStretch(was: string, now: string, from: number, to: number): readonly [start: number, end: number] {
  const hunks = align(was, now)
  const changed = changedWords(was, now, hunks).filter(({ nowFrom, nowTo }) => nowFrom < to && from < nowTo)
  const start = Math.min(placeIn(was, hunks, from, -1), ...changed.map(({ wasFrom }) => wasFrom))
  return [start, Math.max(start, placeIn(was, hunks, to, 1), ...changed.map(({ wasTo }) => wasTo))]
}

function lineAt(lines: ReturnType<typeof linesIn>, at: number): number {
  const found = lines.findIndex(({ next }) => at < next)
  return found < 0 ? lines.length - 1 : found
}
