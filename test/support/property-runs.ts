import fc from 'fast-check'

/**
 * How often every property is tried: 500 times in `npm test`, as SCHOLION_RUNS says in `npm run test:long`. SCHOLION_MINUTES ends a run
 * early where time is short. In CI the seed stands, so that a run judges the change and not its luck; everywhere else it is new each time. One seed for the whole run, printed, so that a failure can be had again with SCHOLION_SEED.
 */
export const RUNS = Number(process.env.SCHOLION_RUNS ?? 500)
export const SEED = Number(process.env.SCHOLION_SEED ?? (process.env.CI ? 19820312 : Date.now() % 1_000_000_000))
const minutes = Number(process.env.SCHOLION_MINUTES ?? 0)

fc.configureGlobal({
  numRuns: RUNS,
  seed: SEED,
  ...(minutes > 0 ? { interruptAfterTimeLimit: minutes * 60_000, markInterruptAsFailure: false } : {}),
})
