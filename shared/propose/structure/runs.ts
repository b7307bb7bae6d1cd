import { isCapitals } from './letters.ts'
import { beginsSmall, endsSentence, isProse } from './line-shape.ts'
import { BULLET, NUMBER_APART, NUMBERED } from './numbered.ts'
import type { WrittenLine } from './written-lines.ts'
import type { Zone } from './zones.ts'

/** How the lines of a paper were typed: cut at its margin, or each paragraph one line of the transcript. */
export interface Measure {
  /** How long its full lines are, in characters; null where its paragraphs are lines. */
  readonly width: number | null
}

/** The measure of a stretch of lines. */
export function measureOf(lines: readonly WrittenLine[], first: number, end: number): Measure {
  const lengths: number[] = []
  for (let at = first; at < end; at++) {
    const line = lines[at]!
    if (line.words.length > 30 && isProse(line.words)) lengths.push(line.text.length)
  }
  if (lengths.length < 2) return { width: null }
  lengths.sort((a, b) => a - b)
  const full = lengths[Math.floor(lengths.length * 0.8)]!
  return { width: full <= 100 ? full : null }
}

/** Lines that are one paragraph, item, heading or note: from `first` up to but not with `end`. */
export interface Run {
  readonly first: number
  readonly end: number
  readonly words: string
}

/** The runs of a stretch of lines; a line that `apart` takes is a run of its own. */
export function runsOf(
  { lines }: Pick<Zone, 'lines'>,
  from: number,
  end: number,
  { width }: Measure,
  apart: (at: number) => boolean,
): readonly Run[] {
  const runs: { first: number; end: number }[] = []
  for (let at = from; at < end; at++) {
    const last = runs.at(-1)
    if (last && last.end === at && !apart(at) && !apart(at - 1) && goesOn(lines, at, width)) last.end = at + 1
    else runs.push({ first: at, end: at + 1 })
  }
  return runs.map(({ first, end: to }) => ({
    first,
    end: to,
    words: lines
      .slice(first, to)
      .map(({ words }) => words)
      .join(' '),
  }))
}

/** Whether a line goes on with the one above it. */
function goesOn(lines: readonly WrittenLine[], at: number, width: number | null): boolean {
  const [above, line] = [lines[at - 1]!, lines[at]!]
  if (above.group !== line.group || startsNumbered(line)) return false
  if (
    width === null &&
    !(isCapitals(above.words) && isCapitals(line.words)) &&
    !(above.words.length < 60 && /^[\p{L}]/u.test(line.words) && beginsSmall(line.words))
  )
    return false
  if (width === null)
    return (
      above.words.length < 100 &&
      line.words.length < 100 &&
      !isProse(line.words) === !isProse(above.words) &&
      !endsSentence(above.words)
    )
  if (beginsSmall(line.words) && !/:$/.test(above.words)) return true
  const short = above.text.length + above.indent < width * 0.72
  if (endsSentence(above.words)) return !short && line.indent - above.indent < 3
  if (/[:;]$/.test(above.words) && short) return false
  if (isCapitals(above.words) !== isCapitals(line.words)) return false
  if (isProse(above.words) && short && !isProse(line.words)) return false
  // a title above running text
  if (short && !isProse(above.words) && isProse(line.words) && /^[\p{Lu}"“]/u.test(line.words)) return false
  return line.indent - above.indent < 8 || !short
}

/** Whether a line begins with a number, a letter or a bullet, as a paragraph or an item does. */
export const startsNumbered = ({ words, text }: WrittenLine): boolean =>
  NUMBERED.test(words) || BULLET.test(words) || NUMBER_APART.test(text)
