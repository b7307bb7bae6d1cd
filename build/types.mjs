// Type-checks each runtime with its own libraries, so that a wrong-side call does not compile. What several sides tell is printed once.
import { spawnSync } from 'node:child_process'

let failed = false
const told = new Set()
for (const side of ['shared', 'host', 'preload', 'renderer', 'test']) {
  const run = spawnSync('npx', ['--no-install', 'tsc', '--pretty', 'false', '-p', `tsconfig.${side}.json`], {
    stdio: ['inherit', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  failed ||= run.status !== 0
  // lines that are set in belong to the message before them
  for (const message of run.stdout.split(/^(?=\S)/m)) {
    if (!told.has(message)) process.stdout.write(message)
    told.add(message)
  }
}
process.exit(failed ? 1 : 0)
