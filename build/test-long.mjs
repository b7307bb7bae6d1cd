// npm run test:long: the property tests of the document, 10,000 random days of work (SCHOLION_RUNS), or as many as fit in SCHOLION_MINUTES.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

const files = process.argv.slice(2)
const run = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...(files.length > 0 ? files : ['test/shared/random-work.test.ts', 'test/shared/lift.test.ts']),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { SCHOLION_RUNS: '10000', ...process.env } },
)
process.exit(run.status ?? 1)
