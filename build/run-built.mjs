import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './bundle.mjs'
import { ROOT } from './root.mjs'

/**
 * Builds if the sources changed, then becomes the program `name` of dist/node: same process, so arguments, stdin, stdout, signals and the
 * exit code are its own. npm changes into the checkout before it runs a script; relative paths must count from where the person stood.
 */
export async function runBuilt(name, script) {
  try {
    buildIfStale()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
  const program = join(ROOT, 'dist/node', `${name}.js`)
  if (!existsSync(program)) {
    process.stderr.write(`This checkout has no ${name} program.\n`)
    process.exit(1)
  }
  // INIT_CWD is inherited by whatever runs inside an `npm run`, so it is believed only where npm started this very script.
  const { INIT_CWD, npm_lifecycle_event } = process.env
  if (INIT_CWD && npm_lifecycle_event === script && existsSync(INIT_CWD)) process.chdir(INIT_CWD)
  process.env.INIT_CWD = process.cwd()
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}
