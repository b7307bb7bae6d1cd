import { pageMarkers } from '../page-markers.ts'
import { readBody } from './body.ts'
import { misreadClose, misreadGreeting } from './greetings.ts'
import { wordsOf } from './letters.ts'
import { isProse, namesPerson } from './line-shape.ts'
import { signOf } from './line-signs.ts'
import { loopsIn } from './machine-loops.ts'
import * as say from './office-words.ts'
import { readOpener } from './opener.ts'
import { isForm, isList, minutesOf, readForm, readList, readMinutes } from './other-papers.ts'
import { asPenned, seemsPenned } from './pen-papers.ts'
import { abstained, aside, ofLayer, type Reading, typed } from './reading.ts'
import { readTail } from './tail.ts'
import { readTelegram } from './telegram.ts'
import type { WrittenLine } from './written-lines.ts'
import { type PaperLines, papersOf, type Registered, type Zone } from './zones.ts'

/** The lines of a file, what each seems to be, and the papers they make. */
export interface LinesRead {
  readonly lines: readonly WrittenLine[]
  readonly readings: readonly Reading[]
  readonly papers: readonly PaperLines[]
}

/** What each line is: by what it says itself, then by where it stands in its paper. */
export function readLines(texts: readonly string[], lines: readonly WrittenLine[], registered: Registered): LinesRead {
  const signs = signsOf(texts, lines)
  const papers = papersOf(lines, signs)
  const readings: Reading[] = lines.map(() => abstained('Nothing in its words or around it says what it is.'))
  for (const paper of papers) readPaper({ lines, signs, paper, registered, readings })
  return { lines, readings, papers }
}

function readPaper(zone: Zone): void {
  const minutes = zone.paper.isTelegram ? [] : minutesOf(zone)
  if (zone.paper.isTelegram) readTelegram(zone)
  else if (minutes.length > 0) readMinutes(zone, minutes)
  else if (isForm(zone)) readForm(zone)
  else if (isList(zone)) readList(zone)
  else {
    readTail(zone, readBody(zone, readOpener(zone)))
    const seems = seemsPenned(zone)
    if (seems === 'no') return
    for (let at = zone.paper.first; at < zone.paper.end; at++) zone.readings[at] = asPenned(zone.readings[at]!, seems)
  }
}

/** What lines say of themselves, and of pages and loops over the whole file. */
function signsOf(texts: readonly string[], lines: readonly WrittenLine[]): readonly (Reading | null)[] {
  const loops = loopsIn(lines)
  const markers = texts.map((text) => new Map(pageMarkers(text).map((marker) => [marker.start, marker])))
  const signs = lines.map((line, at): Reading | null => {
    const marker = markers[line.original]!.get(line.start)
    const own = signOf(line)
    if (marker && !marker.onPaper)
      return aside('page-furniture', 0.95, 'Such a line comes from whatever made the transcript, not from the paper.')
    if (own?.role === 'marking') return own
    if (marker?.kind === 'page-number') return typed('page-number', 0.93, 'It tells the number of a page, and nothing else.')
    if (marker?.kind === 'running-head') return typed('running-head', 0.88, 'The first lines of several pages say the same.')
    if (own === null && caught(line, lines[at + 1]))
      return typed(
        'catchword',
        0.88,
        'The next line begins with the same words: those of the next page, at the foot of this one.',
      )
    const isFurniture = own !== null && ['page-number', 'catchword', 'telegram-wire'].includes(own.role ?? '')
    return (isFurniture ? null : loops.get(at)) ?? own
  })
  return withMisread(lines, withCopies(lines, withStamps(lines, withFormalCloses(lines, signs))))
}

/** Whether a line is the first words of the next line, which goes on beyond them. */
function caught(line: WrittenLine, next: WrittenLine | undefined): boolean {
  if (
    !next ||
    line.words.length < 4 ||
    line.words.split(' ').length > 3 ||
    next.words.length < line.words.length + 12 ||
    /[.:,;]$/.test(line.words)
  )
    return false
  const [own, other] = [wordsOf(line.words), wordsOf(next.words)]
  return own.length > 3 && other.startsWith(`${own} `)
}

/** “Sir,” between “I have the honour to be” and “Your obedient Servant” greets nobody: it is of the close. */
function withFormalCloses(lines: readonly WrittenLine[], signs: readonly (Reading | null)[]): readonly (Reading | null)[] {
  const found = [...signs]
  lines.forEach(({ group }, at) => {
    const above = found[at - 1]
    if (found[at]?.role === 'salutation' && above?.role === 'close' && lines[at - 1]!.group === group)
      found[at] = { ...above, reason: 'It goes on with the close above.' }
  })
  return found
}

/** The lines of a list of copies after its first: set in under it, or naming persons and offices. */
function withCopies(lines: readonly WrittenLine[], signs: readonly (Reading | null)[]): readonly (Reading | null)[] {
  const found = [...signs]
  signs.forEach((sign, at) => {
    if (sign?.role !== 'copies') return
    const head = lines[at]!
    for (let next = at + 1; next < lines.length && !found[next]; next++) {
      const line = lines[next]!
      const named = namesPerson(line.words) || say.OFFICE.test(line.words) || /^[A-Z][A-Z/ ]{1,14}$|^PS\//.test(line.words)
      const far = line.group !== head.group && !(next === at + 1 && line.blanksBefore < 2 && /:$/.test(head.words))
      if (far || isProse(line.words) || line.words.length > 70 || !(named || line.indent > head.indent + 1)) break
      found[next] = typed('copies', 0.9, 'It stands in the list of copies.')
    }
  })
  return found
}

/** A stamp of several lines: what stands in capitals or is a date, right beside the line that says “received”. */
function withStamps(lines: readonly WrittenLine[], signs: readonly (Reading | null)[]): readonly (Reading | null)[] {
  const found = [...signs]
  lines.forEach(({ words, group }, at) => {
    if (!/^(?:RECEIVED|REC'D|RECD|REÇU|ARRIV[ÉE]E?|REGISTERED|ENTERED)\b/u.test(words) || words.length > 40) return
    const stamp = ofLayer('stamped', 'received-stamp', 0.9, 'It says when the paper came in, as a stamp does.')
    found[at] = stamp
    for (const step of [-1, 1])
      for (
        let next = at + step;
        Math.abs(next - at) < 4 && lines[next]?.group === group && isOfStamp(lines[next]!.words);
        next += step
      )
        found[next] = stamp
  })
  return found
}

const isOfStamp = (words: string): boolean =>
  words.length < 45 && !/\p{Ll}{2}/u.test(words) && !/^(?:SECRET|CONFIDENTIAL|RESTRICTED)$/.test(words)

/** Greetings and closes that are only nearly so: one each where the paper around has none. */
function withMisread(lines: readonly WrittenLine[], signs: readonly (Reading | null)[]): readonly (Reading | null)[] {
  const found = [...signs]
  lines.forEach((line, at) => {
    if (found[at]) return
    const near = (role: string, from: number, to: number) => found.slice(Math.max(0, from), to).some((one) => one?.role === role)
    const greeting = near('salutation', at - 12, at + 12) ? null : misreadGreeting(lines, at, lines.length)
    const afterText = at > 0 && lines.slice(Math.max(0, at - 4), at).some(({ words }) => isProse(words))
    const close = greeting === null && afterText && !near('close', at - 8, at + 8) ? misreadClose(line.words) : null
    found[at] = greeting ?? close
  })
  return found
}
