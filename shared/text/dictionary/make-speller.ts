import { remembered } from '../remembered.ts'
import type { Speller } from '../speller.ts'
import { frequenciesOf } from './frequencies.ts'
import { hunspellWords } from './hunspell.ts'

/** The texts of a language's dictionaries, as the packages have them. A word that one of them has is known. */
export interface DictionaryTexts {
  readonly language: string
  readonly dictionaries: readonly { readonly aff: string; readonly dic: string }[]
  /** Lines `word count` and `first second count`; empty where there are none. */
  readonly words: string
  readonly pairs: string
}

/** A speller of one language. Takes a part of a second; what it holds afterwards is packed. It answers faster what it was asked before. */
export function makeSpeller({ language, dictionaries, words, pairs }: DictionaryTexts): Speller {
  const has = dictionaries.map(({ aff, dic }) => hunspellWords(aff, dic))
  const { frequency, bigram } = frequenciesOf(words, pairs)
  const isWord = (word: string) => has.some((one) => one(word))
  return {
    language,
    knows: remembered((word) => casesOf(plain(word)).some(isWord), MOST),
    frequency,
    bigram,
  }
}

/** As many answers are kept. */
const MOST = 50_000

const plain = (word: string) => word.normalize('NFC').replaceAll('’', "'")

/** The word as the dictionary may have it: as it stands; in small letters where it begins with a capital; `LONDON` as `London` too. */
function casesOf(word: string): readonly string[] {
  const small = word.toLowerCase()
  if (small === word) return [word]
  const first = word.charAt(0)
  const tail = word.slice(1)
  if (first !== first.toLowerCase() && tail === tail.toLowerCase()) return [word, small]
  return word === word.toUpperCase() ? [word, small, first + tail.toLowerCase()] : [word]
}
