// npm run screenshots [-- FOLDER]: pictures of every state that must look right, light and dark, in two sizes (default test-results/screenshots).
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './root.mjs'

const folder = resolve(process.argv[2] ?? join(ROOT, 'test-results', 'screenshots'))
mkdirSync(folder, { recursive: true })
const run = spawnSync(process.execPath, [join(ROOT, 'build/test-web.mjs'), 'gallery.spec'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, SCHOLION_SHOTS: folder },
})
process.stdout.write(`${readdirSync(folder).filter((name) => name.endsWith('.png')).length} pictures in ${folder}\n`)
process.exit(run.status ?? 1)
