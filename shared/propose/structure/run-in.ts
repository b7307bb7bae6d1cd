import type { LinesRead } from './read-lines.ts'
import type { Reading } from './reading.ts'
import type { Piece } from './stretches.ts'
import type { WrittenLine } from './written-lines.ts'
import type { Registered } from './zones.ts'

/** A line in pieces: the typed words, and those that a pen wrote among them. */
export function runIn(
  line: WrittenLine,
  reading: Reading,
  _read: LinesRead,
  _at: number,
  _registered: Registered,
): readonly Piece[] {
  return [{ line, start: line.start, end: line.end, reading }]
}
