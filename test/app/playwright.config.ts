import { defineConfig } from '@playwright/test'

// The unprivileged user of these tests may not write in the checkout: everything goes where build/test-app.mjs says.
const out = process.env.SCHOLION_APP_OUT ?? '/tmp/scholion-app'

export default defineConfig({
  testDir: '.',
  outputDir: `${out}/results`,
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: `${out}/app.json` }]],
})
