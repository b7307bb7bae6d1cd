import { defineConfig } from '@playwright/test'

// The unprivileged user of these tests may not write in the checkout: everything goes where build/test-app.mjs says.
const out = process.env.SCHOLION_APP_OUT ?? '/tmp/scholion-app'
process.env.SCHOLION_LEDGER = `${out}/ledger`

export default defineConfig({
  outputDir: `${out}/results`,
  retries: 0,
  // one window at a time: a second one would take the focus from the first
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // long, since a machine under load may hold a page still for seconds; what passes waits for nothing
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'desktop', testDir: '.' },
    // told in Chromium by test:web, and here in the desktop window
    { name: 'stories', testDir: '../web', testMatch: ['letters/richards.spec.ts', 'letters/keystrokes.spec.ts', 'axe.spec.ts'] },
  ],
  reporter: [['list'], ['../support/ledger-reporter.ts'], ['json', { outputFile: `${out}/app.json` }]],
})
