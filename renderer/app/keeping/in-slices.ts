import type { Slices } from '../../../shared/format/slices.ts'

/** How long work may hold up the keyboard in one piece, in ms. */
const SLICE = 8

/** Does long work in pieces, so that keys typed meanwhile are seen at once. A page that nobody sees, or that is about to go, does it in one. */
export async function inSlices<Value>(work: Slices<Value>, urgent = false): Promise<Value> {
  let end = performance.now() + SLICE
  for (let step = work.next(); ; step = work.next()) {
    if (!urgent && !document.hidden && performance.now() > end) {
      await nextTask()
      end = performance.now() + SLICE
    }
    if (step.done) return step.value
  }
}

/** Timers are slowed down in the background and held back when nested; messages are not. */
function nextTask(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resume()
    }
    port2.postMessage(null)
  })
}
