import { DIVISION_SIGNS } from './divided.ts'

/**
 * What a sign at a line end is between two halves. `joined`: it only divides the word, which is written without it elsewhere in the line.
 * `kept`: it belongs to the word, as in Vice-President or AB-1200. `open`: it cannot be told from the paper's own words.
 */
export type WordBreak = 'joined' | 'kept' | 'open'

/** Signs that stand for nothing but a division, wherever they are typed at a line end. */
const DIVIDES_ALONE = /[\u00ad\u00ac\u2e17\u2e40]/u
const WORD = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}’']|[-‐‑](?=[\\p{L}\\p{N}]))*"
const TOKENS = new RegExp(WORD, 'gu')
const DIVIDED = new RegExp(`\\S*[\\p{L}\\p{N}]\\p{M}*[${DIVISION_SIGNS}][^\\S\\n]*\\n\\s*[\\p{L}\\p{N}]\\S*`, 'gu')

/** The words that stand whole in a text, in small letters, with the hyphens inside them; halves of divided words are none. */
export function wholeWordsOf(text: string): readonly string[] {
  return (text.replace(DIVIDED, ' ').match(TOKENS) ?? []).map((word) => word.toLowerCase().replace(/[‐‑]/gu, '-'))
}

/**
 * What divides two halves of a word: `before` ends, `after` begins at the line end; both without the sign. `seen` holds the words that stand
 * whole in the same papers (`wholeWordsOf`): they decide. Where they say nothing, a hyphen before a digit or a capital, or in a word with
 * another hyphen, is the word's own; in English two halves in small letters are one word, unless both are words by themselves, or
 * one is of the closed lists of those that make words with hyphens. Everything else is open (decision 0019).
 */
export function divisionOf(
  before: string,
  sign: string,
  after: string,
  seen: ReadonlySet<string>,
  isEnglish: boolean,
): WordBreak {
  const hasDigit = /\p{N}/u.test(before) || /\p{N}/u.test(after)
  if (DIVIDES_ALONE.test(sign)) return hasDigit ? 'open' : 'joined'
  if (hasDigit) return 'kept'
  const [head, tail] = [before.toLowerCase().replace(/[‐‑]/gu, '-'), after.toLowerCase().replace(/[‐‑]/gu, '-')]
  const isSolid = seen.has(head + tail)
  const isParted = seen.has(`${head}-${tail}`)
  if (isSolid !== isParted) return isSolid ? 'joined' : 'kept'
  if (isSolid) return 'open'
  if (/^\p{Lu}/u.test(after) && !isCapitals(before)) return 'kept'
  if (head.includes('-') || tail.includes('-')) return 'kept'
  const isPlain = /^\p{L}[\p{Ll}\p{M}]+$/u.test(before) && /^[\p{Ll}\p{M}]+$/u.test(after)
  if (!isEnglish || !isPlain || (seen.has(head) && seen.has(tail))) return 'open'
  return isCompound(head, tail, seen) ? 'open' : 'joined'
}

const isCapitals = (word: string) => /^[\p{Lu}\p{M}’']+$/u.test(word)

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** First halves that make compounds with a hyphen, unless a mere ending follows. */
const FIRST = words(
  'all anti by cross ex half high ill long low mid non over quasi self semi short twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight nine under vice well',
)
const ENDINGS =
  /^(?:al|ed|een|en|ened|ening|er|ers|est|fare|fold|ing|ings|ish|ly|ment|ness|ow|s|some|sy|t|teenth|teen|th|ther|ty|wards?|y)$/
/** Second halves that follow a hyphen. */
const LAST = words('year years wide made general elect called based looking level scale thirds quarters off down')
/** First halves that are words with a hyphen before a word that stands by itself elsewhere. */
const BEFORE_WORDS = words('counter extra infra inter micro multi post pre sub super trans ultra')
/** Words that are written as one though their first half is of the list: by how they begin. */
const SOLID = new RegExp(
  `^(?:${[
    'all(?:[ioy]|eg|evi|u)|anti(?:c|dote|q)|by(?:gone|law|pass|stand|word)|cross(?:road)|half(?:penny|way)|high(?:land|light|way)',
    'ex(?:act|amin|ampl|cel|cep|cess|chang|cit|clu|cus|ecut|erc|hib|ist|pan|pect|pen|peri|pir|plai|plo|port|pos|press|ten|tra|tre)',
    'ill(?:eg|i|u)|long(?:itud)|low(?:land)|mid(?:day|dle|land|night|st|summer|week|winter)|non(?:etheless|sense)|self(?:ish)|vice(?:roy)',
    'over(?:all|board|came|come|lap|look|night|rid|sea|sight|threw|throw|time|turn|whelm)|semi(?:c|nar)|short(?:age|com|hand)',
    'under(?:go|ground|l[iy]|min|neath|st|t[ao]|way|went|wr)',
  ].join('|')})`,
)

function isCompound(head: string, tail: string, seen: ReadonlySet<string>): boolean {
  if (LAST.has(tail)) return true
  if (BEFORE_WORDS.has(head)) return seen.has(tail)
  if (/^(?:north|south)$/.test(head)) return /^(?:east|west)/.test(tail)
  return FIRST.has(head) && !ENDINGS.test(tail) && !SOLID.test(head + tail)
}
