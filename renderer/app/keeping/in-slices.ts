import type { Slices } from '../../../shared/format/slices.ts'
import { nextTask } from '../../host/next-task.ts'

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
