import { confusedFrom, type Variant } from './confusions.ts'
import type { Lexicon } from './lexicon.ts'

/** A word that may stand where another was read. */
export interface Candidate {
  readonly word: string
  /** How good it is, from how it may be confused, how frequent it is and what stands beside it: a logarithm, comparable within one word. */
  readonly rank: number
  /** How the machine may have come from it: by a confusion of shapes, or by a letter lost, added or changed. */
  readonly by: 'collection' | 'shape' | 'letter' | 'two'
}

const LETTERS = 'etaoinshrdlucmfwypvbgkjqxz'
/** Against a confusion of shapes of weight 1. */
const LOST = 0.35
const ADDED = 0.3
const SWAPPED = 0.25
const OTHER = 0.08

/** What one letter lost, added, changed or swapped may have made of a word (in small letters). */
export function letterVariants(word: string): readonly Variant[] {
  const variants: Variant[] = []
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (tail !== '') variants.push({ word: head + tail.slice(1), weight: ADDED })
    if (tail.length > 1) variants.push({ word: head + tail.charAt(1) + tail.charAt(0) + tail.slice(2), weight: SWAPPED })
    for (const letter of LETTERS) {
      if (tail !== '' && letter !== tail.charAt(0)) variants.push({ word: head + letter + tail.slice(1), weight: OTHER })
      variants.push({ word: head + letter + tail, weight: LOST })
    }
  }
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
 * letter away, and for longer words two (`isDeep`: also a confusion and a letter). By confusion × frequency × neighbours, and what the collection's own corrections say first.
 */
export function candidatesFor(
  small: string,
  { before, after }: Neighbours,
  lexicon: Lexicon,
  isDeep = true,
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const take = ({ word, weight }: Variant, by: Candidate['by']) => {
    if (word === small || word.length < 2 || !lexicon.isCandidate(word)) return
    const beside = lexicon.affinity(before, word) + lexicon.affinity(word, after)
    const rank = Math.log(weight) + Math.log(lexicon.frequency(word) + 0.01) + beside
    const best = found.get(word)
    if (!best || best.rank < rank) found.set(word, { word, rank, by: best?.by === 'shape' ? 'shape' : by })
  }
  for (const [word, times] of lexicon.correctedFrom(small)) take({ word, weight: 50 * times }, 'collection')
  const shapes = confusedFrom(small)
  for (const variant of shapes) take(variant, 'shape')
  for (const variant of letterVariants(small)) take(variant, 'letter')
  if (small.length >= 5) {
    for (const once of shapes)
      for (const twice of confusedFrom(once.word)) take({ word: twice.word, weight: once.weight * twice.weight * 0.1 }, 'two')
  }
  if (found.size === 0 && small.length >= 6 && isDeep && lexicon.isCounted) {
    for (const once of shapes.filter(({ weight }) => weight === 1))
      for (const twice of letterVariants(once.word)) take({ word: twice.word, weight: once.weight * twice.weight * 0.1 }, 'two')
  }
  return [...found.values()].sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1)).slice(0, MOST)
}
