import { COLOURS } from '../../shared/model/hand.ts'
import type { OpenDocument } from './open-document.ts'

/** A hand's colour, stated or by its place in the register, and a typeface, stated or by its place. Both always go with the badge. */
export function handClass(opened: OpenDocument, id: string | null): string {
  const at = opened.hands.get().findIndex((hand) => hand.id === id)
  const hand = opened.hands.get()[at]
  if (!hand) return 'hand-unknown'
  const colours = Object.keys(COLOURS)
  const colour = hand.colour ? colours.indexOf(hand.colour) : at % colours.length
  // neighbours in the register are told apart by more than their colour
  const typeface = hand.typeface ?? (at % 2 === 1 ? 'serif' : 'sans')
  return `hand-${colour + 1} face-${typeface}`
}
