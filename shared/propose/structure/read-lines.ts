import { readBody } from './body.ts'
import { signOf } from './line-signs.ts'
import { loopsIn } from './machine-loops.ts'
import { readOpener } from './opener.ts'
import type { Reading } from './reading.ts'
import { abstained } from './reading.ts'
import { readTail } from './tail.ts'
import { readTelegram } from './telegram.ts'
import type { WrittenLine } from './written-lines.ts'
import { type PaperLines, papersOf, type Registered } from './zones.ts'

/** The lines of a file, what each seems to be, and the papers they make. */
export interface LinesRead {
  readonly lines: readonly WrittenLine[]
  readonly readings: readonly Reading[]
  readonly papers: readonly PaperLines[]
}

/** What each line is: by what it says itself, then by where it stands in its paper. */
export function readLines(lines: readonly WrittenLine[], registered: Registered): LinesRead {
  const loops = loopsIn(lines)
  const signs = lines.map((line, at) => loops.get(at) ?? signOf(line))
  const papers = papersOf(lines, signs)
  const readings: Reading[] = lines.map(() => abstained('Nothing in its words or around it says what it is.'))
  for (const paper of papers) {
    const zone = { lines, signs, paper, registered, readings }
    if (paper.isTelegram) readTelegram(zone)
    else {
      const body = readOpener(zone)
      const tail = readBody(zone, body)
      readTail(zone, tail)
    }
  }
  return { lines, readings, papers }
}
