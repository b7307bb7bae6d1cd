import { proposalId, type TurnProposal } from '../proposal.ts'
import { wordsOf } from './letters.ts'
import { beginsSmall, endsSentence, isProse } from './line-shape.ts'
import type { LinesRead } from './read-lines.ts'
import type { WrittenLine } from './written-lines.ts'

/** A turn by line: `at` is the first line of the new page, or of those that may be foot or head, up to but not with `end`. */
export interface LineTurn {
  readonly at: number
  readonly end: number
  readonly decided: boolean
  readonly confidence: number
  readonly reason: string
}

const FURNITURE = new Set(['marking', 'page-number', 'catchword', 'running-head'])

/** Where pages turn, by what stands between their texts: numbers, markings, catchwords, heads, and the signs of whatever made the transcript. */
export function turnsIn({ lines, readings, papers }: LinesRead): readonly LineTurn[] {
  const isFurniture = (at: number) => FURNITURE.has(readings[at]!.role ?? '') || readings[at]!.setAside === 'page-furniture'
  const style = styleOf(lines, readings)
  const starts = new Map(papers.slice(1).map((paper) => [paper.first, paper]))
  const turns: LineTurn[] = []
  for (let at = 0; at < lines.length; ) {
    if (starts.has(at) && !turns.some((turn) => turn.at >= at - 3))
      turns.push({
        at,
        end: at,
        decided: true,
        confidence: 0.8,
        reason: 'A new paper begins here, and papers begin on pages of their own.',
      })
    if (!isFurniture(at)) {
      const turn = at > 0 ? brokenAt(lines, readings, at) : null
      if (turn) turns.push(turn)
      at++
      continue
    }
    let end = at + 1
    while (end < lines.length && isFurniture(end) && !starts.has(end)) end++
    const goesOn = readings.slice(end).some(({ role }) => isText(role) || role === 'letterhead' || role === 'salutation')
    const inside = at > 0 && end < lines.length && goesOn && readings.slice(0, at).some(({ role }) => isText(role))
    const turn = inside ? turnAmong(lines, readings, at, end, style) : null
    const opens = [...starts.keys()].some((start) => start >= at && start <= end)
    if (turn && !(opens && !turn.decided)) turns.push(turn)
    at = end
  }
  return turns.filter((turn, nth) => nth === 0 || turn.at > turns[nth - 1]!.at)
}

const TEXT = new Set(['paragraph', 'item', 'copies-paragraph', 'quotation', 'close', 'signature'])
const isText = (role: string | null) => role !== null && TEXT.has(role)

/** Whether the numbers of pages stand at the head or the foot: where the first is a 1 after text, at the foot. */
function styleOf(lines: readonly WrittenLine[], readings: LinesRead['readings']): 'head' | 'foot' {
  const first = readings.findIndex(({ role }) => role === 'page-number')
  if (first < 0) return 'head'
  const number = /\d+/.exec(lines[first]!.words)?.[0]
  return (number === '1' || number === undefined) && lines.slice(0, first).some(({ words }) => isProse(words)) ? 'foot' : 'head'
}

function turnAmong(
  lines: readonly WrittenLine[],
  readings: LinesRead['readings'],
  from: number,
  end: number,
  style: 'head' | 'foot',
): LineTurn | null {
  const role = (at: number) => (readings[at]!.setAside === 'page-furniture' ? 'sign' : readings[at]!.role)
  const among = Array.from({ length: end - from }, (_, nth) => from + nth)
  const at = (decidedAt: number, confidence: number, reason: string): LineTurn => ({
    at: decidedAt,
    end: decidedAt,
    decided: true,
    confidence,
    reason,
  })
  const sign = among.find((index) => role(index) === 'sign')
  if (sign !== undefined) return at(sign, 0.97, `“${lines[sign]!.words}” says so, by whatever made the transcript.`)
  const catchword = among.findLast((index) => role(index) === 'catchword')
  if (catchword !== undefined) {
    const rest = among.filter((index) => index > catchword)
    const next = end
    const own = wordsOf(lines[catchword]!.words)
    const answered = own !== '' && wordsOf(lines[next]?.words ?? '').startsWith(own)
    const reason = answered
      ? `The page before ends with the catchword ${lines[catchword]!.words}; this one begins with ${lines[next]!.words.split(' ').slice(0, 3).join(' ')}.`
      : `The page before ends with ${lines[catchword]!.words}.`
    const markings = rest.filter((index) => role(index) === 'marking')
    if (markings.length > 1) return at(markings[1]!, 0.93, reason)
    if (markings.length === 1 && rest.length === 1) return at(rest[0]!, 0.6, reason)
    return at(rest[0] ?? next, answered ? 0.97 : 0.85, reason)
  }
  const head = among.find((index) => role(index) === 'running-head')
  if (head !== undefined) {
    const number = among.find((index) => role(index) === 'page-number')
    const first = style === 'head' && number !== undefined && number < head ? number : head
    return at(first, 0.9, `“${lines[head]!.words}” stands at the head of several pages.`)
  }
  const markings = among.filter((index) => role(index) === 'marking')
  const number = among.find((index) => role(index) === 'page-number')
  const groups = new Set(markings.map((index) => lines[index]!.words))
  if (markings.length > 1 && groups.size < markings.length)
    return at(
      number !== undefined && number > markings[0]! && number < markings.at(-1)! && style === 'head' ? number : markings.at(-1)!,
      0.92,
      'Two markings follow each other: at the foot of one page, and at the head of the next.',
    )
  if (number !== undefined) {
    const told = `“${lines[number]!.words}” is the number of a page; ${style === 'head' ? 'numbers stand at the head here' : 'numbers stand at the foot here'}.`
    if (markings.length === 0) return style === 'head' ? at(number, 0.88, told) : at(end, 0.88, told)
    return style === 'foot' ? at(end, 0.75, told) : at(Math.min(number, markings[0]!), 0.75, told)
  }
  const [only] = markings
  if (only === undefined) return null
  return {
    at: only,
    end: only + markings.length,
    decided: false,
    confidence: 0.85,
    reason: 'A marking stands here between two texts: at the foot of one page or the head of the next.',
  }
}

/** Long blanks in the middle of a sentence. */
function brokenAt(lines: readonly WrittenLine[], readings: LinesRead['readings'], at: number): LineTurn | null {
  const [before, line] = [lines[at - 1]!, lines[at]!]
  if (line.blanksBefore < 3 || line.sheet !== before.sheet) return null
  const inSentence =
    readings[at]!.role === 'paragraph' &&
    readings[at - 1]!.role === 'paragraph' &&
    !endsSentence(before.words) &&
    beginsSmall(line.words)
  return inSentence
    ? {
        at,
        end: at,
        decided: true,
        confidence: 0.85,
        reason: `${line.blanksBefore} blank lines stand here, in the middle of a sentence.`,
      }
    : null
}

/** Turns as proposals. */
export function turnProposals({ lines, readings }: LinesRead, turns: readonly LineTurn[]): readonly TurnProposal[] {
  return turns.map(({ at, end, decided, confidence, reason }) => {
    const line = lines[Math.min(at, lines.length - 1)]!
    const last = lines[Math.max(at, end - 1)] ?? line
    const source = [[line.original, line.start, last.original === line.original ? last.end : line.end]] as const
    const near = [at, at + 1, at + 2].find(
      (index) => readings[index]?.role === 'page-number' || readings[index]?.setAside === 'page-furniture',
    )
    const printed = near === undefined || !decided ? null : (/\d+/.exec(lines[near]!.words)?.[0] ?? null)
    return { kind: 'turn', id: proposalId('turn', '', source), source, confidence, reason, decided, printed }
  })
}
