import { type Hand, layerOf } from '../../shared/model/hand.ts'
import type { OpenDocument } from './open-document.ts'

/** What of the paper is in the light: everything, what was typed or printed, or one hand or several. The rest fades and keeps its place. */
export type Shown = 'all' | 'typed' | { readonly hands: readonly string[] }

/** Whether writing by this hand fades. Our own notes have none, and fade with whatever is not all. */
export function isFaded(shown: Shown, hand: Hand | null): boolean {
  if (shown === 'all') return false
  if (shown !== 'typed') return hand === null || !shown.hands.includes(hand.id)
  const layer = layerOf(hand)
  return layer !== 'typed' && layer !== 'printed'
}

/** One hand more in the light, or one less; the first stands alone, and with the last gone everything is shown. */
export function withHand(shown: Shown, id: string): Shown {
  if (typeof shown === 'string') return { hands: [id] }
  const hands = shown.hands.includes(id) ? shown.hands.filter((one) => one !== id) : [...shown.hands, id]
  return hands.length === 0 ? 'all' : { hands }
}

/** What is shown, in words; null where it is everything. */
export function shownWords(shown: Shown, opened: OpenDocument): string | null {
  if (shown === 'all') return null
  if (shown === 'typed') return 'typed only'
  return `only ${shown.hands.map((id) => opened.hand(id)?.name ?? 'a hand that is not known any more').join(' and ')}`
}
