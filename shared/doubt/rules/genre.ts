import type { Finding } from '../doubt.ts'
import type { Rule } from '../rule.ts'

/** Greetings and closes that are almost right: `Sea John,`, `Yoms ever`. Lines that nobody but a letter writer writes. */
export const genre: Rule = ({ text }, { lexicon }) => {
  const findings: Finding[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const start = from + line.length - line.trimStart().length
    const words = line.trim()
    from += line.length + 1
    const found = words.length > LONGEST ? null : lexicon.language === 'en' ? (salutation(words) ?? close(words)) : null
    if (found) findings.push({ ...found, from: start, to: start + found.text.length })
  }
  return findings
}

/** The longest line, in UTF-16 units, that a greeting or a close may be. */
const LONGEST = 60

type Found = Pick<Finding, 'kind' | 'reason' | 'proposals' | 'score'> & { readonly text: string }

const TITLE =
  /^(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady|Madam|Sirs|Minister|Ambassador|Professor|Secretary|Prime|Colonel|General|Admiral|Bishop)\b/

/** A short line that ends in a comma (or, in America, a colon) and begins with what may be “Dear”. */
function salutation(line: string): Found | null {
  const read = /^(My )?(\p{L}{2,5}|\p{Lu}\p{L}{2,7}) (\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}?[\p{L}'’.-]+){0,3})([,:.])$/u.exec(line)
  if (!read) return null
  const [, my = '', first = '', name = '', sign = ''] = read
  if (/^(?:dear|dearest)$/i.test(first) || /^(?:Yours?|Your)$/i.test(first)) return null
  const far = distance(first.toLowerCase(), 'dear')
  const isNear = far <= 1 || (far === 2 && first.length >= 3 && first.length <= 5 && /^[DSOCPB]|^cl/i.test(first))
  if (!isNear || (sign === '.' && far > 1) || (my === '' && NAMES_NEAR.has(first.toLowerCase()) && far > 1)) return null
  // “Dean Acheson,” may be a name
  const sure = my !== '' || name.split(' ').length === 1 || TITLE.test(name)
  const dear = my === '' ? 'Dear' : 'My dear'
  const text = `${my}${first}`
  const reason = `“${line}” reads like a greeting, “${dear} ${name},”.`
  return { text, kind: 'genre', reason, proposals: [dear], score: (far <= 1 ? 0.85 : 0.7) * (sure ? 1 : 0.6) }
}

const NAMES_NEAR = new Set('cheap great clean clear dead head year near hear bear'.split(' '))

const CLOSES = [
  ...[
    'Yours ever',
    'Yours sincerely',
    'Yours faithfully',
    'Yours truly',
    'Yours very truly',
    'Your obedient servant',
    'Sincerely yours',
  ],
  ...[
    'Yours',
    'Yours aye',
    'Yours as ever',
    'Yours affectionately',
    'Yours very sincerely',
    'Very sincerely yours',
    'Respectfully yours',
  ],
  ...[
    'With best wishes',
    'With kind regards',
    'Best wishes',
    'Kind regards',
    'Very truly yours',
    'Your loving son',
    'Your loving daughter',
  ],
  ...['I am, Sir', 'I have the honour to be', 'Your affectionate friend', 'Faithfully yours', 'Sincerely', 'Your ever'],
]
const RIGHT = new Set(CLOSES.slice(0, -1).map((close) => close.toLowerCase()))

/** A short line that is nearly one of the usual closes. */
function close(line: string): Found | null {
  const text = line.replace(/[,.;:]+$/u, '')
  const words = text.split(/\s+/)
  if (words.length > 4 || text.length < 4 || text.length > 26 || !/^[\p{L}\s'’,]+$/u.test(text)) return null
  const small = text.toLowerCase()
  if (RIGHT.has(small) || !/^\p{Lu}/u.test(text)) return null
  let best: { readonly close: string; readonly share: number } | null = null
  for (const one of CLOSES.slice(0, -1)) {
    if (one.split(' ').length !== words.length || one.length < 6 || !eachNear(words, one.split(' '))) continue
    const share = distance(small, one.toLowerCase()) / one.length
    if (share <= 0.4 && (best === null || share < best.share) && beginsLike(small, one.toLowerCase()))
      best = { close: one, share }
  }
  if (best === null) return strange(text, words)
  const reason = `“${text}” reads like a close, “${best.close}”.`
  return { text, kind: 'genre', reason, proposals: [best.close], score: 0.9 - best.share * 0.6 }
}

const ADDRESSED =
  /^(?:Excellency|Highness|Grace|Majesty|Lordship|Ladyship|Honou?r|Holiness|Eminence|Worship|Reverence|Committee|Minister|Government|Ref|Reference)$/i
const AFTER_YOURS =
  /^(?:ever|aye|sincerely|faithfully|truly|affectionately|respectfully|cordially|obediently|fraternally|always|etc|loving(?:ly)?)$/i

/** `Your own`: two words by themselves that begin as a close does, and end as none. */
function strange(text: string, words: readonly string[]): Found | null {
  const [first = '', second = ''] = words
  if (words.length !== 2 || !/^Yours?$/.test(first) || ADDRESSED.test(second) || (first === 'Yours' && AFTER_YOURS.test(second)))
    return null
  if (!/^\p{Ll}/u.test(second) || second.length > 10) return null
  const reason = `“${text}” begins as a close does and ends as none.`
  return { text, kind: 'genre', reason, proposals: ['Yours ever', 'Yours sincerely'], score: 0.55 }
}

/** Whether each word may be a misreading of the one that is usual: half of its letters at least. */
const eachNear = (words: readonly string[], usual: readonly string[]) =>
  words.every((word, at) => distance(word.toLowerCase(), usual[at]!.toLowerCase()) <= Math.ceil(usual[at]!.length / 2))

/** Whether the first words share their first letter, or what it is read as. */
const beginsLike = (one: string, other: string) =>
  one.charAt(0) === other.charAt(0) || (other.startsWith('y') && /^[vgjl]/.test(one))

/** Letters to be changed, lost or added between two short words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1)
      next.push(Math.min(next[to - 1]! + 1, row[to]! + 1, row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]!
}
