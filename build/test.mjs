// npm test: everything that must pass, in Node and in a browser, but for the stories, which take as long again. Ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { addTallies, ofPlaywright, ofVitest, readReport } from './tally.mjs'

const results = join(ROOT, 'test-results')
const unitReport = join(results, 'unit.json')
const webReport = join(results, 'web.json')
mkdirSync(results, { recursive: true })
rmSync(unitReport, { force: true })
rmSync(webReport, { force: true })

function run(script, args, env = {}) {
  const { status } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

const unitExit = run('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
const unit = ofVitest(readReport(unitReport), unitExit)
const webExit = run('build/test-web.mjs', [], { SCHOLION_WEB_REPORT: webReport, SCHOLION_WEB_SHARE: 'short' })
const web = ofPlaywright(readReport(webReport), webExit)

const { passed, failed, skipped } = addTallies(unit, web)
if (skipped > 0) process.stdout.write(`${skipped} skipped (each says why above)\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
