import { handOfInitials, signedInitials } from './initials.ts'
import { beginsSmall, endsSentence, isProse } from './line-shape.ts'
import { countOf, isCapitals } from './line-signs.ts'
import { handwritten, type Reading } from './reading.ts'
import type { WrittenLine } from './written-lines.ts'
import type { Registered, Zone } from './zones.ts'

/** What people write on papers in a word or two. */
const ENDORSES =
  /^(?:(?:yes|no|agreed?|agree|i agree|noted?|seen|content|ok(?:ay)?|o\.k\.|approved?|good|excellent|thank you|many thanks|thanks|quite|exactly|nonsense|rubbish|never|why|how|when|what|who|really|please (?:speak|discuss|see|file|draft|reply)|pl\.? (?:speak|discuss|see|file|draft|reply)|let us discuss|discuss(?:ed)?|we must (?:discuss|talk|speak|meet)|p\.?a\.?|b\.?u\.?|k\.?i\.?v\.?|n\.?f\.?a\.?|file|to see|for info(?:rmation)?|as discussed|not now|wait|too late|too (?:weak|strong|long)|very good|well done|vu|d['’]accord|oui|non|bien|à classer|à voir|m['’]en parler|urgent|attendre|accord)\b)/iu

/** Words cut short as only a pen does it. */
export const PEN_WORDS =
  /(?:^|\s)(?:shd|wd|cd|yr|yrs|hv|wh|abt|recd|pl|pse|thro['’]?|tho['’]?|w\/|b\/f|ye|shld|wld|cld|gov['’]?t|dept|sec[y.]|prob|tel\.?con|fwd|w[’']?d|asap|v\.)(?=[\s.,:;!?]|$)|\s&\s|→|←|✓|✔|⟶|\?\?|!!|\?!/iu

/** A line that a pen wrote: signed with initials that stand in it, or an endorsement. Null where neither. */
export function noteIn(line: WrittenLine, { hands, people }: Registered): Reading | null {
  const { words } = line
  if (words.length > 240) return null
  const signed = signedInitials(words)
  const before = signed === null ? words : words.slice(0, signed.at).trim()
  if (signed?.dated && !isCapitals(before) && countOf(before) < 40) {
    const hand = handOfInitials(signed.letters, hands, people)
    return hand
      ? handwritten('note', 0.93, `It ends in initials and a date: ${signed.letters} is ${hand.name} in the register.`, hand.id)
      : handwritten(
          'note',
          0.9,
          'It ends in initials and a date, as notes on a paper do; no hand of the register has these initials.',
        )
  }
  if (signed && (before !== '' || signed.letters.length > 1)) {
    const hand = handOfInitials(signed.letters, hands, people)
    if (hand && countOf(before) < 40 && (before === '' || /\p{Ll}/u.test(before)))
      return handwritten('note', 0.88, `It ends in ${signed.letters}, the initials of ${hand.name} in the register.`, hand.id)
  }
  if (
    countOf(words) <= 7 &&
    ENDORSES.test(words) &&
    !isCapitals(words) &&
    !/[:;]$/.test(words) &&
    !/^(?:file|b\.?u|note|to see|seen|no|content)\b\s*\d/i.test(words)
  )
    return handwritten('note', 0.82, `“${words}” alone is what people write on a paper that they read.`)
  if (PEN_WORDS.test(words) && countOf(words) <= 25)
    return handwritten('note', 0.8, 'Words are cut short in it, or signs stand in it, as a pen writes and no typist does.')
  return null
}

/** A line that breaks into a sentence: the typed words before it are not done, and go on after it. */
export function breaksIn({ lines, signs }: Zone, at: number): Reading | null {
  const [before, line, after] = [lines[at - 1], lines[at]!, lines[at + 1]]
  if (!before || !after || signs[at - 1] || signs[at + 1]) return null
  if (endsSentence(before.words) || /[:;,–-]$/.test(before.words) === true || !beginsSmall(after.words)) return null
  if (!/^["“'‘(]?[\p{Lu}?!]/u.test(line.words) || !isProse(before.words)) return null
  const alone = line.group !== before.group && line.group !== after.group
  const ends = /[.?!]$/.test(line.words) || alone
  if (!ends || countOf(line.words) > 25) return null
  return handwritten(
    'note',
    alone ? 0.9 : 0.8,
    'It stands in the middle of a sentence: the line before is not done, and the line after goes on with it.',
  )
}
