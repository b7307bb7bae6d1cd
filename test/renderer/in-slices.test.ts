import { afterEach, expect, test, vi } from 'vitest'
import { inSlices } from '../../renderer/host/in-slices.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page in which a key waits after each of these steps, counted from 1, and that has so many ms free whenever it is asked. */
function page({ hidden = false, keysAfter = (_step: number): boolean => false, free = 50 } = {}) {
  const told = { steps: 0, pauses: [] as number[] }
  vi.stubGlobal('document', { hidden })
  vi.stubGlobal('performance', { now: () => 0 })
  vi.stubGlobal('navigator', { scheduling: { isInputPending: () => keysAfter(told.steps) } })
  vi.stubGlobal('requestIdleCallback', (go: (idle: { timeRemaining(): number }) => void) => {
    told.pauses.push(told.steps)
    queueMicrotask(() => go({ timeRemaining: () => free }))
  })
  function* work(steps: number) {
    for (let step = 1; step <= steps; step++) {
      told.steps = step
      yield
    }
    return 'done'
  }
  return { told, work }
}

test('saving gives way to a key as soon as one waits, and goes on when the page is idle', async () => {
  const { told, work } = page({ keysAfter: (step) => step === 3 || step === 7 })
  expect(await inSlices(work(10))).toBe('done')
  expect(told.pauses).toEqual([3, 7])
})

test('a page that is never idle still saves: after waiting for its turn, work is not stopped by the next key', async () => {
  const { told, work } = page({ keysAfter: () => true, free: 0 })
  expect(await inSlices(work(200))).toBe('done')
  expect(told.pauses).toEqual([1])
})

test('a page that nobody sees, or that is about to go, saves in one piece', async () => {
  const unseen = page({ hidden: true, keysAfter: () => true })
  await inSlices(unseen.work(10))
  expect(unseen.told.pauses).toEqual([])
  const going = page({ keysAfter: () => true })
  await inSlices(going.work(10), true)
  expect(going.told.pauses).toEqual([])
})
