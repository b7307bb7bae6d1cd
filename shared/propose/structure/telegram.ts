import { isProse } from './line-shape.ts'
import { countOf } from './line-signs.ts'
import { scrapAt } from './machine-loops.ts'
import { noteIn } from './notes.ts'
import { NUMBERED } from './numbered.ts'
import { abstained, type Reading, typed } from './reading.ts'
import { saysDistribution, saysPreamble, saysWire } from './telegram-lines.ts'
import type { Zone } from './zones.ts'

/** Reads a telegram: preamble, subject, text, signature, distribution, and the wire's own lines wherever they stand. */
export function readTelegram({ lines, signs, paper, registered, readings }: Zone): void {
  let stage: 'preamble' | 'text' | 'distribution' = 'preamble'
  for (let at = paper.first; at < paper.end; at++) {
    const line = lines[at]!
    const { words } = line
    const sign = signs[at]
    const read = (): Reading => {
      if (sign?.setAside) return sign
      if (saysWire(words) && !(sign?.role === 'page-number' && stage === 'text'))
        return typed('telegram-wire', 0.92, 'It is a line of the wire itself.')
      if (
        sign &&
        ['marking', 'page-number', 'catchword', 'reproduction-stamp', 'release-mark', 'received-stamp'].includes(sign.role ?? '')
      )
        return sign
      if (stage === 'preamble' && (saysPreamble(words) || (sign && /^date/.test(sign.role ?? ''))))
        return typed('telegram-preamble', 0.92, 'It is a line of a telegram’s preamble.')
      if (saysDistribution(words) && stage !== 'preamble') {
        stage = 'distribution'
        return typed('telegram-distribution', 0.9, 'It begins the list of those who got the telegram.')
      }
      if (stage === 'distribution')
        return typed('telegram-distribution', 0.85, 'It stands in the list of those who got the telegram.')
      if (sign?.role === 'copies') return sign
      const note = /\p{Ll}/u.test(words) ? noteIn(line, registered) : null
      if (note) return note
      if (/^(?:\w+ )?(?:SUBJECT|SUBJ)[:.]/i.test(words)) return typed('heading', 0.9, 'It says what the telegram is about.')
      const number = NUMBERED.exec(words)
      if (number || (isProse(words) && countOf(words) > 6)) {
        stage = 'text'
        return number && !/\d/.test(number[1]!)
          ? typed('item', 0.85, `It begins with ${number[1]}.`)
          : typed('paragraph', 0.93, 'It is running text.')
      }
      if (stage === 'text') {
        const above = readings[at - 1]
        const together = at > paper.first && lines[at - 1]!.group === line.group
        if (together && (above?.role === 'paragraph' || above?.role === 'item') && !/[.]$/.test(lines[at - 1]!.words))
          return { ...above, reason: 'It goes on with the lines before it.' }
        if (/^[A-Z][A-Z’' -]{2,24}$/.test(words) && countOf(words) < 3) {
          const more = lines.slice(at + 1, paper.end).some((next) => isProse(next.words))
          return more
            ? typed('heading', 0.6, 'It stands in capitals between paragraphs.')
            : typed('signature', 0.85, 'It is a name under the text of a telegram.')
        }
        if (together && above?.role === 'paragraph')
          return { ...above, confidence: 0.8, reason: 'It stands with the lines of a paragraph.' }
      }
      if (stage === 'preamble' && /^[^a-z]+$/.test(words) && countOf(words) > 1)
        return typed('heading', 0.7, 'It stands in capitals between preamble and text.')
      return scrapAt(line) ?? abstained('Nothing says what this line of a telegram is.')
    }
    readings[at] = read()
  }
}
