import type { Hand, Person } from '../../model/hand.ts'
import { isOfHouse, isProse, namesPerson } from './line-shape.ts'
import * as say from './office-words.ts'
import type { Reading } from './reading.ts'
import { saysTelegram, saysWire } from './telegram-lines.ts'
import type { WrittenLine } from './written-lines.ts'

/** What the lines are read with. */
export interface Registered {
  readonly hands: readonly Hand[]
  readonly people: readonly Person[]
}

/** A paper of a file, as a stretch of its lines. */
export interface PaperLines {
  readonly first: number
  /** One past its last line. */
  readonly end: number
  readonly isTelegram: boolean
  /** Where its salutation, and its first close after that, stand; null where there is none. */
  readonly salutation: number | null
  readonly close: number | null
  /** What says that a paper begins here; null for the first. */
  readonly reason: string | null
}

/** A paper that is being read: each zone writes the readings of its own lines. */
export interface Zone {
  readonly lines: readonly WrittenLine[]
  readonly signs: readonly (Reading | null)[]
  readonly paper: PaperLines
  readonly registered: Registered
  readonly readings: Reading[]
}

type Signs = readonly (Reading | null)[]

/** The roles with which a paper may begin. */
const OPENS = new Set(['marking', 'letterhead', 'our-reference', 'your-reference', 'dateline', 'date-time', 'registry-reference'])

/** Where papers begin in a file: by what opens a paper after another one closed. */
export function papersOf(lines: readonly WrittenLine[], signs: Signs): readonly PaperLines[] {
  const starts: { at: number; reason: string | null }[] = [{ at: 0, reason: null }]
  let stage: 'opener' | 'body' | 'tail' = 'opener'
  let salutations = 0
  let prose = 0
  let inTelegram = false
  let ended = false
  for (const [at, line] of lines.entries()) {
    const role = signs[at]?.role ?? null
    const begin = (from: number, reason: string) => {
      if (from > starts.at(-1)!.at) starts.push({ at: from, reason })
      stage = 'opener'
      salutations = role === 'salutation' ? 1 : 0
      prose = 0
      inTelegram = saysTelegram(line.words)
      ended = false
    }
    const quoted = /^["“'‘]/.test(line.words)
    if (role === 'salutation' && !quoted && (salutations > 0 || stage === 'tail' || prose > 4)) {
      const from = backToOpening(lines, signs, at, starts.at(-1)!.at)
      begin(from, `“${line.words}” greets somebody after the paper before had its own salutation or its close.`)
      continue
    }
    const again = inTelegram && ended && saysTelegram(line.words) && !/^NNNN?$/.test(line.words)
    if (saysTelegram(line.words) && (!inTelegram || again)) {
      if (prose > 1 || stage === 'tail') {
        begin(backToWire(lines, signs, at, starts.at(-1)!.at), 'The lines of a telegram’s preamble begin here.')
        continue
      }
      inTelegram = true
    }
    // the foot of the one paper bears its marking as the head of the next does
    const foot = role === 'marking' && signs[at + 1]?.role === 'marking'
    if (
      stage === 'tail' &&
      !foot &&
      (startsGroup(lines, at) || signs[at - 1]?.role === 'marking') &&
      opensPaper(line, role, lines, signs, at)
    ) {
      begin(at, `“${line.words}” opens a paper, after the one before was closed.`)
      continue
    }
    if (stage === 'body' && prose > 2 && isTitle(line.words) && (newSheet(lines, at) || line.blanksBefore > 2)) {
      begin(backToOpening(lines, signs, at, starts.at(-1)!.at), `“${line.words}” is the title of a paper.`)
      continue
    }
    ended ||= inTelegram && /^NNNN?$/.test(line.words)
    if (role === 'salutation') salutations++
    if (isProse(line.words) && role !== 'close') prose++
    if (stage === 'opener' && prose > 0) stage = 'body'
    if ((role === 'close' && prose > 0) || /^\/ ?s\/?$/i.test(line.words) || (inTelegram && /^NNNN/.test(line.words)))
      stage = 'tail'
    if (stage === 'body' && (role === 'copies' || /^\(.{4,40}\)$/.test(line.words)) && startsGroup(lines, at) && prose > 0)
      stage = 'tail'
  }
  return starts.map(({ at, reason }, nth): PaperLines => {
    const end = starts[nth + 1]?.at ?? lines.length
    const salutation = findIn(at, end, (index) => signs[index]?.role === 'salutation')
    const close = findIn(salutation ?? at, end, (index) => signs[index]?.role === 'close')
    let telegraphic = 0
    for (let index = at; index < end; index++) if (saysTelegram(lines[index]!.words)) telegraphic++
    return { first: at, end, isTelegram: telegraphic > 1 || (telegraphic > 0 && salutation === null), salutation, close, reason }
  })
}

function findIn(from: number, end: number, is: (at: number) => boolean): number | null {
  for (let at = from; at < end; at++) if (is(at)) return at
  return null
}

const startsGroup = (lines: readonly WrittenLine[], at: number) => at === 0 || lines[at]!.group !== lines[at - 1]!.group
const newSheet = (lines: readonly WrittenLine[], at: number) => at > 0 && lines[at]!.sheet !== lines[at - 1]!.sheet

export const isTitle = (words: string): boolean => words.length < 90 && say.DOCUMENT_TITLE.test(words) && !/[.,;]$/.test(words)

/** Whether a line may open a paper, and running text or a salutation comes soon after. */
function opensPaper(line: WrittenLine, role: string | null, lines: readonly WrittenLine[], signs: Signs, at: number): boolean {
  const may =
    (role !== null && OPENS.has(role)) ||
    isTitle(line.words) ||
    say.TO_LINE.test(line.words) ||
    say.FROM_LINE.test(line.words) ||
    (isOfHouse(line.words) && role === null && !say.AFTER_NAME.test(line.words))
  if (!may) return false
  // the words of a letter follow, or its greeting: else it is the foot of the one before
  let prose = 0
  let long = false
  for (let next = at + 1; next < Math.min(lines.length, at + 16); next++) {
    if (signs[next]?.role === 'salutation') return true
    if (signs[next]?.role === 'postscript') return false
    if (isProse(lines[next]!.words) && lines[next]!.words.length > 40) prose++
    long ||= lines[next]!.words.length > 160 && prose > 0
  }
  if (role === 'dateline' || role === 'date-time')
    return (prose > 1 || long) && !signs.slice(at + 1, at + 4).some((sign) => sign?.role === 'received-stamp' || sign?.setAside)
  return prose > 0 && (role !== 'marking' || prose > 1)
}

/** Back from the first line of a preamble over the wire's lines and the marking above it. */
function backToWire(lines: readonly WrittenLine[], signs: Signs, at: number, least: number): number {
  let from = at
  while (
    from - 1 > least &&
    (signs[from - 1]?.role === 'marking' || (saysWire(lines[from - 1]!.words) && !/^NNNN?$/.test(lines[from - 1]!.words)))
  )
    from--
  return from
}

/** Back from a salutation over what opens its paper. */
function backToOpening(lines: readonly WrittenLine[], signs: Signs, at: number, least: number): number {
  let from = at
  while (from - 1 > least) {
    const line = lines[from - 1]!
    const role = signs[from - 1]?.role ?? null
    const opens = (role !== null && OPENS.has(role)) || (role === null && !isProse(line.words) && line.words.length < 70)
    if (!opens) break
    from--
  }
  // what stands right after the text before is that paper's: its close, its name, the office, the person written to
  const opener = findIn(from, at, (index) => {
    const role = signs[index]?.role
    if (role === 'marking')
      return (
        findIn(
          index + 1,
          at,
          (next) => namesPerson(lines[next]!.words) || signs[next]?.role === 'dateline' || isOfHouse(lines[next]!.words),
        ) !== null
      )
    if (role !== null && role !== undefined) return OPENS.has(role)
    return (
      isOfHouse(lines[index]!.words) &&
      !(index > from && namesPerson(lines[index - 1]!.words) && lines[index]!.group === lines[index - 1]!.group)
    )
  })
  const before = signs[from - 1]?.role
  const cut = before === 'close' || before === 'copies' || (from > least && isProse(lines[from - 1]!.words))
  if (cut) return opener ?? at
  return from
}
