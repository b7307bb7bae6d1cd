import type { Finding } from '../doubt.ts'
import { caseOf, type Rule, type Surroundings } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** Two words that the machine read as one: `inthe`; or that a sign alone stands between: `date,and`. */
export const joined: Rule = ({ tokens, text }, around) =>
  tokens.flatMap((token, index): readonly Finding[] => {
    if (token.kind !== 'word' || !around.lexicon.isCounted) return []
    const run = runTogether(token, tokens[index - 1], text, around)
    if (run !== null) return [run]
    if (token.text.length < 4 || around.lexicon.knows(token.text)) return []
    const best = bestSplit(token, around)
    if (best === null) return []
    const reason = `“${token.text}” may be two words.`
    return [{ from: token.from, to: token.to, kind: 'joined', reason, proposals: [best.words], score: best.score }]
  })

function bestSplit({ text, small }: Token, { lexicon }: Surroundings): { readonly words: string; readonly score: number } | null {
  let best: { words: string; score: number; rank: number } | null = null
  for (let at = 1; at < text.length; at += 1) {
    const [one, other] = [small.slice(0, at), small.slice(at)]
    if (!isShortWord(one) || !isShortWord(other)) continue
    if (!lexicon.knows(text.slice(0, at)) || !lexicon.knows(caseOf(text) === 'caps' ? text.slice(at) : other)) continue
    const [first, second] = [lexicon.frequency(one), lexicon.frequency(other)]
    if (first < 1 || second < 1) continue
    const pair = lexicon.bigram(one, other)
    const isSmall = first > 500 || second > 500
    const plain = pair > 0 ? 0.95 : isSmall ? 0.8 : first > 30 && second > 30 ? 0.55 : 0.3
    const score =
      caseOf(text) === 'small'
        ? plain
        : plain *
          (JOINS.has(one) || JOINS.has(other) ? (pair > 0 && (one.length > 1 || caseOf(text) === 'caps') ? 0.9 : 0.5) : 0.15)
    const rank = score * 100 + Math.log(first * second)
    if (best === null || rank > best.rank) best = { words: `${text.slice(0, at)} ${text.slice(at)}`, score, rank }
  }
  return best
}

/** In a name or an abbreviation other small words are no sign: `Allenby`, `AMEMBASSY`. */
const JOINS = new Set('the and of in to for with that this from was is be on at which'.split(' '))
const SHORT = new Set('a i an as at be by do go he if in is it me my no of on or so to up us we am'.split(' '))
const isShortWord = (word: string) => word.length > 2 || SHORT.has(word)

/** A comma or a point with a letter on either side. */
function runTogether(token: Token, before: Token | undefined, text: string, { lexicon }: Surroundings): Finding | null {
  if (before?.kind !== 'word' || !/^[,;.:]$/.test(token.gap)) return null
  const long = before.text.length > 2 && token.text.length > 1
  if (!long || !lexicon.knows(before.text) || !lexicon.knows(token.text)) return null
  // “www.office.org” and “Cmd.Paper” are no sentences; after a point a capital begins one
  if (token.gap === '.' && caseOf(token.text) !== 'title') return null
  const words = text.slice(before.from, token.to)
  const proposal = `${text.slice(before.from, before.to)}${token.gap} ${text.slice(token.from, token.to)}`
  const reason = `No blank stands after the “${token.gap}” in “${words}”.`
  return { from: before.from, to: token.to, kind: 'joined', reason, proposals: [proposal], score: 0.45 }
}
