// npm run test:stories: the browser tests that `npm test` leaves out: whole days of work, every box and state, pages without end.
// Ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { ofPlaywright, readReport } from './tally.mjs'

const report = join(ROOT, 'test-results', 'stories.json')
mkdirSync(join(ROOT, 'test-results'), { recursive: true })
rmSync(report, { force: true })
const { status } = spawnSync(process.execPath, [join(ROOT, 'build/test-web.mjs'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, SCHOLION_WEB_REPORT: report, SCHOLION_WEB_SHARE: 'stories' },
})
const { passed, failed, skipped } = ofPlaywright(readReport(report), status ?? 1)
if (skipped > 0) process.stdout.write(`${skipped} skipped (each says why above)\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
