import { defineConfig } from '@playwright/test'

const isRoot = process.getuid?.() === 0
const report = process.env.SCHOLION_WEB_REPORT

/** Whole days of work, every box, every state, pages without end: a third of the time of all. `npm test` leaves them to `npm run test:stories`. */
const STORIES = [
  '**/letters/**',
  '**/unseen/**',
  '**/every-box.spec.ts',
  '**/gallery.spec.ts',
  '**/last-savable.spec.ts',
  '**/long-page.spec.ts',
  '**/sittings.spec.ts',
]
const share = {
  stories: { testMatch: STORIES },
  short: { testIgnore: STORIES },
}[process.env.SCHOLION_WEB_SHARE ?? '']

export default defineConfig({
  testDir: 'test/web',
  ...share,
  // Not `test-results` itself: Playwright empties this folder, and the ledger and the reports stand beside it.
  outputDir: 'test-results/web',
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // long, since a machine under load may hold a page still for seconds; what passes waits for nothing
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./test/support/ledger-reporter.ts'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // what fades is half way when a busy machine looks at it
    contextOptions: { reducedMotion: 'reduce' },
    // a trace costs nearly as much as the steps that it records: asked for, it keeps those of what fails
    trace: process.env.SCHOLION_TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      // Chromium's sandbox cannot run as root, and only there is it switched off.
      chromiumSandbox: !isRoot,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
