// npm run test:fault [-- NAME …]: the slow suites of the fault laboratory (`test/fault/**/*.fault.ts`), all or those whose path holds a NAME.
// SCHOLION_FAULT=short runs a bounded part. Prints the numbers that each suite measured, and ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { ofVitest, readReport } from './tally.mjs'

const results = join(ROOT, 'test-results')
const report = join(results, 'fault.json')
const numbers = join(results, 'fault-numbers.txt')
mkdirSync(results, { recursive: true })
for (const file of [report, numbers]) rmSync(file, { force: true })

const args = ['run', '--config', 'vitest.fault.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, SCHOLION_FAULT_NUMBERS: numbers },
})
const { passed, failed, skipped } = ofVitest(readReport(report), status ?? 1)
if (existsSync(numbers)) process.stdout.write(readFileSync(numbers, 'utf8'))
if (skipped > 0) process.stdout.write(`${skipped} skipped (each says why above)\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
