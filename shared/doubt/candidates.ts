import { confusedFrom, type Variant } from './confusions.ts'
import type { Lexicon } from './lexicon.ts'
import type { Letters } from './rule.ts'

/** A word that may stand where another was read. */
export interface Candidate {
  readonly word: string
  /** How good it is, from how it may be confused, how frequent it is and what stands beside it: a logarithm, comparable within one word. */
  readonly rank: number
  /** How the machine may have come from it: by a confusion of shapes, or by a letter lost, added or changed. */
  readonly by: 'collection' | 'shape' | 'letter' | 'two'
}

const LETTERS = 'etaoinshrdlucmfwypvbgkjqxz'
/** Those that are lost most, where two things went wrong at once. */
const FREQUENT = 'etaoinrsl'
/** And those that words end with besides. */
const ENDING = 'dyfmhg'
/** A word that is so frequent (in a million) is what was meant, if it looks like what was read. */
const USUAL = 3
/** Against a confusion of shapes of weight 1. */
const LOST = 0.35
const ADDED = 0.3
const SWAPPED = 0.25
const OTHER = 0.08
/** Two at once are as much rarer. */
const TWICE = 0.1

/** What one letter lost or added, or two swapped, may have made of a word (in small letters); with all letters also one that was changed. */
function eachLetterVariant(word: string, letters: string, take: (variant: string, weight: number) => void): void {
  for (let at = 0; at <= word.length; at += 1) {
    const head = word.slice(0, at)
    const tail = word.slice(at)
    const after = word.slice(at + 1)
    if (tail !== '') take(head + after, ADDED)
    if (tail.length > 1) take(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2), SWAPPED)
    for (const letter of letters) {
      if (letters === LETTERS && tail !== '' && letter !== tail.charAt(0)) take(head + letter + after, OTHER)
      take(head + letter + tail, LOST)
    }
  }
}

/** What a short word may be that lost a letter, or has one too many: `no` for `not`, `it` for `its`. */
export function lostOrAdded(word: string): readonly Variant[] {
  const variants: Variant[] = []
  for (let at = 0; at < word.length; at += 1) variants.push({ word: word.slice(0, at) + word.slice(at + 1), weight: ADDED })
  for (const letter of FREQUENT + ENDING) variants.push({ word: word + letter, weight: LOST })
  return variants
}

const MOST = 5

/** The words beside, in small letters; empty where none stands there. */
export interface Neighbours {
  readonly before: string
  readonly after: string
}

/**
 * What a word that nobody knows may be, best first, five at most: words of the language or the collection that are one confusion or one
 * letter away, and for longer words two (in names no more than two confusions). By confusion × frequency × neighbours, and what the collection's own corrections say first.
 */
export function candidatesFor(
  small: string,
  { before, after }: Neighbours,
  lexicon: Lexicon,
  letters: Letters = 'small',
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const take = (word: string, weight: number, by: Candidate['by']) => {
    if (word === small || word.length < 2 || !lexicon.isCandidate(word)) return
    const beside = lexicon.affinity(before, word) + lexicon.affinity(word, after)
    const rank = Math.log(weight) + Math.log(lexicon.frequency(word) + 0.01) + beside
    const best = found.get(word)
    if (!best || best.rank < rank) found.set(word, { word, rank, by: best && best.by !== 'letter' ? best.by : by })
  }
  for (const [word, times] of lexicon.correctedFrom(small)) take(word, 50 * times, 'collection')
  const shapes = confusedFrom(small, letters)
  for (const { word, weight } of shapes) take(word, weight, 'shape')
  const isSure = [...found.values()].some(({ word }) => lexicon.frequency(word) > USUAL)
  if (!isSure) eachLetterVariant(small, LETTERS, (word, weight) => take(word, weight, 'letter'))
  if (small.length >= 5 && found.size === 0) {
    for (const once of shapes)
      for (const twice of confusedFrom(once.word, letters)) take(twice.word, once.weight * twice.weight * TWICE, 'two')
  }
  if (small.length >= 6 && found.size === 0 && letters !== 'title' && lexicon.isCounted) {
    for (const once of shapes.filter(({ weight }) => weight === 1))
      eachLetterVariant(once.word, FREQUENT, (word, weight) => take(word, once.weight * weight * TWICE, 'two'))
  }
  const isLearnt = ({ by }: Candidate) => Number(by === 'collection')
  return [...found.values()]
    .sort((a, b) => isLearnt(b) - isLearnt(a) || b.rank - a.rank || (a.word < b.word ? -1 : 1))
    .slice(0, MOST)
}
