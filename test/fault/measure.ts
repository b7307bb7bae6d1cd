import { appendFileSync } from 'node:fs'
import { SEED } from '../support/property-runs.ts'

/** Whether only the bounded part is asked for (`SCHOLION_FAULT=short`, as in `.ci/run`). */
export const SHORT = process.env.SCHOLION_FAULT === 'short'

/** How often a slow suite does its work: `whole` times, or `bounded` times in the short run. */
export function times(whole: number, bounded: number): number {
  return SHORT ? bounded : whole
}

/** The one line of numbers of a suite, printed at the end of `npm run test:fault`. */
export function report(suite: string, numbers: string): void {
  const line = `${suite}: ${numbers}\n`
  const file = process.env.SCHOLION_FAULT_NUMBERS
  if (file) appendFileSync(file, line)
  else process.stdout.write(line)
}

/** Random numbers from 0 to 1 that are the same again for the same seed (SCHOLION_SEED), printed with every failure. */
export function seeded(seed = SEED): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
