import { afterEach, expect, it, vi } from 'vitest'
import { takeForThisWindow } from '../../renderer/state/one-window.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

type Held = (lock: object | null) => unknown

/** A browser in which the time of whoever waits is up at once; `held`: another page has the document. */
function browser(held: boolean): void {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  const request = async (_name: string, { ifAvailable, signal }: LockOptions, take: Held) => {
    if (signal?.aborted) throw signal.reason
    return take(held && ifAvailable ? null : {})
  }
  vi.stubGlobal('navigator', { locks: { request } })
}

it('a document that nobody has is taken, however long the browser takes to say so', async () => {
  browser(false)
  expect(await takeForThisWindow('letter')).not.toBeNull()
})

it('a document that another page keeps is not taken', async () => {
  browser(true)
  expect(await takeForThisWindow('letter')).toBeNull()
})
