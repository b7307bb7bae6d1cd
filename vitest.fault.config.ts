import { defineConfig } from 'vitest/config'

/** The slow suites of `npm run test:fault`. Two files at a time: some of them start programs of their own. */
export default defineConfig({
  test: {
    include: ['test/fault/**/*.fault.ts'],
    environment: 'node',
    setupFiles: ['test/support/property-runs.ts'],
    maxWorkers: 2,
    testTimeout: 6 * 3_600_000,
    hookTimeout: 300_000,
  },
})
