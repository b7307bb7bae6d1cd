import { trimmed } from '../../text/blank.ts'
import { linesIn } from '../../text/lines.ts'
import { asMeant } from './as-meant.ts'

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
      const [start, end] = place
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
      if (!open) sheet++
      blanksBefore = 0
    }
  })
  return lines
}
