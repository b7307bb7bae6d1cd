import type { Slices } from '../../shared/format/slices.ts'

/** How long work may hold up the keyboard in one piece, where nothing tells that a key waits; and how soon it goes on in a page that is busy. In ms. */
const SLICE = 8
const PATIENCE = 100

/**
 * Does long work in pieces between two keys: each begins when the browser has nothing else to do, so never between a key and the frame that
 * shows what it did, and ends when a key waits. A page that nobody sees, or that is about to go, does it in one.
 */
export async function inSlices<Value>(work: Slices<Value>, urgent = false): Promise<Value> {
  let end = performance.now() + SLICE
  let yields = true
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (urgent || isUnseen() || (performance.now() < end && !(yields && keyWaits()))) continue
    const free = await idle()
    end = performance.now() + Math.max(SLICE, free)
    // in a page that is never idle it takes its turn, or it would never come to an end
    yields = free > 0
  }
}

const isUnseen = () => typeof document === 'undefined' || document.hidden

const keyWaits = () => navigator.scheduling?.isInputPending() ?? false

/** Resolves when the browser has nothing to do, with the ms for which that will be so; at the latest in a while, with 0. */
function idle(): Promise<number> {
  return new Promise((resume) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resume, 0, 0)
    else requestIdleCallback((deadline) => resume(deadline.timeRemaining()), { timeout: PATIENCE })
  })
}

declare global {
  interface Navigator {
    /** Chromium’s: https://wicg.github.io/is-input-pending/ */
    readonly scheduling?: { isInputPending(): boolean }
  }
}
