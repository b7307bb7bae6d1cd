/**
 * Ms on this machine's own clock, which nobody sets and which never goes back: equal for all programs on it until it is started anew. For all
 * that waits or runs out; the time of day is for what is shown and for days.
 */
export function elapsed(): number {
  return Number(process.hrtime.bigint() / 1_000_000n)
}
