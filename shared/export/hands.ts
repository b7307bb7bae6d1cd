import { type Hand, layerOf, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { Transcript } from '../model/transcript.ts'

/** The hands of a transcript by id, with the two that every collection has. */
export type Hands = ReadonlyMap<string, Hand>

export function handsOf({ hands }: Pick<Transcript, 'hands'>): Hands {
  return new Map([UNKNOWN, UNKNOWN_MANUSCRIPT, ...hands].map((hand) => [hand.id, hand]))
}

/** Whether a hand is a typewriter's or print's. */
export function isTyped(hand: unknown, hands: Hands): boolean {
  const layer = layerOf(hands.get(typeof hand === 'string' ? hand : ''))
  return layer === 'typed' || layer === 'printed'
}
