import { handOfInitials, signedInitials } from './initials.ts'
import { countOf, isCapitals } from './letters.ts'
import { beginsSmall, endsSentence, isProse } from './line-shape.ts'
import { handwritten, type Reading } from './reading.ts'
import type { Registered, Zone } from './zones.ts'

/** What people write on papers in a word or two. */
const ENDORSES =
  /^(?:yes|no|agreed?|i agree|noted|seen|content|ok(?:ay)?|o\.k\.|approved?|good|excellent|thank you|many thanks|thanks|quite(?: so| right)?|exactly|nonsense|rubbish|never|not now|wait|too (?:late|weak|strong|long|sharp|soft)|(?:please|pl|pse)\.? (?:speak|discuss|see|file|draft|reply)|let us discuss|discuss(?:ed)?|we must (?:discuss|talk|speak|meet)|p\.a\.?|b\.u\.?|b\/u|k\.i\.v\.?|n\.f\.a\.?|to see|very good|well done|vu|d['’]accord|oui|non|bien|à classer|à voir|m['’]en parler|attendre|accord)(?=[\s.,!?–-]|$)/iu

/** Words cut short as only a pen does it. */
export const PEN_WORDS =
  /(?:^|[\s("“])(?:shd|wd|cd|yr|yrs|hv|abt|recd|pse|tho['’]|thro['’]|b\/f|w\.(?= )|shld|wld|cld|gov['’]?t|fwd|w['’]d|w\/o|altho['’]|nxt|mtg|ltr)\.?(?=[\s.,:;!?)]|$)|→|←|✓|✔|⟶|\?\?|!!|\?!|\p{Ll} & \p{Ll}/u

/** Of these, those that no typist uses. */
const CUT_SHORT = /(?:^|[\s("“])(?:w\.(?= )|shd|wd|cd|yr|hv|abt|recd|pse|shld|wld|cld|w\/o|mtg)\.?(?=[\s.,:;!?)]|$)|→|←|✓|✔|⟶/u

/** Words that a pen wrote: signed with initials that stand in them, or an endorsement. Null where neither. */
export function noteIn(words: string, { hands, people }: Registered): Reading | null {
  // what somebody is recorded to have said
  if (/^\p{Lu}[\p{L}. ]{2,30}: /u.test(words)) return null
  if (words.length > 320 || /^for |^p\.?p\.? /i.test(words) || /^(?:no|yes)\.? ?\d/i.test(words)) return null
  const signed = signedInitials(words)
  const before = signed === null ? words : words.slice(0, signed.at).trim()
  if (signed && !(isCapitals(before) && countOf(before) > 2) && countOf(before) < 45) {
    const hand = handOfInitials(signed.letters, hands, people)
    const asWritten = before === '' || /\p{Ll}/u.test(before)
    if (signed.dated)
      return hand
        ? handwritten('note', 0.93, `It ends in initials and a date: ${signed.letters} is ${hand.name} in the register.`, hand.id)
        : handwritten(
            'note',
            0.91,
            'It ends in initials and a date, as notes on a paper do; no hand of the register has these initials.',
          )
    if (hand && asWritten)
      return handwritten('note', 0.9, `It ends in ${signed.letters}, the initials of ${hand.name} in the register.`, hand.id)
    if (
      before !== '' &&
      asWritten &&
      signed.letters.length <= 4 &&
      /(?:[.?!–-]|["”])$/.test(before) &&
      countOf(before) > 1 &&
      !ABBREVIATION.has(signed.letters)
    )
      return handwritten('note', 0.86, 'It ends in initials after its last stop, as notes on a paper do.')
  }
  if (countOf(words) <= 9 && ENDORSES.test(words) && !isCapitals(words) && !/[:;,]$/.test(words))
    return handwritten('note', 0.85, `“${words}” alone is what people write on a paper that they read.`)
  if (PEN_WORDS.test(words) && countOf(words) <= (CUT_SHORT.test(words) ? 30 : 9) && !/^p\.? ?s/i.test(words))
    return handwritten('note', 0.85, 'Words are cut short in it, or signs stand in it, as a pen writes and a typist does not.')
  return null
}

/** Capitals that end a sentence and are nobody’s initials. */
const ABBREVIATION = new Set([
  'UK',
  'US',
  'USA',
  'EC',
  'EEC',
  'UN',
  'NATO',
  'OD',
  'FCO',
  'MOD',
  'BBC',
  'TUC',
  'CBI',
  'IRA',
  'HMG',
  'GDP',
  'GNP',
  'MP',
  'PM',
  'AM',
  'OBE',
  'BT',
  'MPS',
  'II',
  'III',
  'IV',
  'VI',
  'FRS',
  'QC',
  'DC',
  'NY',
  'VAT',
  'PAYE',
  'ICI',
  'BP',
  'IMF',
])

/** A few words by themselves among paragraphs that ask or exclaim: nobody types these. */
export function shortNote(words: string, begun: boolean): Reading | null {
  if (!begun || countOf(words) > 8 || isCapitals(words) || !/\p{Ll}/u.test(words)) return null
  if (/[?!]$/.test(words) && !/^["“(]/.test(words) && !/\b(?:content|agree|views?)\b/i.test(words))
    return handwritten(
      'note',
      0.85,
      'It is a short question or cry by itself among paragraphs, as readers write them in a margin.',
    )
  return null
}

/** A line that breaks into a sentence: the typed words before it are not done, and go on after it. */
export function breaksIn({ lines, signs }: Zone, at: number): Reading | null {
  const [before, line, after] = [lines[at - 1], lines[at]!, lines[at + 1]]
  if (!before || !after || signs[at - 1] || signs[at + 1]) return null
  if (endsSentence(before.words) || /[:;,–-]$/.test(before.words) || !beginsSmall(after.words)) return null
  if (!/^["“'‘(]?[\p{Lu}?!]/u.test(line.words) || !isProse(before.words)) return null
  const alone = line.group !== before.group && line.group !== after.group
  const ends = /[.?!]$/.test(line.words) || alone
  if (!ends || countOf(line.words) > 25 || isCapitals(line.words)) return null
  return handwritten(
    'note',
    alone ? 0.9 : 0.8,
    'It stands in the middle of a sentence: the line before is not done, and the line after goes on with it.',
  )
}
