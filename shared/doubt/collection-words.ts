import { readingsOf } from '../compare/reading.ts'
import type { Transcript } from '../model/transcript.ts'
import { changedWords } from '../text/changed-words.ts'

/** What a collection has of words: counted in what people have read, its registers, and what people mended. Small letters throughout. */
export interface CollectionWords {
  /** How often the word stands in text that somebody worked on. */
  readonly count: (small: string) => number
  /** How many words that text has. */
  readonly words: number
  /** Whether the word stands in a name of a register. */
  readonly isName: (small: string) => boolean
  readonly correctedFrom: (small: string) => ReadonlyMap<string, number>
}

const NONE: ReadonlyMap<string, number> = new Map()

export const NO_COLLECTION: CollectionWords = { count: () => 0, words: 0, isName: () => false, correctedFrom: () => NONE }

/** States of a transcript in which its words have not been read by anybody. */
const UNREAD = new Set(['untouched', 'in-progress', ''])
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu

/** What some transcripts of a collection have, with the words that were declared right (`rightWords`, small letters). */
export function collectionWords(transcripts: readonly Transcript[], rightWords: readonly string[] = []): CollectionWords {
  const counts = new Map<string, number>()
  const names = new Set<string>()
  const corrections = new Map<string, Map<string, number>>()
  let words = 0
  // said to be right by a person: more than a word that stands somewhere
  for (const word of rightWords) counts.set(word.toLowerCase(), 2)
  for (const transcript of transcripts) {
    for (const { name } of [...transcript.people, ...transcript.names, ...transcript.hands])
      for (const [word] of name.matchAll(WORD)) names.add(word.toLowerCase())
    const isRead = !UNREAD.has(transcript.status)
    for (const reading of readingsOf(transcript)) {
      const { was, now } = reading
      if (isRead) {
        for (const [word] of now.matchAll(WORD)) {
          words += 1
          counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
        }
      }
      if (was === now || was === '') continue
      for (const { wasFrom, wasTo, nowFrom, nowTo } of changedWords(was, now, reading.hunks()))
        learn(corrections, bare(was.slice(wasFrom, wasTo)), bare(now.slice(nowFrom, nowTo)))
    }
  }
  return {
    words,
    count: (small) => counts.get(small) ?? 0,
    isName: (small) => names.has(small),
    correctedFrom: (small) => corrections.get(small) ?? NONE,
  }
}

const bare = (words: string) =>
  words
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/gu, ' ')

/** A mend of one or two words; what is longer is a passage written anew. */
function learn(corrections: Map<string, Map<string, number>>, was: string, now: string): void {
  if (was === now || was === '' || now === '' || was.split(' ').length > 2 || now.split(' ').length > 2) return
  const before = corrections.get(was) ?? new Map<string, number>()
  before.set(now, (before.get(now) ?? 0) + 1)
  corrections.set(was, before)
}
