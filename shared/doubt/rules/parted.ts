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

/** The least rate that a list of pairs tells: what is not in it is rarer. */
const LEAST_PAIR = 0.1

function partedAt(pieces: readonly Token[], size: number, { lexicon }: Surroundings): Found | null {
  if (pieces.length < size || !pieces.every(isPiece)) return null
  if (!pieces.slice(1).every(({ gap, text }, index) => /^[ \n]{1,2}$/.test(gap) && goesOn(pieces[index]!, text))) return null
  const small = pieces.map((piece) => piece.small).join('')
  if (small.length < 4 || !lexicon.isCandidate(small)) return null
  const word = inCaseOf(
    small,
    pieces[0]!.text.length > 1
      ? pieces[0]!.text
      : pieces[1]!.text.length > 1 && caseOf(pieces[1]!.text) === 'caps'
        ? 'AA'
        : pieces[0]!.text,
  )
  const isWhole = lexicon.knows(word)
  if (!isWhole) return null
  const known = pieces.map((piece) => isWord(piece, lexicon))
  const frequency = lexicon.frequency(small)
  if (known.some((is) => !is)) {
    const lines = pieces.slice(1).some(({ gap }) => gap.includes('\n'))
    // the piece that is no word must not be a name or an initial
    const bare = pieces.some((piece, index) => !known[index] && caseOf(piece.text) === 'title' && index > 0)
    return bare ? null : { size, word, score: (frequency > 0.5 ? 0.95 : 0.8) * (lines ? 0.6 : 1) }
  }
  if (size > 2 || !lexicon.isCounted) return null
  const [one, other] = pieces as [Token, Token]
  const pair = lexicon.bigram(one.small, other.small)
  if (pair > 0) return null
  const chance = Math.min(LEAST_PAIR, (lexicon.frequency(one.small) * lexicon.frequency(other.small)) / 1e6)
  const ratio = (frequency * 0.002) / Math.max(chance * 0.2, 0.0005)
  if (ratio < 1 || USUAL.has(`${one.small} ${other.small}`)) return null
  const score = 1 - 1 / (1 + ratio)
  return { size, word, score: Math.min(0.9, score) * (other.gap.includes('\n') ? 0.4 : 1) }
}

const isPiece = ({ kind, text, isDivided }: Token) => kind === 'word' && !isDivided && /^\p{L}+$/u.test(text)

/** The second piece goes on in the letters of the first. */
function goesOn({ text }: Token, next: string): boolean {
  const isSmall = next === next.toLowerCase()
  return isSmall
    ? caseOf(text) !== 'caps' || text.length === 1
    : caseOf(next) !== 'title' || next.length === 1
      ? text === text.toUpperCase()
      : false
}

function isWord({ text, small }: Token, lexicon: Surroundings['lexicon']): boolean {
  if (text.length === 1) return small === 'a' || text === 'I' || (lexicon.language === 'fr' && (small === 'à' || small === 'y'))
  if (!lexicon.isCounted) return lexicon.knows(text)
  if (text.length === 2) return lexicon.knows(text) && lexicon.frequency(small) > 15
  return lexicon.knows(text) && lexicon.frequency(small) > 0.2
}

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
    ['for ever', 'under way', 'mean while', 'any way', 'any more', 'some time', 'a while', 'in so', 'there fore', 'on going'],
    ['week end', 'pay roll', 'head quarters', 'data base', 'time table', 'by passed', 'under secretary', 'life time', 'day time'],
  ),
)
