import type { Finding } from '../doubt.ts'
import { caseOf, inCaseOf, type Rule, type Surroundings } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** Words that the machine read as two or three: `com mittee`. Pairs that are usual as two words are none. */
export const parted: Rule = (passage, around) => {
  const { tokens, text } = passage
  if (!around.lexicon.hasDictionary) return []
  const findings: Finding[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const found = [3, 2].map((size) => partedAt(tokens.slice(at, at + size), size, around)).find((one) => one !== null)
    if (!found) continue
    const last = tokens[at + found.size - 1]!
    const from = tokens[at]!.from
    findings.push({
      from,
      to: last.to,
      kind: 'parted',
      reason: `“${text.slice(from, last.to)}” may be one word.`,
      proposals: [found.word],
      score: found.score,
    })
  }
  return findings
}

interface Found {
  readonly size: number
  readonly word: string
  readonly score: number
}

/** Of a pair that is not counted this many in a million may still be. */
const LEAST_PAIR = 0.1
/** As often as this a machine parts a word. */
const PARTS = 0.004

function partedAt(pieces: readonly Token[], size: number, around: Surroundings): Found | null {
  if (pieces.length < size || !pieces.every(isPiece)) return null
  if (!pieces.slice(1).every(({ gap, text }, index) => /^[ \n]{1,2}$/.test(gap) && goesOn(pieces[index]!, text))) return null
  const { lexicon } = around
  const small = pieces.map((piece) => piece.small).join('')
  if (small.length < 4) return null
  const known = pieces.map((piece) => isWord(piece, lexicon))
  // most pairs are two words that make none together: told by the counts alone
  if (known.every((is) => is) && (size > 2 || (lexicon.isCounted && lexicon.frequency(small) === 0))) return null
  const word = inCaseOf(small, likeOf(pieces))
  if (!(lexicon.knows(word) || around.countInFile(small) > 0)) return null
  if (size === 2 && USUAL.has(`${pieces[0]!.small} ${pieces[1]!.small}`)) return null
  // a capital beside a word is a label or an initial: `DEFENCE D`, `B and`
  if (size === 2 && pieces.some(({ text }, at) => /^\p{Lu}$/u.test(text) && lexicon.knows(pieces[1 - at]!.text))) return null
  const isOverLine = pieces.slice(1).some(({ gap }) => gap.includes('\n'))
  const unknown = known.filter((is) => !is).length
  if (unknown > 0) {
    const score = lexicon.frequency(small) > 0.5 ? (unknown === size ? 0.97 : 0.94) : 0.8
    return { size, word, score: score * (isOverLine ? 0.6 : 1) }
  }
  const score = lexicon.isCounted ? unusual(pieces as [Token, Token], small, around) : withoutCounts(pieces as [Token, Token])
  return score === null ? null : { size, word, score: score * (isOverLine ? 0.3 : 1) }
}

/** Both are words; how likely one was meant, by how often the pair stands and how often the word does. */
function unusual([one, other]: readonly [Token, Token], small: string, { lexicon }: Surroundings): number | null {
  if (NEVER_TWO.has(`${one.small} ${other.small}`)) return 0.65
  const chance = Math.min(LEAST_PAIR, (lexicon.frequency(one.small) * lexicon.frequency(other.small)) / 1e6)
  const pair = Math.max(lexicon.bigram(one.small, other.small), chance * 0.2, 0.0005)
  const ratio = (lexicon.frequency(small) * PARTS) / pair
  return ratio < 0.5 ? null : Math.min(0.9, ratio / (1 + ratio))
}

const FRENCH_SMALL = new Set(
  'le la les de des du un une et ou à a que qui ne se en au aux par pour sur dans sous avec sans ce cette son sa ses mon ma mes nous vous il elle est si ni y on'.split(
    ' ',
  ),
)

/** Where nobody counted: two pieces neither of which is one of the small words. */
const withoutCounts = (pieces: readonly [Token, Token]) =>
  pieces.some(({ small }) => FRENCH_SMALL.has(small)) || pieces.every(({ text }) => text.length > 4) ? null : 0.5

/** In whose letters the whole is written: those of the longest piece. */
function likeOf(pieces: readonly Token[]): string {
  const [first] = pieces as [Token]
  if (first.text.length > 1) return first.text
  const next = pieces[1]!.text
  return caseOf(next) === 'caps' ? next : first.text
}

const isPiece = ({ kind, text, isDivided }: Token) => kind === 'word' && !isDivided && /^\p{L}+$/u.test(text)

/** The second piece goes on in the letters of the first; `Mac Phail` too. */
function goesOn({ text }: Token, next: string): boolean {
  if (next === next.toLowerCase()) return caseOf(text) !== 'caps' || text.length === 1
  if (text === 'Mac' || text === 'Mc') return true
  return next === next.toUpperCase() && text === text.toUpperCase()
}

function isWord({ text, small }: Token, lexicon: Surroundings['lexicon']): boolean {
  if (text.length === 1) return small === 'a' || text === 'I' || (lexicon.language === 'fr' && (small === 'à' || small === 'y'))
  if (!lexicon.isCounted) return lexicon.knows(text)
  if (PIECES.has(small)) return false
  if (text.length === 2) return lexicon.knows(text) && lexicon.frequency(small) > 15
  return lexicon.knows(text) && (lexicon.frequency(small) > 0.2 || text.length > 4)
}

/** What words begin and end with, and what is no word of running English by itself though a dictionary may have it. */
const PIECES = new Set(
  (
    'un de en em im il ir ac con com dis ex pre pro sub tion sion ment ments ness ing ings ly ed er ers est ive ous ful inter tele centi multi ' +
    'al ble bly ant ent ary ory ity ic ically ance ence ter ters tor tors ture tures tic tive able ible less ship ward wards th ty co mis non ad'
  ).split(' '),
)

/** Words that nobody of the century writes in two, though the pair stands in books. */
const NEVER_TWO = new Set(
  (
    'with out|with in|any thing|some thing|every thing|no thing|there fore|where as|it self|him self|her self|them selves|my self|mean while|be cause|be half|' +
    'with draw|with drawn|there by|where by|there after|here by|here with|in stead|per haps|under stand|under stood|under take|under took|' +
    'under taken|over come|out come|out line|some what|how ever|when ever|what ever|who ever|when ce|hence forth|never the less|none the less|' +
    'not with standing|in as much|al though|al ready|al so|al most|al ways|al together|al low|al lowed|be fore|be tween|be gin|be come|' +
    'be comes|be came|be hind|be yond|be sides|a gainst|a mong|to gether|to wards|for ward|for wards|to ward'
  ).split('|'),
)

/** Written as two words by many. */
const USUAL = new Set(
  [
    'any one',
    'some one',
    'every one',
    'no one',
    'can not',
    'to day',
    'to morrow',
    'to night',
    'in to',
    'on to',
    'may be',
    'all right',
  ].concat(
    ['for ever', 'under way', 'any way', 'any more', 'some time', 'a while', 'in so', 'there fore', 'on going'],
    ['week end', 'pay roll', 'head quarters', 'data base', 'time table', 'by passed', 'under secretary', 'life time', 'day time'],
    ['per cent', 'ad hoc', 'ex officio', 'no where', 'some how', 'cease fire', 'al fresco', 'land owner', 'book seller'],
  ),
)
