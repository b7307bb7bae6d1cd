import { test as base } from '../../support/fixtures.ts'
import { serveHarness } from './serve.ts'

/** A test with the address of the editor alone, which is served once for all tests of a worker. */
export const test = base.extend<object, { harness: string }>({
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const { address, close } = await serveHarness()
      await use(address)
      await close()
    },
    { scope: 'worker' },
  ],
})
