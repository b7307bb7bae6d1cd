import { trimmed } from '../text/blank.ts'
import { linesIn } from '../text/lines.ts'

/** A place where a page may turn. A proposal only: in the four sample letters two of five are false. */
export interface ProposedTurn {
  /** The blank lines, in UTF-16 units of the original text. */
  readonly start: number
  readonly end: number
  readonly blankLines: number
  readonly reason: string
}

/** Fewer blank lines than these are a paragraph's end. */
const LEAST = 3

/** Long runs of blank lines between words as proposed page turns. Form feeds are not among them: those are turns already. */
export function proposeTurns(text: string): readonly ProposedTurn[] {
  const turns: ProposedTurn[] = []
  let seenWords = false
  let start = 0
  let blankLines = 0
  for (const line of linesIn(text)) {
    const words = trimmed(text, line.start, line.end)
    const turned = text.slice(line.start, line.end).includes('\f')
    if (words === null && !turned) {
      if (blankLines === 0) start = line.start
      blankLines += 1
      continue
    }
    if (words !== null && !turned && seenWords && blankLines >= LEAST)
      turns.push({ start, end: line.start, blankLines, reason: `${blankLines} blank lines stand here in the machine transcript` })
    seenWords = words !== null
    blankLines = 0
  }
  return turns
}
