import { align } from './align.ts'
import { changedWords } from './changed-words.ts'

/** A stretch of a text, in UTF-16 units; the end is exclusive. */
export interface TextStretch {
  readonly from: number
  readonly to: number
}

/** Whole words of the text as it stands, and what the machine read in their place. Where words are gone, or came, one of the two is empty. */
export interface UnmarkedReading extends TextStretch {
  readonly was: string
}

/**
 * Where a text reads otherwise than the machine's, in whole words, in order, no two overlapping. Within `told` something says itself what the
 * machine read, or that it read nothing. A text that the machine has no words for has no readings of it.
 */
export function unmarkedReadings(was: string, now: string, told: readonly TextStretch[]): readonly UnmarkedReading[] {
  if (was === '' || was === now) return []
  return (
    changedWords(was, now, align(was, now))
      .map(({ wasFrom, wasTo, nowFrom, nowTo }) => ({ from: nowFrom, to: nowTo, was: was.slice(wasFrom, wasTo) }))
      .filter(
        ({ from, to }) =>
          !told.some((one) => (from === to ? one.from <= from && from <= one.to : one.from < to && from < one.to)),
      )
      // two stretches that touch would be cut into each other
      .filter((reading, at, all) => at === 0 || all[at - 1]!.to <= reading.from)
  )
}
