import { type Hand, layerOf } from '../../../shared/model/hand.ts'
import type { Desk } from '../desk.ts'

/** What of the paper is in the light: everything, what was typed or printed, or one hand. The rest fades and keeps its place. */
export type Shown = 'all' | 'typed' | { readonly hand: string }

/** Whether writing by this hand fades. Our own notes have none, and fade with whatever is not all. */
export function isFaded(shown: Shown, hand: Hand | null): boolean {
  if (shown === 'all') return false
  if (shown !== 'typed') return hand?.id !== shown.hand
  const layer = layerOf(hand)
  return layer !== 'typed' && layer !== 'printed'
}

/** What is shown, in words; null where it is everything. */
export function shownWords(shown: Shown, desk: Desk): string | null {
  if (shown === 'all') return null
  return shown === 'typed' ? 'typed only' : `only ${desk.hand(shown.hand)?.name ?? 'a hand that is not known any more'}`
}
