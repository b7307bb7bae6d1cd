import { type Candidate, candidatesFor } from '../candidates.ts'
import { LETTERS_OF } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import type { Passage } from '../passage.ts'
import { beside, caseOf, inCaseOf, type Rule, type Surroundings } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** Words that neither the dictionary of the paper's language nor the collection has. A name is no doubt because it is not known. */
export const nonword: Rule = (passage, around) =>
  passage.tokens.flatMap((token, index): readonly Finding[] => {
    if (!around.lexicon.hasDictionary) return []
    if (token.kind === 'figure') return digitsInWord(token, around)
    if (token.kind !== 'word' || token.text.length < 2 || around.lexicon.knows(token.text)) return []
    const candidates = candidatesFor(token.small, beside(passage, index), around.lexicon, caseOf(token.text) !== 'title')
    const score = scoreOf(passage, index, candidates, around)
    return [
      {
        from: token.from,
        to: token.to,
        kind: 'nonword',
        reason: reasonFor(token, candidates[0]),
        proposals: candidates.map(({ word }) => inCaseOf(properly(word, around), token.text)),
        score,
        word: token.small,
      },
    ]
  })

function reasonFor({ text }: Token, best: Candidate | undefined): string {
  if (best?.by === 'collection') return `“${text}” was mended to “${best.word}” elsewhere in this collection.`
  const known = `“${text}” is neither in the dictionary nor in the collection.`
  return best?.by === 'shape' ? `${known} “${best.word}” looks much like it.` : known
}

/** A name that the collection has keeps its capital. */
function properly(word: string, { lexicon }: Surroundings): string {
  return lexicon.isName(word) && !lexicon.knows(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

const TITLES = new Set(
  [
    'mr',
    'mrs',
    'miss',
    'ms',
    'dr',
    'sir',
    'lord',
    'lady',
    'dame',
    'professor',
    'prof',
    'general',
    'admiral',
    'colonel',
    'captain',
  ].concat([
    'major',
    'count',
    'baron',
    'herr',
    'frau',
    'monsieur',
    'madame',
    'm',
    'mme',
    'señor',
    'signor',
    'messrs',
    'bishop',
    'lieutenant',
  ]),
)

function scoreOf(passage: Passage, index: number, candidates: readonly Candidate[], around: Surroundings): number {
  const token = passage.tokens[index]!
  const best = candidates[0]
  if (best?.by === 'collection') return 0.97
  const frequency = best === undefined ? 0 : around.lexicon.frequency(best.word)
  const times = around.countInFile(token.small)
  // a machine that repeats one misreading is rarer than a word that nobody has in a dictionary
  const often = times > 3 ? 0.5 : times > 1 ? 0.8 : 1
  switch (caseOf(token.text)) {
    case 'small':
      return often * (best === undefined ? 0.62 : best.by === 'shape' ? 0.95 : best.by === 'letter' ? 0.88 : 0.8)
    case 'title':
      return often * titled(passage, index, best, frequency, around)
    case 'caps':
      return often * inCapitals(passage, token, best, frequency)
    default:
      return /^(?:Mc|Mac|O['’]|D['’]|Fitz|De|Le|La|Van|Von)\p{Lu}/u.test(token.text) ? 0.05 : 0.6
  }
}

function titled(
  passage: Passage,
  index: number,
  best: Candidate | undefined,
  frequency: number,
  { lexicon }: Surroundings,
): number {
  const token = passage.tokens[index]!
  const before = passage.tokens[index - 1]
  const after = passage.tokens[index + 1]
  const besideName =
    (before !== undefined &&
      !token.isFirst &&
      (TITLES.has(before.small) || before.kind === 'initials' || before.text.length === 1)) ||
    (before !== undefined && !token.isFirst && caseOf(before.text) === 'title') ||
    (after !== undefined && !after.isFirst && after.kind === 'word' && caseOf(after.text) === 'title')
  const isNameLike = best !== undefined && lexicon.isName(best.word)
  if (best === undefined) return token.isFirst && !besideName ? 0.22 : 0.1
  const shape = best.by === 'shape' ? 1 : best.by === 'letter' ? 0.6 : 0.3
  if (isNameLike) return besideName && best.by !== 'shape' ? 0.3 : 0.8 * shape
  const common = frequency > 20 ? 1 : frequency > 3 ? 0.7 : 0.35
  if (token.isFirst && !besideName) return 0.85 * shape * common + 0.1
  return (besideName ? 0.35 : 0.65) * shape * common * Math.min(1, token.text.length / 6)
}

function inCapitals(passage: Passage, token: Token, best: Candidate | undefined, frequency: number): number {
  const isAllCaps = passage.text === passage.text.toUpperCase() || mostlyCapitals(passage)
  const size = token.text.length
  if (best === undefined) return isAllCaps && size > 6 ? 0.25 : 0.1
  const shape = best.by === 'shape' ? 1 : best.by === 'letter' ? 0.85 : 0.5
  const common = frequency > 5 ? 1 : frequency > 1 ? 0.8 : 0.5
  if (isAllCaps) return 0.85 * shape * common * (size > 4 ? 1 : size > 3 ? 0.6 : 0.35)
  return 0.6 * shape * common * (size > 5 ? 1 : size > 4 ? 0.5 : 0.15)
}

function mostlyCapitals({ tokens }: Passage): boolean {
  const words = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 1)
  return words.filter(({ text }) => caseOf(text) === 'caps').length > words.length * 0.6
}

/** `c0mmittee`, `Br1tain`: letters with a digit among them that make a word when it is read as the letter it looks like. */
function digitsInWord({ text, from, to }: Token, { lexicon }: Surroundings): readonly Finding[] {
  if (!/^\p{L}*\d{1,2}\p{L}+(?:\d\p{L}+)?$|^\p{L}{3,}\d$/u.test(text) || text.replace(/\d/gu, '').length < 2) return []
  let readings = ['']
  for (const sign of text) readings = readings.flatMap((head) => [...(LETTERS_OF[sign] ?? sign)].map((letter) => head + letter))
  const known = readings
    .map((word) => inCaseOf(word.toLowerCase(), text.replace(/\d/gu, '')))
    .filter((word) => lexicon.knows(word))
  if (known.length === 0 || /^\d+(?:st|nd|rd|th|s|p|m|d|k|am|pm)$/iu.test(text)) return []
  return [{ from, to, kind: 'nonword', reason: `A digit stands among the letters of “${text}”.`, proposals: known, score: 0.93 }]
}
