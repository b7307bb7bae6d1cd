import { isWithin, type Reading, readingsOf } from '../compare/reading.ts'
import { type Layer, layerOf, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { Transcript } from '../model/transcript.ts'
import { markReading } from '../vocabulary/mark-readings.ts'
import { editDistance } from './edit-distance.ts'

/** Character and word error rate: edits ÷ length of the reference. 0 where both readings are empty, 1 where only the reference is. */
export interface ErrorRate {
  readonly cer: number
  readonly wer: number
}

/** What a rate is made of: how much was compared (letters are code points, blanks between words among them), and how many edits that took. */
interface Counts {
  readonly letters: number
  readonly letterEdits: number
  readonly words: number
  readonly wordEdits: number
}

/** A rate with its counts: where `letters` is 0 nothing was compared, and the rate says nothing. */
export interface CountedRate extends ErrorRate, Counts {}

export interface ErrorRates extends CountedRate {
  /** Blocks and notes whose hand is a typewriter or print. */
  readonly typed: CountedRate
  readonly handwritten: CountedRate
}

/**
 * How far the machine was from what the paper reads (design.md, "The command line"): reference is the transcript (sic, not corr; gaps,
 * unclear and supplied words out, and what the machine read in their place with them), hypothesis the machine's reading of the same blocks
 * and notes. NFC, runs of blanks as one, words as `\S+`. An undetermined reading is no edit. A hand not stated counts in the
 * whole only; what another hand added into a line counts with that hand. What is set aside is in no block: `lostIn` tells of it.
 */
export function errorRates(transcript: Transcript): ErrorRates {
  const hands = new Map([UNKNOWN, UNKNOWN_MANUSCRIPT, ...transcript.hands].map((hand) => [hand.id, hand]))
  const all: Counts[] = []
  const typed: Counts[] = []
  const handwritten: Counts[] = []
  for (const reading of readingsOf(transcript)) {
    const whole = count(reading)
    all.push(whole)
    const layerBy = (hand: unknown) => LAYERS[layerOf(hands.get(typeof hand === 'string' ? hand : ''))]
    const own = layerBy(reading.hand)
    const parts = { typed, handwritten }
    // what another hand added into the line is in that hand's ink
    const added = reading.marked
      .filter(({ annotation }) => markReading(annotation.type).ownInk)
      .map(({ from, to, annotation }) => ({ from, to, layer: layerBy(annotation.attrs.hand) }))
      .filter(({ layer }) => layer !== own)
    if (own) parts[own].push(added.length === 0 ? whole : count(reading, added))
    for (const layer of ['typed', 'handwritten'] as const) {
      const its = added.filter((stretch) => stretch.layer === layer)
      if (its.length > 0) parts[layer].push(count(reading, othersThan(its, reading.now.length)))
    }
  }
  return { ...rate(all), typed: rate(typed), handwritten: rate(handwritten) }
}

const LAYERS: Readonly<Record<Layer, 'typed' | 'handwritten' | null>> = {
  typed: 'typed',
  printed: 'typed',
  handwritten: 'handwritten',
  stamped: null,
  unknown: null,
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** What of a text of this length lies in none of the stretches. */
function othersThan(stretches: readonly Stretch[], length: number): readonly Stretch[] {
  const others: Stretch[] = []
  let at = 0
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (from > at) others.push({ from: at, to: from })
    at = Math.max(at, to)
  }
  return at < length ? [...others, { from: at, to: length }] : others
}

/** The rates of several transcripts as of one: a long letter weighs more than a short one. */
export function pooledRates(all: readonly ErrorRates[]): ErrorRates {
  return {
    ...rate(all),
    typed: rate(all.map(({ typed }) => typed)),
    handwritten: rate(all.map(({ handwritten }) => handwritten)),
  }
}

function rate(all: readonly Counts[]): CountedRate {
  const sum = (key: keyof Counts) => all.reduce((before, counts) => before + counts[key], 0)
  const [letters, letterEdits, words, wordEdits] = [sum('letters'), sum('letterEdits'), sum('words'), sum('wordEdits')]
  return { cer: share(letterEdits, letters), wer: share(wordEdits, words), letters, letterEdits, words, wordEdits }
}

/** Edits ÷ length; 0 where there is neither, 1 where there are edits of nothing. */
export function share(edits: number, length: number): number {
  if (edits === 0) return 0
  return length === 0 ? 1 : edits / length
}

/** Counts a reading, without the stretches of its text that are of no concern. */
function count(reading: Reading, without: readonly Stretch[] = []): Counts {
  const [reference, hypothesis] = asThePaperReads(reading, without).map((text) =>
    text.normalize('NFC').replace(/\s+/gu, ' ').trim(),
  ) as [string, string]
  const words = wordsOf(reference)
  const same = reference === hypothesis
  return {
    letters: Array.from(reference).length,
    letterEdits: same ? 0 : editDistance(codePoints(reference), codePoints(hypothesis)),
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

/**
 * Reference and hypothesis of one block or note, without what cannot be told from the paper. A blank stands for what was left out; where
 * nobody knows whose error it is, the machine is taken to have read what stands there.
 */
function asThePaperReads(
  { was, now, hunks, marked, gaps }: Reading,
  without: readonly Stretch[],
): readonly [reference: string, hypothesis: string] {
  const out: readonly Stretch[] = [...marked.filter(({ annotation }) => markReading(annotation.type).untold), ...without]
  const undecided = marked.filter(({ annotation }) => markReading(annotation.type).undecided)
  if (out.length + undecided.length + gaps.length === 0) return [now, was]
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
    if (isWithin(undecided, nowFrom, nowTo)) {
      hypothesis.push(now.slice(nowFrom, nowTo))
      continue
    }
    const replacedByGap = kept === 0 && gaps.some((at) => nowFrom <= at && at <= nowTo)
    const replacedByDoubt = kept === 0 && (nowTo > nowFrom || (isOut(nowFrom - 1) && isOut(nowFrom)))
    hypothesis.push(replacedByGap || replacedByDoubt ? ' ' : was.slice(wasFrom, wasTo))
  }
  return [reference.join(''), hypothesis.join('')]
}
