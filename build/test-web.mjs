// npm run test:web [-- playwright's arguments]: the browser tests, over a fresh build, in whichever Chromium there is.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './bundle.mjs'
import { findOrInstallBrowser } from './find-browser.mjs'
import { ROOT } from './root.mjs'

try {
  buildIfStale()
  const browser = findOrInstallBrowser()
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'playwright.config.ts', ...process.argv.slice(2)],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CHROMIUM_PATH: browser } },
  )
  process.exit(run.status ?? 1)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
