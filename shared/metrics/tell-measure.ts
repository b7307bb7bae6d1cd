import { counted, countedIfAny } from '../text/counted.ts'
import type { CountedRate } from './error-rate.ts'
import type { Lost } from './lost.ts'
import type { Measure, MeasureOfMany, MeasureOfTranscript } from './measure.ts'

/**
 * How well the machine read, in sentences for the person. A rate is told only where the transcript was held against the paper; of one that
 * was not it is told how much was changed. What was lost stands beside it, never in a rate that hides it.
 */
export function tellMeasure(measure: MeasureOfTranscript): readonly string[] {
  const head = measure.collated
    ? tellRates(measure, 'The machine misread')
    : `Not collated with the paper, so this is no error rate of the machine. ${tellRates(measure, 'Changed so far:')}`
  return [head, ...tellLost(measure), ...(measure.unread ? [UNREAD] : [])]
}

/** The same of several documents. */
export function tellMany({ documents, collated, ...all }: MeasureOfMany): readonly string[] {
  if (collated.documents > 0) {
    const of = `${collated.documents} of ${counted(documents, 'document')} collated with the paper.`
    return [`${of} ${tellRates(collated, 'In these the machine misread')}`, ...tellLost(collated)]
  }
  const none = documents === 1 ? 'The document is not' : `None of ${documents} documents is`
  return [`${none} collated with the paper, so there is no error rate. ${tellRates(all, 'Changed so far:')}`, ...tellLost(all)]
}

/** For `check` and lists: somebody should look whether it was read. */
export const UNREAD =
  'It is signed off, and reads in every word as the machine transcript does: look whether anybody has read it against the paper.'

function tellRates(measure: Measure, verb: string): string {
  if (measure.words === 0) return 'There is nothing to compare.'
  if (measure.letterEdits === 0 && measure.wordEdits === 0)
    return `No difference in ${counted(measure.words, 'word')} that ${measure.words === 1 ? 'was' : 'were'} compared.`
  const layers = (['typed', 'handwritten'] as const).map((layer) => `${layer} ${tellLayer(measure[layer])}`)
  return `${verb} ${percent(measure.cer)} of 100 letters, ${percent(measure.wer)} of 100 words (${layers.join('; ')}).`
}

function tellLayer({ cer, wer, letterEdits, words }: CountedRate): string {
  if (words === 0) return letterEdits === 0 ? 'none compared' : 'only words that are not there'
  return letterEdits === 0 ? `no difference in ${counted(words, 'word')}` : `${percent(cer)} and ${percent(wer)}`
}

/** A rate in percent. What is there is never told as nothing. */
function percent(rate: number): string {
  const shown = (rate * 100).toFixed(1)
  return shown === '0.0' && rate > 0 ? 'less than 0.1' : shown
}

function tellLost({ lost, withLost }: Measure): readonly string[] {
  if (lost.places + lost.made.places === 0) return []
  const { made } = lost
  const parts = [
    ...(lost.places === 0 ? [] : [`${counted(lost.places, 'place')} that the machine did not read (${tellExtent(lost)})`]),
    ...(made.places === 0
      ? []
      : [`${counted(made.words, 'word')} that it made up (loops, noise, descriptions, what was deleted), set aside`]),
  ]
  const least =
    lost.letters + lost.words + made.words === 0
      ? 'How much that is nobody has stated: the rate is without it.'
      : `With that, as far as it is stated: at least ${percent(withLost.cer)} of 100 letters, ${percent(withLost.wer)} of 100 words.`
  return [`Lost: ${parts.join('; ')}. ${least}`]
}

function tellExtent({ letters, words, lines, pages, unmeasured, places }: Lost): string {
  const stated = [
    ...countedIfAny(letters, 'letter'),
    ...countedIfAny(words, 'word'),
    ...countedIfAny(lines, 'line'),
    ...countedIfAny(pages, 'page'),
  ]
  if (stated.length === 0) return 'how much is not stated'
  return `${stated.join(', ')}${unmeasured > 0 ? `, and ${unmeasured} of ${places} not stated` : ''}`
}
