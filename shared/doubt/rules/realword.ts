import { lostOrAdded } from '../candidates.ts'
import { confusedFrom, type Variant } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import type { Lexicon } from '../lexicon.ts'
import { ABBREVIATIONS } from '../office-words.ts'
import { beside, caseOf, inCaseOf, type Rule } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** Words that are words but do not fit between their neighbours, where another that looks like them does: `arid` for `and`, `riot` for `not`. */
export const realword: Rule = (passage, { lexicon }) => {
  if (!lexicon.isCounted) return []
  return passage.tokens.flatMap((token, index): readonly Finding[] => {
    const shape = caseOf(token.text)
    if (
      token.kind !== 'word' ||
      (token.text.length < 2 && token.text !== 'm' && token.text !== 'l') ||
      ABBREVIATIONS.has(token.text)
    )
      return []
    if (shape === 'mixed' || (shape === 'title' && !token.isFirst)) return []
    const sides = beside(passage, index)
    if (sides.before === '' && sides.after === '') return []
    if (token.text === 'l') return loneL(token, lexicon)
    const best =
      token.text === 'm' && !/\d$/.test(passage.tokens[index - 1]?.text ?? '')
        ? { word: 'in', gain: 3 }
        : lexicon.frequency(token.small) > 0.5 && lexicon.knows(token.text)
          ? fittest(token, sides, lexicon)
          : null
    if (best === null) return []
    const meant = inCaseOf(best.word, token.text === 'm' ? '' : token.text)
    const reason = `“${token.text}” does not fit here as “${meant}” does, which looks like it.`
    const score = Math.min(0.9, 1 / (1 + Math.exp(-best.gain / 2)))
    return [{ from: token.from, to: token.to, kind: 'realword', reason, proposals: [meant], score }]
  })
}

/** An l by itself, before a word: the person who writes. */
function loneL({ from, to, gap }: Token, { language }: Lexicon): readonly Finding[] {
  if (language !== 'en' || !/(?:^|[\s"“'‘(])$/u.test(gap)) return []
  return [{ from, to, kind: 'realword', reason: 'A small l stands by itself: “I” may be meant.', proposals: ['I'], score: 0.8 }]
}

/** How often a machine reads a word as another one that looks just like it: a logarithm. */
const MISREAD = Math.log(1 / 1500)

function fittest(token: Token, { before, after }: { readonly before: string; readonly after: string }, lexicon: Lexicon) {
  const usual = together(before, token.small, lexicon) + together(token.small, after, lexicon)
  // it stands where it always stands
  if (usual > 2) return null
  const own = Math.log(lexicon.frequency(token.small) + 0.05) + usual
  let best: { readonly word: string; readonly gain: number } | null = null
  for (const { word, weight } of likeness(token, lexicon)) {
    const gain = likelihood(before, word, after, lexicon) - own + Math.log(weight) + MISREAD
    if (gain > 0 && (best === null || gain > best.gain)) best = { word, gain }
  }
  return best
}

/** How likely a word is between its neighbours: a logarithm. */
function likelihood(before: string, word: string, after: string, lexicon: Lexicon): number {
  return Math.log(lexicon.frequency(word) + 0.05) + together(before, word, lexicon) + together(word, after, lexicon)
}

/** Of a pair that is not counted this many in a million may still be. */
const UNCOUNTED = 0.3

/** How much more often two words follow one another than chance would have it: a logarithm. */
function together(first: string, second: string, lexicon: Lexicon): number {
  if (first === '' || second === '') return 0
  const chance = (lexicon.frequency(first) * lexicon.frequency(second)) / 1e6
  return Math.log((lexicon.bigram(first, second) + UNCOUNTED) / (chance + UNCOUNTED))
}

const alike = new WeakMap<Lexicon, Map<string, readonly Variant[]>>()

/** The frequent words that a word may be a misreading of. Looked for once. */
function likeness({ small, text }: Token, lexicon: Lexicon): readonly Variant[] {
  const known = alike.get(lexicon) ?? new Map<string, readonly Variant[]>()
  alike.set(lexicon, known)
  const letters = caseOf(text)
  const before = known.get(`${letters} ${small}`)
  if (before) return before
  const best = new Map<string, number>()
  for (const { word, weight } of confusedFrom(small, letters)) best.set(word, Math.max(best.get(word) ?? 0, weight))
  if (small.length < 5) for (const { word, weight } of lostOrAdded(small)) if (!best.has(word)) best.set(word, weight * 0.25)
  for (const [read, stands] of OFTEN) if (read === small) best.set(stands, 4)
  best.delete(small)
  const words = [...best].filter(([word]) => word.length > 1 && lexicon.frequency(word) > 5 && lexicon.knows(word))
  const found = words.map(([word, weight]) => ({ word, weight }))
  if (known.size > 20_000) known.clear()
  known.set(`${letters} ${small}`, found)
  return found
}

/** What typed pages are read as again and again. */
const OFTEN = (
  'arid:and riot:not hut:but bad:had tile:the hare:have bow:how clay:day then:their fiat:flat lie:he ram:rain tiling:thing bat:but ' +
  'modem:modern cat:eat car:ear tire:the art:an ray:may comer:corner bum:burn torn:tom'
)
  .split(' ')
  .map((pair) => pair.split(':') as [string, string])
