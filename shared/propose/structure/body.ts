import { beginsSmall, endsSentence, isProse, isTabular } from './line-shape.ts'
import { countOf, isCapitals } from './line-signs.ts'
import { scrapAt } from './machine-loops.ts'
import { breaksIn, noteIn } from './notes.ts'
import { NUMBERED } from './numbered.ts'
import * as say from './office-words.ts'
import { abstained, type Reading, typed } from './reading.ts'
import type { Zone } from './zones.ts'

const BULLET = /^[-*•–—] ?(?=\p{L})/u

/** Signs that stand in a body as they stand anywhere. */
const STANDS = new Set([
  'marking',
  'page-number',
  'catchword',
  'reproduction-stamp',
  'release-mark',
  'received-stamp',
  'postscript',
  'copies',
  'enclosure-line',
  'salutation',
  'flag',
])

/** Reads the text of a paper from a line on. Gives the first line after it: its close, its signature, or the end. */
export function readBody(zone: Zone, from: number): number {
  const { lines, signs, paper, registered, readings } = zone
  const end = endOfBody(zone, from)
  let before: Reading | null = null
  let begun = false
  for (let at = from; at < end; at++) {
    const line = lines[at]!
    const { words } = line
    const sign = signs[at]
    if (sign && (sign.setAside !== null || STANDS.has(sign.role ?? '')) && !goesOn(zone, at, before)) {
      readings[at] = sign
      continue
    }
    const reading: Reading =
      (goesOn(zone, at, before) ? { ...before!, reason: 'It goes on with the lines before it.' } : null) ??
      (say.COPIES_PARAGRAPH.test(words) && countOf(words) > 6
        ? typed('copies-paragraph', 0.93, 'It is a sentence that says who gets a copy.')
        : null) ??
      breaksIn(zone, at) ??
      (paper.isTelegram ? null : noteIn(line, registered)) ??
      numbered(words) ??
      headingAt(zone, at, begun) ??
      (isTabular(words) ? typed(null, 0, 'It looks like a row of a table.') : null) ??
      (isProse(words) ? typed('paragraph', begun || countOf(words) > 12 ? 0.97 : 0.9, 'It is running text.') : null) ??
      scrapAt(line) ??
      lone(zone, at, before)
    readings[at] = reading
    if (reading.role === 'paragraph' || reading.role === 'item' || reading.role === 'copies-paragraph') {
      before = reading
      begun = true
    } else if (reading.role === 'heading') before = null
  }
  return end
}

function endOfBody({ lines, signs, paper }: Zone, from: number): number {
  if (paper.close !== null && paper.close >= from) return paper.close
  // without a close: after the last running text, unless that is a note on the paper
  for (let at = paper.end - 1; at >= from; at--) {
    const role = signs[at]?.role
    if (role) continue
    const { words } = lines[at]!
    if ((isProse(words) && words.length > 30) || NUMBERED.test(words)) return tailOf(lines, at, paper.end)
  }
  return from
}

/** What goes on with a line, in the same group: the last words of its paragraph. */
function tailOf(lines: Zone['lines'], at: number, end: number): number {
  let next = at + 1
  while (
    next < end &&
    lines[next]!.group === lines[at]!.group &&
    (beginsSmall(lines[next]!.words) || !endsSentence(lines[next - 1]!.words)) &&
    !/^\(/.test(lines[next]!.words)
  )
    next++
  return next
}

/** Whether a line is the next line of the paragraph above it. */
function goesOn({ lines, signs, readings }: Zone, at: number, before: Reading | null): boolean {
  if (before === null || at === 0) return false
  const [last, line] = [lines[at - 1]!, lines[at]!]
  if (readings[at - 1]!.role !== before.role || line.group !== last.group) return false
  const sign = signs[at]?.role ?? null
  if (
    sign !== null &&
    sign !== 'dateline' &&
    sign !== 'date-time' &&
    sign !== 'typist-reference' &&
    !(sign === 'enclosure-line' && beginsSmall(line.words))
  )
    return false
  if (NUMBERED.test(line.words) || BULLET.test(line.words)) return false
  if (beginsSmall(line.words)) return true
  return (
    !endsSentence(last.words) &&
    !/:$/.test(last.words) &&
    last.words.length > 40 &&
    countOf(line.words) < 30 &&
    !isCapitals(line.words)
  )
}

function numbered(words: string): Reading | null {
  const found = NUMBERED.exec(words)
  if (found) {
    const rest = words.slice(found[0].length)
    if (!/\p{L}{2}/u.test(rest)) return null
    if (isCapitals(rest) && countOf(rest) < 9) return typed('heading', 0.8, 'It is a number with words in capitals.')
    const isNumber = /\d/.test(found[1]!)
    if (isNumber && !/^\(/.test(found[1]!) && (countOf(rest) > 7 || isProse(rest)))
      return typed('paragraph', 0.93, `It is running text under the number ${found[1]}.`)
    if (!isNumber || /^\(/.test(found[1]!)) return typed('item', 0.9, `It begins with ${found[1]}, as the items of a list do.`)
    return typed(countOf(rest) < 8 && !endsSentence(rest) ? null : 'paragraph', 0.7, `It begins with the number ${found[1]}.`)
  }
  if (BULLET.test(words)) return typed('item', 0.9, 'It begins with a dash or a bullet, as the items of a list do.')
  return null
}

function headingAt({ lines, paper }: Zone, at: number, begun: boolean): Reading | null {
  const line = lines[at]!
  const { words } = line
  if (words.length > 110 || countOf(words) > 16) return null
  if (say.SUBJECT.test(words)) return typed('heading', 0.92, 'It says what the paper is about.')
  const alone = (at === 0 || lines[at - 1]!.group !== line.group) && (at + 1 >= paper.end || lines[at + 1]!.group !== line.group)
  const ends = /[.,;?!]$/.test(words) && !/\b(?:Ltd|Inc|Co)\.$/.test(words)
  if (ends || beginsSmall(words) || !/\p{L}{3}/u.test(words)) return null
  if (isCapitals(words)) return typed('heading', alone ? 0.93 : 0.85, 'It stands in capitals, without a full stop.')
  const titled = words.split(' ').filter((word) => /^[("“‘']?[\p{Lu}\d]/u.test(word)).length / countOf(words)
  const next = lines[at + 1]
  const followed = next !== undefined && at + 1 < paper.end && isProse(next.words)
  if (!begun && paper.salutation !== null && at - paper.salutation < 5 && followed)
    return typed('heading', titled > 0.5 ? 0.93 : 0.85, 'It stands between the greeting and the text, without a full stop.')
  if (alone && followed && titled >= 0.5 && countOf(words) < 10 && (at === 0 || endsSentence(lines[at - 1]!.words) || !begun))
    return typed('heading', 0.85, 'It stands alone above running text, with capitals and without a full stop.')
  return null
}

/** A line alone that no rule of running text takes. */
function lone({ lines }: Zone, at: number, before: Reading | null): Reading {
  const line = lines[at]!
  const above = lines[at - 1]
  if (before && above && line.group === above.group) return typed('paragraph', 0.75, 'It stands with the lines of a paragraph.')
  if (beginsSmall(line.words) && above && !endsSentence(above.words))
    return typed('paragraph', 0.7, 'It goes on with the sentence above.')
  if (endsSentence(line.words) && countOf(line.words) > 3 && !before) return typed('paragraph', 0.6, 'It is a sentence.')
  return abstained('It is a few words by themselves: typed or written, nothing says.')
}
