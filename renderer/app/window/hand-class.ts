import type { Desk } from '../desk.ts'

/** Hands take colours in the order of the register; colour always goes with the badge. */
export function handClass(desk: Desk, id: string | null): string {
  const at = desk.hands.get().findIndex((hand) => hand.id === id)
  return at < 0 ? 'hand-unknown' : `hand-${(at % 9) + 1}`
}
