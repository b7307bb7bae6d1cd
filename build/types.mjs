// Type-checks each runtime with its own libraries, so that a wrong-side call does not compile.
import { spawnSync } from 'node:child_process'

let failed = false
for (const side of ['shared', 'host', 'preload', 'renderer', 'test']) {
  const run = spawnSync('npx', ['--no-install', 'tsc', '-p', `tsconfig.${side}.json`], { stdio: 'inherit' })
  failed ||= run.status !== 0
}
process.exit(failed ? 1 : 0)
