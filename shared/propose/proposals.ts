import type { Transcript } from '../model/transcript.ts'
import type { Proposal } from './proposal.ts'
import { readLines } from './structure/read-lines.ts'
import { inPieces } from './structure/run-in.ts'
import { stretchesOf } from './structure/stretches.ts'
import { writtenLines } from './structure/written-lines.ts'

/** What is proposed from: the machine's text, and the registers. A `Transcript` is one. */
export type ToPropose = Pick<Transcript, 'hands' | 'people' | 'names'> & {
  readonly originals: readonly { readonly text: string }[]
}

/**
 * What can be shown of a machine transcript's structure, each with its evidence. Stretches first, in reading order: they cover every
 * character that is not blank once. Nothing is stated by it and nothing changed. Equal input gives equal proposals with equal ids.
 */
export function proposalsOf({ originals, hands, people }: ToPropose): readonly Proposal[] {
  const texts = originals.map(({ text }) => text)
  const read = readLines(texts, writtenLines(texts), { hands, people })
  const pieces = inPieces(texts, read, { hands, people })
  return stretchesOf(pieces, texts)
}
