import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{shared,renderer,host,contract,build}/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/support/property-runs.ts'],
    testTimeout: Number(process.env.SCHOLION_RUNS ?? 500) > 500 ? 3_600_000 : 120_000,
    hookTimeout: 60_000,
  },
})
