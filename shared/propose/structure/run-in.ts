import { countOf } from './letters.ts'
import { isProse } from './line-shape.ts'
import { noteIn, PEN_WORDS } from './notes.ts'
import { NUMBERED } from './numbered.ts'
import type { LinesRead } from './read-lines.ts'
import { handwritten, type Reading } from './reading.ts'
import { measureOf } from './runs.ts'
import type { Piece } from './stretches.ts'
import type { WrittenLine } from './written-lines.ts'
import type { Registered } from './zones.ts'

/** Handwriting among the typed words of one paragraph: where it stands in its first line to its last, and what says so. */
interface RunIn {
  readonly original: number
  readonly start: number
  readonly end: number
  readonly reading: Reading
}

const ROLES = new Set(['paragraph', 'item', 'copies-paragraph'])

/** The lines in pieces: the typed words, and those that a pen wrote among them. */
export function inPieces(
  texts: readonly string[],
  { lines, readings, papers }: LinesRead,
  registered: Registered,
): readonly Piece[] {
  const found: RunIn[] = []
  for (const paper of papers) {
    if (paper.isTelegram) continue
    found.push(...besideLines(lines, readings, paper.first, paper.end))
    // in papers of offices; a private letter asks questions of its own
    const official = readings.slice(paper.first, paper.end).some(({ role }) => role === 'marking' || role === 'copies-paragraph')
    for (let at = paper.first; at < paper.end; ) {
      const { role, layer } = readings[at]!
      let end = at + 1
      while (end < paper.end && readings[end]! === readings[at]! && lines[end]!.original === lines[at]!.original) end++
      if (ROLES.has(role ?? '') && layer === 'typed') found.push(...runInsOf(texts, lines, at, end, registered, official))
      at = end
    }
  }
  return lines.flatMap((line, at) => cut(line, readings[at]!, found, texts[line.original]!))
}

/** A few words far right of a full typed line, on some lines of a paragraph: written in the margin, and read across. */
function besideLines(lines: readonly WrittenLine[], readings: readonly Reading[], first: number, end: number): readonly RunIn[] {
  const { width } = measureOf(lines, first, end)
  if (width === null) return []
  const found: RunIn[] = []
  for (let at = first; at < end; at++) {
    const line = lines[at]!
    const reading = readings[at]!
    if (!ROLES.has(reading.role ?? '') || reading.layer !== 'typed') continue
    const parted = /^(.*?\S)( {4,}|\t+)(\S.{0,28})$/u.exec(line.text)
    if (!parted || !/^[^.]{0,4}\p{L}/u.test(parted[1]!) || parted[1]!.length < 6 || NUMBERED.test(parted[1]!.concat(' x')))
      continue
    const column = line.indent + parted[1]!.length + parted[2]!.length
    if (column < width * 0.7 || /^[\d£$.,]+$/.test(parted[3]!)) continue
    const start = line.start + parted[1]!.length + parted[2]!.length
    found.push({
      original: line.original,
      start,
      end: line.end,
      reading: handwritten(
        'note',
        0.88,
        'It stands apart at the right of a typed line, as words in a margin do that were read across.',
      ),
    })
  }
  return found
}

/** A line without the run-ins, and these, in order. */
function cut(line: WrittenLine, reading: Reading, found: readonly RunIn[], text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = line.start
  const push = (to: number, own: Reading) => {
    const words = text.slice(from, to)
    const start = from + words.length - words.trimStart().length
    const end = from + words.trimEnd().length
    if (start < end) pieces.push({ line, start, end, reading: own })
    from = to
  }
  for (const one of [...found].sort((a, b) => a.start - b.start)) {
    if (one.original !== line.original || one.end <= line.start || one.start >= line.end) continue
    push(Math.max(line.start, one.start), reading)
    push(Math.min(line.end, one.end), one.reading)
  }
  push(line.end, reading)
  return pieces
}

/** The end of one sentence and what stands up to the end of the next. */
const SENTENCE = /(?<=[.?!]["”’')\]]*)\s+/gu
const ABBREVIATED =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|No|Nos|Esq|Sir|Hon|Rt|cf|viz|etc|e\.g|i\.e|p|pp|vol|para|paras|c|ca|Messrs|Prof|Gen|Col|Capt|Ltd|Inc|Co|Fig|art|Art|M|MM|Mme|inst|ult|prox|\p{Lu})\.$/u

function runInsOf(
  texts: readonly string[],
  lines: readonly WrittenLine[],
  first: number,
  end: number,
  registered: Registered,
  official: boolean,
): readonly RunIn[] {
  const [from, to] = [lines[first]!.start, lines[end - 1]!.end]
  const original = lines[first]!.original
  const text = texts[original]!.slice(from, to)
  const cuts = [0]
  for (const { index, 0: blank } of text.matchAll(SENTENCE)) {
    if (!ABBREVIATED.test(text.slice(Math.max(0, index - 12), index))) cuts.push(index + blank.length)
  }
  cuts.push(text.length)
  const sentences = cuts.slice(0, -1).map((start, nth) => ({ start, words: text.slice(start, cuts[nth + 1]!).trim() }))
  if (sentences.length < 2) return []
  const signedBefore = (nth: number) => {
    const initials = /^(\p{Ll}{2})\s+(?=\p{Lu})/u.exec(sentences[nth + 1]?.words ?? '')
    return initials && !COMMON.test(initials[1]!) ? initials[1]! : null
  }
  return sentences.flatMap(({ start, words }, nth): readonly RunIn[] => {
    const initials = nth > 0 ? signedBefore(nth) : null
    if (initials !== null && countOf(words.replace(/\s+/gu, ' ')) < 16) {
      const next = sentences[nth + 1]!.start + initials.length
      return [
        {
          original,
          start: from + start,
          end: from + next,
          reading: handwritten('note', 0.88, `The initials ${initials} stand after it, among typed words.`),
        },
      ]
    }
    const alone = nth > 0 ? OF_THE_PEN.exec(words) : null
    if (alone)
      return [
        {
          original,
          start: from + start,
          end: from + start + alone[1]!.length,
          reading: handwritten(
            'note',
            0.82,
            `“${alone[1]}” stands between two sentences and belongs to neither, as a reader’s word does.`,
          ),
        },
      ]
    const plain = words.replace(/\s+/gu, ' ')
    const before = sentences[nth - 1]?.words
    const after = sentences[nth + 1]?.words
    const reason = nth === 0 ? null : whyPenned(plain, before!, after, registered, official)
    if (reason === null) return []
    const place = from + start
    return [{ original, start: place, end: place + words.length, reading: reason }]
  })
}

const COMMON =
  /^(?:to|of|in|on|at|by|is|it|as|an|or|if|so|we|he|me|my|no|us|up|do|go|be|am|la|le|de|du|un|et|en|au|il|ce|se|ne|je)$/
/** One word of a reader’s, in small letters between two sentences. */
const OF_THE_PEN = /^(omit|delete|stet|check|query|rubbish|nonsense|agreed|quite|exactly|why|who|when|where)\s+(?=\p{Lu})/u

/** What the machine makes of a capital I, or a figure: no small letter begins there. */
const MISREAD_CAPITAL = /^(?:l[tfns]?|il|1|o|0|v|s|c|w|x|z|p)\b/u

function whyPenned(
  words: string,
  before: string,
  after: string | undefined,
  { hands, people }: Registered,
  official: boolean,
): Reading | null {
  const many = countOf(words)
  if (many > 16 || !/\p{L}{2}/u.test(words)) return null
  const signed = noteIn(words, { hands, people })
  if (signed && signed.confidence > 0.85 && !isTypedSentence(words))
    return { ...signed, reason: `${signed.reason} It stands among typed words.` }
  const isSmall = /^["“'‘(]?\p{Ll}{2,}/u.test(words) && !MISREAD_CAPITAL.test(words)
  // a sentence that begins small after a stop: of another hand, unless the stop was a speck
  if (isSmall && /[.?!]$/.test(before) && many <= 12 && /[?!]$/.test(words) && many <= 8)
    return handwritten('note', 0.87, 'It begins with a small letter between two typed sentences, and asks or exclaims.')
  if (
    official &&
    /^(?:Why|Who|Whose|How|When|Where|Which|What|Since when|Out of what)\b[^"“”:;]*\?$/u.test(words) &&
    many <= 8 &&
    after !== undefined &&
    /^["“(]?[\p{Lu}\d]/u.test(after) &&
    !/\?$/.test(before) &&
    !/\?$/.test(after)
  )
    return handwritten('note', 0.83, 'It is a short question between two typed sentences that ask nothing, as readers put them.')
  if (PEN_WORDS.test(words) && many <= 12)
    return handwritten('note', 0.85, 'Words are cut short in it, as a pen does it, among typed words.')
  if (
    /[?!]$/.test(words) &&
    many <= 4 &&
    !isProse(words) &&
    !/^(?:Are|Is|Do|Does|Can|Could|Will|Would|Should|What|Mr|Sir)\b.*\b(?:you|content|agree)\b/i.test(words) &&
    !/["“”]/.test(words) &&
    after !== undefined
  )
    return handwritten(
      'note',
      0.82,
      'It is a question or cry of a few words among typed sentences, as readers write them beside a line.',
    )
  return null
}

const isTypedSentence = (words: string): boolean => countOf(words) > 12
