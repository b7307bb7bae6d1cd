import { countOf, isCapitals } from './letters.ts'
import { isProse } from './line-shape.ts'
import { scrapAt } from './machine-loops.ts'
import { noteIn } from './notes.ts'
import { NUMBERED } from './numbered.ts'
import { abstained, handwritten, type Reading, typed } from './reading.ts'
import { saysDistribution, saysHandling, saysMarkedSection, saysPreamble, saysWire } from './telegram-lines.ts'
import type { Zone } from './zones.ts'

const STANDS = new Set(['marking', 'catchword', 'reproduction-stamp', 'release-mark', 'received-stamp', 'running-head'])

/** Reads a telegram: preamble, subject, text, signature, distribution, and the wire's own lines wherever they stand. */
export function readTelegram(zone: Zone): void {
  const { lines, signs, paper, registered, readings } = zone
  const firstText = textOf(zone)
  const own = lines.slice(paper.first, paper.end)
  const inCapitals = own.filter((one) => isCapitals(one.words)).length > Math.max(5, own.length * 0.6)
  let stage: 'preamble' | 'text' | 'distribution' = 'preamble'
  let ended = false
  for (let at = paper.first; at < paper.end; at++) {
    const line = lines[at]!
    const { words } = line
    const sign = signs[at] ?? null
    const above = at > paper.first ? readings[at - 1]! : null
    const together = above !== null && lines[at - 1]!.group === line.group
    if (at === firstText) stage = 'text'
    const read = (): Reading => {
      if (sign?.setAside) return sign
      if (saysWire(words)) {
        if (/^NNN/.test(words)) ended = true
        return typed('telegram-wire', 0.93, 'It is a line of the wire itself.')
      }
      if (saysMarkedSection(words)) return typed('marking', 0.9, 'It is the marking of a cable, with its section.')
      if (sign && STANDS.has(sign.role ?? '')) return sign
      if (saysHandling(words)) return typed(null, 0, 'It tells how a cable was handled; no role is made for that.')
      if (/^\d{1,4}$/.test(words)) return abstained('A number by itself: of a page, of groups, or a stamp.')
      if (/^(?:\w+ )?(?:SUBJECT|SUBJ)[:.]/i.test(words)) return typed('heading', 0.92, 'It says what the telegram is about.')
      const isPreamble = saysPreamble(words) || (sign !== null && /^date/.test(sign.role ?? ''))
      if (stage === 'preamble' && isPreamble) return typed('telegram-preamble', 0.93, 'It is a line of a telegram’s preamble.')
      const inSmall = inCapitals && (words.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= 2
      const note = inSmall
        ? (noteIn(words, registered) ??
          handwritten('note', ended ? 0.88 : 0.8, 'It stands in small letters on a telegram that is all in capitals.'))
        : null
      if (note) return note
      if (stage === 'distribution' || ended || (saysDistribution(words) && stage !== 'preamble')) {
        if (isProse(words) && countOf(words) > 9) return abstained('It is running text after the end of a telegram.')
        stage = 'distribution'
        return typed('telegram-distribution', 0.9, 'It stands in the list of those who got the telegram.')
      }
      if (sign?.role === 'copies') return typed('telegram-distribution', 0.85, 'It says who got the telegram.')
      if (sign && ['addressee', 'letterhead'].includes(sign.role ?? '')) return sign
      if (stage === 'preamble') {
        // what goes on with the preamble: more of those who get it
        if (together && above.role === 'telegram-preamble' && isCapitals(words) && /,$|\bINFO\b/.test(lines[at - 1]!.words))
          return typed(null, 0, 'It goes on with the preamble, or is the heading.')
        if (isCapitals(words) && at === firstText - 1 && countOf(words) > 1)
          return typed('heading', 0.9, 'It stands in capitals right above the text of a telegram.')
        return scrapAt(line) ?? abstained('Nothing says what this line of a telegram is.')
      }
      const number = NUMBERED.exec(words)
      if (number && /^\d/.test(number[1]!)) return typed('paragraph', 0.95, `It is running text under the number ${number[1]}.`)
      if (isName(words) && stage === 'text' && (isLastText(zone, at) || saysEnd(zone, at)))
        return typed('signature', 0.9, 'It is a name under the text of a telegram.')
      if (together && above?.role === 'paragraph') return { ...above, reason: 'It goes on with the lines before it.' }
      if (isProse(words) || countOf(words) > 7 || number) return typed('paragraph', 0.93, 'It is running text.')
      return abstained('Nothing says what this line of a telegram is.')
    }
    readings[at] = read()
  }
}

/** Where the text begins: at the number 1, else at the first running text that is no line of the preamble. */
function textOf({ lines, paper }: Zone): number {
  for (let at = paper.first; at < paper.end; at++)
    if (/^1[.)]? +\S/.test(lines[at]!.words) && countOf(lines[at]!.words) > 4) return at
  for (let at = paper.first; at < paper.end; at++) {
    const { words } = lines[at]!
    const next = lines[at + 1]
    if (
      (isProse(words) || (countOf(words) > 7 && next !== undefined && isProse(next.words))) &&
      !saysPreamble(words) &&
      !saysMarkedSection(words) &&
      words.length > 30
    )
      return at
  }
  return paper.end
}

const isName = (words: string): boolean =>
  /^(?:[A-Z]\.? )*[A-Z][A-Z’' -]{2,24}$/.test(words) &&
  countOf(words) < 4 &&
  !/^(?:ENDS|END|CONFIDENTIAL|SECRET|NNNN?)$/.test(words)

/** Whether the telegram ends right after a line: with the wire's own lines, or the list of those who got it. */
const saysEnd = ({ lines, paper }: Zone, at: number): boolean =>
  lines.slice(at + 1, Math.min(paper.end, at + 3)).some(({ words }) => /^NNNN?$/.test(words) || saysDistribution(words))

/** Whether no running text follows in the paper. */
const isLastText = ({ lines, paper }: Zone, at: number): boolean =>
  !lines.slice(at + 1, paper.end).some(({ words }) => isProse(words) && words.length > 40)
