import { type Reading, readingsOf } from '../compare/reading.ts'
import { layerOf, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { Transcript } from '../model/transcript.ts'
import { markReading } from '../vocabulary/mark-readings.ts'
import { editDistance } from './edit-distance.ts'

/** Character and word error rate: edits ÷ length of the reference. 0 where both readings are empty, 1 where only the reference is. */
export interface ErrorRate {
  readonly cer: number
  readonly wer: number
}

export interface ErrorRates extends ErrorRate {
  /** Blocks and notes whose hand is a typewriter or print. */
  readonly typed: ErrorRate
  readonly handwritten: ErrorRate
}

interface Count {
  characters: number
  characterEdits: number
  words: number
  wordEdits: number
}

/**
 * How far the machine was from what the paper reads (design.md, "The command line"): reference is the transcript (sic, not corr; gaps,
 * unclear and supplied words out, and what the machine read in their place with them), hypothesis the machine's reading of the same blocks
 * and notes. NFC, runs of blanks as one, words as `\S+`. A hand not stated counts in the whole only. What is set aside is in no block.
 */
export function errorRates(transcript: Transcript): ErrorRates {
  const hands = new Map([UNKNOWN, UNKNOWN_MANUSCRIPT, ...transcript.hands].map((hand) => [hand.id, hand]))
  const all = empty()
  const typed = empty()
  const handwritten = empty()
  for (const reading of readingsOf(transcript)) {
    const counted = count(reading)
    const layer = layerOf(hands.get(reading.hand ?? ''))
    add(all, counted)
    if (layer === 'typed' || layer === 'printed') add(typed, counted)
    if (layer === 'handwritten') add(handwritten, counted)
  }
  return { ...rate(all), typed: rate(typed), handwritten: rate(handwritten) }
}

const empty = (): Count => ({ characters: 0, characterEdits: 0, words: 0, wordEdits: 0 })

function add(sum: Count, more: Count): void {
  for (const key of Object.keys(sum) as (keyof Count)[]) sum[key] += more[key]
}

function rate({ characters, characterEdits, words, wordEdits }: Count): ErrorRate {
  return { cer: share(characterEdits, characters), wer: share(wordEdits, words) }
}

function share(edits: number, length: number): number {
  if (edits === 0) return 0
  return length === 0 ? 1 : edits / length
}

function count(reading: Reading): Count {
  const [reference, hypothesis] = asThePaperReads(reading).map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()) as [
    string,
    string,
  ]
  const words = wordsOf(reference)
  const same = reference === hypothesis
  return {
    characters: Array.from(reference).length,
    characterEdits: same ? 0 : editDistance(codePoints(reference), codePoints(hypothesis)),
    words: words.length,
    wordEdits: same ? 0 : editDistance(...numbered(words, wordsOf(hypothesis))),
  }
}

const wordsOf = (text: string) => text.match(/\S+/gu) ?? []
const codePoints = (text: string) => Array.from(text, (char) => char.codePointAt(0)!)

function numbered(a: readonly string[], b: readonly string[]): [number[], number[]] {
  const numbers = new Map<string, number>()
  const number = (word: string) => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  }
  return [a.map(number), b.map(number)]
}

/** Reference and hypothesis of one block or note, without what cannot be told from the paper. A blank stands for what was left out. */
function asThePaperReads({ was, now, hunks, marked, gaps }: Reading): readonly [reference: string, hypothesis: string] {
  const out = marked.filter(({ annotation }) => markReading(annotation.type).untold)
  if (out.length === 0 && gaps.length === 0) return [now, was]
  const isOut = (at: number) => out.some(({ from, to }) => from <= at && at < to)
  const reference: string[] = []
  const hypothesis: string[] = []
  for (const { equal, wasFrom, wasTo, nowFrom, nowTo } of hunks()) {
    let kept = 0
    for (let at = nowFrom; at < nowTo; at += 1) {
      const linear = equal && wasTo - wasFrom === nowTo - nowFrom
      if (isOut(at)) reference.push(' ')
      else {
        kept += 1
        reference.push(now.charAt(at))
      }
      if (linear) hypothesis.push(isOut(at) ? ' ' : was.charAt(wasFrom + at - nowFrom))
    }
    if (equal && wasTo - wasFrom === nowTo - nowFrom) continue
    const replacedByGap = kept === 0 && gaps.some((at) => nowFrom <= at && at <= nowTo)
    const replacedByDoubt = kept === 0 && nowTo > nowFrom
    hypothesis.push(replacedByGap || replacedByDoubt ? ' ' : was.slice(wasFrom, wasTo))
  }
  return [reference.join(''), hypothesis.join('')]
}
