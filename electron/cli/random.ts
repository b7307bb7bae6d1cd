import { randomInt } from 'node:crypto'

const STEPS = 2 ** 47

/** A cryptographic random number in [0, 1). */
export function randomFraction(): number {
  return randomInt(STEPS) / STEPS
}
