import { type Difference, differences } from '../compare/compare.ts'
import type { Transcript } from '../model/transcript.ts'
import { isCollated } from '../vocabulary/collation.ts'
import { STATUSES, type Status } from '../vocabulary/page.ts'
import { type ErrorRate, type ErrorRates, errorRates, pooledRates, share } from './error-rate.ts'
import { type Lost, lostIn, pooledLost } from './lost.ts'

/** How well the machine read, and what that rests on. */
export interface Measure extends ErrorRates {
  /** The same with what was lost, as far as it is stated how much: what the machine made up counts as edits, what it did not read as both. */
  readonly withLost: ErrorRate
  readonly lost: Lost
}

export interface MeasureOfTranscript extends Measure {
  /** Whether it is recorded of every page that somebody held it against the paper or an image of it. Where nobody did, the rates tell how much was changed, not how well the machine read. */
  readonly collated: boolean
  /** Signed off as read, and reads in every word as the machine transcript does: look whether anybody read it. */
  readonly unread: boolean
  /** What read the paper, as it is stated of the paper, else of the collection. Null: not stated. */
  readonly recogniser: string | null
}

const STEPS = Object.keys(STATUSES) as readonly Status[]

/** Whether the work on a transcript has come so far, or farther. A status that this version does not know has come nowhere. */
function hasCome(status: string, step: Status): boolean {
  return STEPS.indexOf(status as Status) >= STEPS.indexOf(step)
}

const CHANGES: ReadonlySet<Difference['kind']> = new Set(['ocr', 'supplied', 'unused'])

/** Whether a difference is a change of the text: a reading put beside the paper's words, or a doubt whose error it is, changes nothing. */
export const isChange = ({ kind }: Pick<Difference, 'kind'>): boolean => CHANGES.has(kind)

/** Whether a transcript is signed off as corrected, or farther, without one word that reads otherwise than the machine transcript. */
export function isSignedOffUnread(transcript: Transcript, found: readonly Pick<Difference, 'kind'>[]): boolean {
  const { status, pages } = transcript
  if (!hasCome(status, 'corrected') || found.some(isChange)) return false
  const blocks = pages.flatMap(({ content }) => content.filter((child) => child.type === 'block'))
  const runs = blocks.flatMap(({ content }) => content)
  const hasGap = runs.some((run) => run.type === 'atom' && run.atom === 'gap')
  return !hasGap && runs.some((run) => run.type === 'text' && run.text.trim() !== '')
}

/**
 * Measures one transcript. `given`: what the collection's description says read its papers. `found`: the transcript's differences, where
 * they are known already.
 */
export function measureOf(
  transcript: Transcript,
  given: unknown,
  found: readonly Pick<Difference, 'kind'>[] = differences(transcript),
): MeasureOfTranscript {
  const own = transcript.paper.facts?.recogniser
  const recogniser = [own, given].find((name) => typeof name === 'string' && name.trim() !== '')
  return {
    ...whole(errorRates(transcript), lostIn(transcript)),
    collated: isCollated(transcript.pages),
    unread: isSignedOffUnread(transcript, found),
    recogniser: typeof recogniser === 'string' ? recogniser.trim() : null,
  }
}

/** Several as one, by their letters and words. */
function pooled(all: readonly Measure[]): Measure {
  return whole(pooledRates(all), pooledLost(all.map(({ lost }) => lost)))
}

function whole(rates: ErrorRates, lost: Lost): Measure {
  return {
    ...rates,
    withLost: {
      cer: share(rates.letterEdits + lost.letters + lost.made.letters, rates.letters + lost.letters),
      wer: share(rates.wordEdits + lost.words + lost.made.words, rates.words + lost.words),
    },
    lost,
  }
}

/** What some documents of a collection come to: all of them, and those that were collated. */
export interface MeasureOfMany extends Measure {
  readonly documents: number
  /** The same of the documents that were collated with the paper: the only ones that tell how well the machine read. */
  readonly collated: Measure & { readonly documents: number }
}

export function measureOfMany(all: readonly MeasureOfTranscript[]): MeasureOfMany {
  const collated = all.filter((one) => one.collated)
  return { ...pooled(all), documents: all.length, collated: { ...pooled(collated), documents: collated.length } }
}

export interface MeasureOfRecogniser extends MeasureOfMany {
  /** Null: what read these papers is not stated. */
  readonly recogniser: string | null
}

/** By what read the papers, as it is stated; by name, those not stated last. */
export function byRecogniser(all: readonly MeasureOfTranscript[]): readonly MeasureOfRecogniser[] {
  const names = [...new Set(all.map(({ recogniser }) => recogniser))].sort((a, b) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : a < b ? -1 : Number(a > b),
  )
  return names.map((recogniser) => ({
    recogniser,
    ...measureOfMany(all.filter((one) => one.recogniser === recogniser)),
  }))
}
