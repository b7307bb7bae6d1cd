import { lineOfDate } from './dated-words.ts'
import { signedInitials } from './initials.ts'
import { countOf, isCapitals } from './letters.ts'
import {
  beginsSmall,
  endsSentence,
  isName,
  isOfHouse,
  isProse,
  isTabular,
  namesPerson,
  smallWords,
  titledShare,
} from './line-shape.ts'
import { scrapAt } from './machine-loops.ts'
import { breaksIn, noteIn, PEN_WORDS, shortNote } from './notes.ts'
import { BULLET, NUMBER_APART, NUMBERED } from './numbered.ts'
import * as say from './office-words.ts'
import { abstained, handwritten, type Reading, typed } from './reading.ts'
import { type Measure, measureOf, type Run, runsOf, startsNumbered } from './runs.ts'
import type { WrittenLine } from './written-lines.ts'
import { isTitle, type Zone } from './zones.ts'

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
  'running-head',
])

/** Reads the text of a paper from a line on. Gives the first line after it: its close, its signature, or the end. */
export function readBody(zone: Zone, from: number): number {
  const { lines, signs, paper, readings } = zone
  const measure = measureOf(lines, paper.first, paper.end)
  const end = endOfBody(zone, from)
  const stands = (at: number) => {
    const sign = signs[at]
    return !!sign && (sign.setAside !== null || STANDS.has(sign.role ?? ''))
  }
  let begun = false
  let unnumbered = 0
  let isList = false
  let above: Run | null = null
  const apart = (at: number) => stands(at) || (signedInitials(lines[at]!.words)?.dated ?? false)
  for (const run of runsOf(zone, from, end, measure, apart)) {
    const sign = signs[run.first]
    const reading: Reading = stands(run.first) && sign ? sign : readRun(zone, run, measure, begun)
    if (reading.role === 'paragraph' && !startsNumbered(lines[run.first]!)) unnumbered++
    // a list in a text whose paragraphs bear no numbers
    if (/^1[.)]? /.test(run.words)) isList = unnumbered > 1
    const inList = isList && reading.role === 'paragraph' && /^\d/.test(run.words)
    const own = inList
      ? typed(null, 0, 'It bears a number in a text whose paragraphs bear none: an item, or a paragraph.')
      : reading
    for (let at = run.first; at < run.end; at++) readings[at] = own
    if (reading.role === 'note' && above) takeAbove(zone, above, run)
    above = run
    begun ||= reading.role === 'paragraph' || reading.role === 'item'
  }
  return end
}

/** A short line right above the end of a note, in the same group, is the note's beginning. */
function takeAbove({ lines, readings, signs }: Zone, above: Run, run: Run): void {
  const [last, first] = [lines[above.end - 1]!, lines[run.first]!]
  if (
    last.group !== first.group ||
    above.words.length > 75 ||
    above.end !== run.first ||
    !signedInitials(run.words) ||
    signs[above.first] ||
    /_{4}|\.{5}/.test(above.words)
  )
    return
  if (startsNumbered(lines[above.first]!) || isCapitals(above.words) || readings[above.first]!.setAside !== null) return
  for (let at = above.first; at < above.end; at++)
    readings[at] = { ...readings[run.first]!, reason: 'It belongs to the words below it, which are written by hand.' }
}

function readRun(zone: Zone, run: Run, measure: Measure, begun: boolean): Reading {
  const { lines, paper, registered } = zone
  const { first, end, words } = run
  const line = lines[first]!
  const single = end - first === 1
  if (say.COPIES_PARAGRAPH.test(words) && countOf(words) > 8 && !isCapitals(words))
    return typed('copies-paragraph', 0.93, 'It is a sentence that says who gets a copy.')
  return (
    (line.inColumns && words.length < 100 && !isProse(line.words)
      ? typed(null, 0, 'It stands in columns, as a table does.')
      : null) ??
    numbered(run, line.text, lines[end]) ??
    (single ? breaksIn(zone, first) : null) ??
    noteIn(words, registered) ??
    footnote(words) ??
    (lines.slice(first, end).some(({ inColumns, words: own }) => (inColumns && !isProse(own)) || /\.{5}/.test(own)) ||
    isTabular(words)
      ? typed(null, 0, 'It stands in columns, as a table does.')
      : null) ??
    headingAt(zone, run, begun) ??
    (begun ? apartFrom(zone, run) : null) ??
    narrow(zone, run, measure, begun) ??
    (single && paper.close !== null ? shortNote(words, begun) : null) ??
    undecidedIn(zone, run, measure) ??
    proseIn(zone, run, begun) ??
    (single ? scrapAt(line) : null) ??
    abstained('It is a few words by themselves: typed or written, nothing says.')
  )
}

/** Words by themselves that begin small after a sentence that was done, or that are signed far off: no typed text goes on so. */
function apartFrom({ lines, readings, paper }: Zone, { first, end, words }: Run): Reading | null {
  if (/\S {2,}\p{Lu}{2,3}$/u.test(lines[end - 1]!.text) && countOf(words) < 30)
    return handwritten('note', 0.88, 'Initials stand apart at its end, as notes on a paper have them.')
  let above = first - 1
  while (above > paper.first && !['paragraph', 'item', 'copies-paragraph'].includes(readings[above]!.role ?? '')) above--
  const [last, next] = [lines[above], lines[end]]
  if (!last || !next || end >= paper.end || last.group === lines[first]!.group || next.group === lines[end - 1]!.group)
    return null
  if (
    !endsSentence(last.words) ||
    !/^\p{Ll}{2,}/u.test(words) ||
    /^(?:l[tfns]?|il|v|s|c|w|x|z|p)\b/u.test(words) ||
    countOf(words) > 15 ||
    beginsSmall(next.words)
  )
    return null
  return handwritten('note', 0.86, 'It stands alone and begins with a small letter, though the sentence before it is done.')
}

/** A footnote’s sign and words: no role is made for it here. */
const footnote = (words: string): Reading | null =>
  /^(?:\[\d{1,2}\]|\*{1,3}|†|‡) ?\p{L}/u.test(words) && !/^\*\s/.test(words)
    ? typed(null, 0, 'It begins with the sign of a footnote.')
    : null

/** What a letter says in few words: typed, as far as words can tell. */
const STOCK =
  /^(?:I (?:am|hope|should|would|shall|look|enclose|attach|have|can|understand|recommend|think|know)|We (?:are|hope|should|would|shall|look|have|recommend|understand)|It (?:is|was)|There (?:is|are|was|were)|This (?:is|was|letter|minute|note)|The|Thank you for|Please (?:let|find|accept)|(?:Prime )?Minister|Mr|Mrs|Sir|Lord|He|She|They|In|On|At|For|As|But|And|Both|Meanwhile|However|Finally|Je|J['’]ai|Nous|Le|La|Les|Il|Elle)\b/u

/** A few words alone between long paragraphs that are lines: a short paragraph, or what somebody wrote there; no line tells by its length. */
function undecidedIn({ lines }: Zone, { first, end, words }: Run, { width }: Measure): Reading | null {
  if (width !== null || end - first > 1 || countOf(words) > 14 || /[:–-]$/.test(words) || isCapitals(words)) return null
  if (STOCK.test(words) && endsSentence(words) && countOf(words) > 4) return null
  const near = [lines[first - 1], lines[end]].some((other) => other !== undefined && other.words.length > 150)
  return near ? abstained('It is a few words between long paragraphs: a short paragraph, or what a reader wrote there.') : null
}

function proseIn({ lines }: Zone, { first, end, words }: Run, begun: boolean): Reading | null {
  if (isProse(words)) return typed('paragraph', countOf(words) > 14 ? 0.97 : begun ? 0.9 : 0.85, 'It is running text.')
  const above = lines[first - 1]
  // what goes on over a page, and the end of a sentence
  if (beginsSmall(words) && above && !endsSentence(above.words) && endsSentence(words) && smallWords(words) > 0)
    return typed('paragraph', 0.8, 'It goes on with a sentence above.')
  if (
    begun &&
    endsSentence(words) &&
    countOf(words) > 3 &&
    end - first > 0 &&
    /^(?:I|We|The|This|That|It|He|She|They|There|Please|Mr|My|Our)\b/.test(words)
  )
    return typed('paragraph', 0.75, 'It is a short sentence among paragraphs.')
  return null
}

/** Where the text ends: at the close; else after the last running text that is no note at its foot. */
function endOfBody({ lines, signs, paper }: Zone, from: number): number {
  if (paper.close !== null && paper.close >= from) return paper.close
  let last = from
  for (let at = from; at < paper.end; at++) {
    const role = signs[at]?.role
    if (role) continue
    const { words } = lines[at]!
    const inBody = last > from
    // a name, initials or a date by itself after the text: what follows is its foot
    if (inBody && isFoot(words, lines, at)) break
    if (
      (isProse(words) && (words.length > 30 || lines[at]!.group === lines[at - 1]?.group)) ||
      NUMBERED.test(words) ||
      NUMBER_APART.test(lines[at]!.text)
    )
      last = at + 1
    else if (inBody && lines[at]!.group === lines[at - 1]!.group && (beginsSmall(words) || !endsSentence(lines[at - 1]!.words)))
      last = at + 1
  }
  return last
}

const NAME_IN_CAPITALS =
  /^(?:(?:\p{Lu}(?:\. ?| )){1,4}(?:\p{Lu}{2,}[’'-]?){1,2}(?: \p{Lu}{3,})?|\p{Lu}{3,} (?:\p{Lu}\. ){1,2}\p{Lu}{3,})$/u

/** Whether a line is the foot of a paper without a close: a name in capitals or brackets, or initials, alone on its line, and no running text much after. */
function isFoot(words: string, lines: Zone['lines'], at: number): boolean {
  const alone = lines[at]!.group !== lines[at - 1]?.group || endsSentence(lines[at - 1]!.words)
  if (!alone || words.length > 50) return false
  if (/^pour (?:le|la) (?:ministre|pr[ée]sident|directeur|pr[ée]fet|secr[ée]taire)/iu.test(words)) return true
  const names =
    (NAME_IN_CAPITALS.test(words) && countOf(words) > 1 && countOf(words) < 5) ||
    (/^\(.{3,40}\)$/.test(words) && isName(words.slice(1, -1))) ||
    /^(?:\p{Lu}\.? ?){2,5}$/u.test(words)
  const next = lines[at + 1]
  const dated =
    next !== undefined &&
    isName(words) &&
    (lineOfDate(next.words) !== null || (say.OFFICE.test(next.words) && countOf(next.words) < 8))
  if (!names && !dated) return false
  const rest = lines.slice(at + 1, at + 30)
  return rest.filter(({ words: more }) => isProse(more) && more.length > 55).length < 3
}

function numbered({ words, first, end }: Run, text: string, next: WrittenLine | undefined): Reading | null {
  const apart = NUMBER_APART.exec(text)
  if (apart && countOf(words) > 6) return typed('paragraph', 0.92, `It is running text under the number ${apart[1]}.`)
  const found = NUMBERED.exec(words)
  if (found) {
    const [, number] = found as unknown as [string, string]
    const rest = words.slice(found[0].length)
    if (!/\p{L}{2}/u.test(rest)) return null
    const ofWords = countOf(rest)
    if (isCapitals(rest) && ofWords < 9) return typed('heading', 0.85, 'It is a number with words in capitals.')
    if (
      /\d/.test(number) &&
      !/^\(/.test(number) &&
      ofWords < 10 &&
      end - first === 1 &&
      titledShare(rest) > 0.7 &&
      /^\p{Lu}/u.test(rest) &&
      !/[.,;:?!]$/.test(rest) &&
      next !== undefined &&
      isProse(next.words) &&
      !startsNumbered(next)
    )
      return typed('heading', 0.85, `It is a title under the number ${number}, above running text.`)
    if (/^\(|^[a-z]\)|^[ivx]+\)/.test(number)) return typed('item', 0.9, `It begins with ${number}, as the items of a list do.`)
    if (/\d/.test(number)) {
      if (ofWords > 14 || end - first > 1 || (isProse(rest) && ofWords > 11))
        return typed('paragraph', 0.94, `It is running text under the number ${number}.`)
      return endsSentence(rest) && ofWords > 6 && isProse(rest)
        ? typed('paragraph', 0.8, `It is a sentence under the number ${number}.`)
        : typed(null, 0, `It begins with the number ${number}: an item, a heading or a paragraph.`)
    }
    if (/^[a-z]\./.test(number) || /^[ivx]+\./.test(number))
      return typed('item', 0.85, `It begins with ${number}, as the items of a list do.`)
    return typed(null, 0, `It begins with ${number}: an item or a paragraph.`)
  }
  if (BULLET.test(words)) return typed('item', 0.92, 'It begins with a dash or a bullet, as the items of a list do.')
  return null
}

/** Words whose lines break where a typed line would have gone on: written in a margin, or in a space left free. */
function narrow({ lines, paper }: Zone, { first, end, words }: Run, { width }: Measure, begun: boolean): Reading | null {
  if (width === null || !begun || paper.isTelegram || end - first > 8 || end - first < 2) return null
  const own = lines.slice(first, end)
  if (own[0]!.indent > 8 || isCapitals(words) || smallWords(words) === 0) return null
  const breaksEarly = (line: WrittenLine, nth: number) =>
    nth === own.length - 1 || line.indent + line.text.length + 1 + own[nth + 1]!.text.split(/\s/)[0]!.length + SLACK <= width
  if (!own.every(breaksEarly)) return null
  if (own.some((one) => isOfHouse(one.words) || namesPerson(one.words) || lineOfDate(one.words) !== null || startsNumbered(one)))
    return null
  if (/:$/.test(lines[first - 1]?.words ?? '') || /^["“]/.test(words) || titledShare(own[0]!.words) > 0.75) return null
  return handwritten('note', 0.88, 'Its lines break where a typed line would have gone on, as words written in a margin do.')
}

/** So many letters a typist leaves free at the end of a line at most. */
const SLACK = 12

function headingAt({ lines, paper }: Zone, run: Run, begun: boolean): Reading | null {
  const { words, first, end } = run
  if (words.length > 160 || countOf(words) > 22 || end - first > 4) return null
  if (say.SUBJECT.test(words)) return typed('heading', 0.93, 'It says what the paper is about.')
  const [above, next] = [lines[first - 1], lines[end]]
  const alone =
    (!above || above.group !== lines[first]!.group || endsSentence(above.words)) &&
    (end >= paper.end || next?.group !== lines[end - 1]!.group)
  const ends = /[.,;?!:–-]$/.test(words) && !/\b(?:Ltd|Inc|Co)\.$/.test(words)
  if (beginsSmall(words) || !/\p{L}{3}/u.test(words) || PEN_WORDS.test(words)) return null
  // a heading stands above something
  const stands = lines.slice(end, Math.min(paper.end, end + 6)).some((other) => isProse(other.words) || startsNumbered(other))
  if (isCapitals(words) && stands && !/[,;?!–-]$/.test(words))
    return typed('heading', alone ? 0.92 : 0.85, 'It stands in capitals, without a full stop.')
  if (ends && !(/\.$/.test(words) && /^(?:objet|subject)/i.test(words))) return null
  const tokens = words.split(' ')
  const big =
    tokens.filter(
      (token) =>
        /^[("“‘'[]?[\p{Lu}\d&/-]/u.test(token) ||
        /^(?:of|the|and|for|in|on|to|a|with|by|de|du|la|le|les|des|et|au|aux|en|sur|from|at)$/.test(token),
    ).length / tokens.length
  const followed = next !== undefined && end < paper.end && (isProse(next.words) || NUMBERED.test(next.words))
  const greeted = paper.salutation !== null && first - paper.salutation <= 4
  if (!begun && greeted && followed)
    return typed('heading', big > 0.8 ? 0.93 : 0.85, 'It stands between the greeting and the text, without a full stop.')
  if (alone && followed && big > 0.8 && tokens.length < 13 && (!begun || !above || endsSentence(above.words)))
    return typed(
      'heading',
      isTitle(words) ? 0.93 : tokens.length < 9 ? 0.86 : 0.8,
      'It stands alone above running text, with capitals and without a full stop.',
    )
  return null
}
