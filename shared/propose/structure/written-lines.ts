import { trimmed } from '../../text/blank.ts'
import { linesIn } from '../../text/lines.ts'
import { asMeant } from './as-meant.ts'
import { lineOfDate } from './dated-words.ts'

/** A line with words of a machine transcript, and how it stands there. */
export interface WrittenLine {
  readonly original: number
  /** Its words without the blanks at their ends, in UTF-16 units of the original's text. */
  readonly start: number
  readonly end: number
  /** As it stands, blanks and all. */
  readonly text: string
  /** The words as they were meant, each run of blanks as one. */
  readonly words: string
  /** Its words stand in columns: wide blanks part them. */
  readonly inColumns: boolean
  /** How far it is set in, in characters. */
  readonly indent: number
  /** How many lines without words stand right before it. */
  readonly blanksBefore: number
  /** Lines without a blank line, a form feed or an original's end between them have the same. */
  readonly group: number
  /** Lines between two form feeds, or in one original, have the same. */
  readonly sheet: number
}

const COLUMNS = /\S.{3,}\S {4,}\S|\S\t+\S/u

/** What tells that a cell at the right of a line is something by itself: a date, copies, a telephone, a reference. */
const CELL =
  /^(?:c\.?c\.?\b|cop(?:y|ies)\b|tel(?:ephone|\.)|our ref|your ref|ref(?:erence)?\s?[:.]|date\s?:|from\s?:|to\s?:|subject\s?:)/iu

/** The cells of a line that holds several things: parted by wide blanks, one of them a date or the like. Else the line as it is. */
function cellsOf(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const words = text.slice(start, end)
  if (!/\S {4,}\S/.test(words) || words.length > 130) return [[start, end]]
  const cells = [...words.matchAll(/\S+(?: {1,3}\S+)*/g)].map(
    ({ 0: cell, index }) => [start + index, start + index + cell.length] as const,
  )
  if (
    cells.length < 2 ||
    cells.length > 3 ||
    /^\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]?$/iu.test(text.slice(...cells[0]!)) ||
    /:$/.test(text.slice(...cells[0]!))
  )
    return [[start, end]]
  const tells = cells.slice(1).some((cell) => {
    const own = asMeant(text.slice(...cell))
    return CELL.test(own) || lineOfDate(own) !== null
  })
  return tells ? cells : [[start, end]]
}

/** Every line with words of the texts, in their order. */
export function writtenLines(texts: readonly string[]): readonly WrittenLine[] {
  const lines: WrittenLine[] = []
  let group = -1
  let sheet = -1
  texts.forEach((text, original) => {
    sheet++
    let blanksBefore = 0
    let open = false
    for (const line of linesIn(text)) {
      const place = trimmed(text, line.start, line.end)
      const turns = text.slice(line.start, place ? place[0] : line.end).includes('\f')
      if (turns) {
        sheet++
        open = false
      }
      if (!place) {
        open = false
        blanksBefore++
        continue
      }
      if (!open) group++
      open = !text.slice(place[1], line.end).includes('\f')
      for (const [start, end] of cellsOf(text, ...place)) {
        const own = text.slice(start, end)
        const words = asMeant(own.replace(/\s+/gu, ' '))
        lines.push({
          original,
          start,
          end,
          text: own,
          words,
          inColumns: COLUMNS.test(own),
          indent: start - line.start,
          blanksBefore,
          group,
          sheet,
        })
        blanksBefore = 0
      }
      if (!open) sheet++
    }
  })
  return lines
}
