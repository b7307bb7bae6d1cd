// npm run screenshots [-- FOLDER]: pictures of every state that must look right, light and dark, in two sizes (default test-results/screenshots).
// npm run screenshots -- --guide: the pictures of the guide anew, in renderer/help/pictures.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './root.mjs'

const [asked = join(ROOT, 'test-results', 'screenshots')] = process.argv.slice(2)
const guide = asked === '--guide'
const folder = guide ? join(ROOT, 'renderer', 'help', 'pictures') : resolve(asked)
mkdirSync(folder, { recursive: true })
const which = guide ? 'web/guide-pictures.spec' : 'web/gallery.spec'
const run = spawnSync(process.execPath, [join(ROOT, 'build/test-web.mjs'), which], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, [guide ? 'SCHOLION_GUIDE' : 'SCHOLION_SHOTS']: folder },
})
process.stdout.write(`${readdirSync(folder).filter((name) => name.endsWith('.png')).length} pictures in ${folder}\n`)
process.exit(run.status ?? 1)
