import { remembered } from '../text/remembered.ts'
import type { Speller } from '../text/speller.ts'
import type { CollectionWords } from './collection-words.ts'
import { ABBREVIATIONS, OFFICE_NAMES, OFFICE_WORDS } from './office-words.ts'

/** All that is known of words: the dictionary of the paper's language, the words of office papers, and what the collection has. */
export interface Lexicon {
  readonly language: string
  /** Whether it is known how frequent its words are: without that, what may be meant is looked for less widely. */
  readonly isCounted: boolean
  /** Whether there is a dictionary at all. Without one no word is in doubt. */
  readonly hasDictionary: boolean
  /** Whether a word, as it stands in the text, is one: also a possessive, and a word made with a usual prefix. */
  readonly knows: (word: string) => boolean
  /** Whether a word in small letters may be offered for another. */
  readonly isCandidate: (small: string) => boolean
  /** In a million words; small letters. */
  readonly frequency: (small: string) => number
  /** How much likelier the second word is after the first than anywhere: a logarithm, 0 where nothing is known. Small letters. */
  readonly affinity: (first: string, second: string) => number
  readonly bigram: (first: string, second: string) => number
  /** What people mended a word to in this collection (small letters), and how often. */
  readonly correctedFrom: (small: string) => ReadonlyMap<string, number>
  /** Names that the collection has, or offices have: kept with their capitals. */
  readonly isName: (small: string) => boolean
}

const PREFIXES =
  /^(?:re|un|non|anti|pre|co|ex|sub|over|under|inter|mis|counter|semi|multi|super|trans|ultra|tri|euro|anglo|franco)(?=\p{L}{4})/u
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|aujourd)['’]/iu
const POSSESSIVE = /(?:['’]s|(?<=s)['’])$/iu
/** `Zürich` is `Zurich`. */
const bareOf = (small: string) => small.normalize('NFD').replace(/\p{M}/gu, '')
const EXTRA = new Set([...OFFICE_WORDS, ...OFFICE_NAMES])
const SMALL_PER_MILLION = 0.5

const made = new WeakMap<Speller, WeakMap<CollectionWords, Lexicon>>()

/** What is known of words by a speller and a collection: one for each two, since it answers faster what it was asked before. */
export function lexiconOf(speller: Speller, collection: CollectionWords): Lexicon {
  const ofSpeller = made.get(speller) ?? new WeakMap<CollectionWords, Lexicon>()
  made.set(speller, ofSpeller)
  const lexicon = ofSpeller.get(collection) ?? makeLexicon(speller, collection)
  ofSpeller.set(collection, lexicon)
  return lexicon
}

/** As many answers are kept. */
const MOST = 30_000

function makeLexicon(speller: Speller, collection: CollectionWords): Lexicon {
  const isFrench = speller.language === 'fr'
  const isCounted = speller.frequency('le') > 0 || speller.frequency('the') > 0
  const has = (word: string) =>
    speller.knows(word) || collection.count(word.toLowerCase()) > 1 || OFFICE_WORDS.has(word.toLowerCase()) || nameFits(word)
  const nameFits = (word: string) => {
    const small = word.toLowerCase()
    return (
      word !== small &&
      (collection.isName(bareOf(small)) ||
        OFFICE_NAMES.has(bareOf(small)) ||
        OFFICE_NAMES.has(small) ||
        collection.isName(small) ||
        ABBREVIATIONS.has(word))
    )
  }
  const isKnown = (word: string): boolean => {
    if (has(word)) return true
    const bare = word.replace(POSSESSIVE, '')
    if (bare !== word && has(bare)) return true
    if (isFrench) {
      const rest = word.replace(ELIDED, '')
      return rest !== word && (has(rest) || rest === 'hui')
    }
    const stem = word.toLowerCase().replace(PREFIXES, '')
    return stem !== word.toLowerCase() && speller.frequency(stem) > 1 && speller.knows(stem)
  }
  const frequency = (small: string) => {
    const own = collection.count(small)
    const general = speller.frequency(small)
    return own > 0 ? general + (own / Math.max(collection.words, 5000)) * 1e6 : general
  }
  return {
    language: speller.language,
    isCounted,
    hasDictionary: speller.language !== '',
    knows: remembered((word) => isKnown(word.replaceAll('’', "'")), MOST),
    isCandidate: (small) =>
      speller.frequency(small) > 0
        ? has(small) || has(small.charAt(0).toUpperCase() + small.slice(1))
        : EXTRA.has(small) || collection.count(small) > 1 || (!isCounted && speller.knows(small)),
    frequency: (small) => Math.max(frequency(small), EXTRA.has(small) ? SMALL_PER_MILLION : 0),
    affinity(first, second) {
      const [one, other] = [frequency(first), frequency(second)]
      if (one === 0 || other === 0) return 0
      return Math.log(0.3 + (0.7 * speller.bigram(first, second) * 1e6) / (one * other))
    },
    bigram: speller.bigram,
    correctedFrom: collection.correctedFrom,
    isName: (small) => OFFICE_NAMES.has(small) || collection.isName(small),
  }
}
