/** A moment in which the browser has so long nothing to do is one between two keys, in ms. */
const FREE = 12
/** Whoever types without a pause sees it no later than so many ms after it was asked for. */
const LATEST = 1600

/** Does work between two keys rather than before the next one is seen; at the latest after 1.6 s. */
export function whenFree(work: () => void): void {
  const until = performance.now() + LATEST
  const look = (idle: IdleDeadline) => {
    const left = until - performance.now()
    if (idle.timeRemaining() >= FREE || left <= 0) work()
    else requestIdleCallback(look, { timeout: left })
  }
  requestIdleCallback(look, { timeout: LATEST })
}
