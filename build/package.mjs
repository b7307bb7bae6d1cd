// npm run package: the desktop app as a folder that runs by itself, in out/. Says so and ends where there is no Electron to pack it with.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './bundle.mjs'
import { builderConfig } from './electron-builder.mjs'
import { findElectronToPack } from './find-electron-to-pack.mjs'
import { readStamp } from './fingerprint.mjs'
import { ROOT } from './root.mjs'

/** Where the packed app stands, by platform, under its output folder. */
const UNPACKED = { linux: 'linux-unpacked', win32: 'win-unpacked' }

/**
 * Packs `dist/app` for this machine. Gives the folder of the packed app, or null where there is no Electron. What was packed with the
 * reference tool's Electron is for checks alone, and stands apart.
 */
export async function packApp({ say }) {
  const found = findElectronToPack()
  if (found === null) {
    say('There is no Electron here to pack the app with; `npx install-electron` downloads it (about 120 MB).')
    return null
  }
  buildIfStale()
  const out = join(ROOT, 'out', found.isReference ? 'check' : 'app')
  rmSync(out, { recursive: true, force: true })
  const stage = join(out, 'stage')
  // the build keeps files of the round before for open pages: they are not packed
  const { files } = readStamp(join(ROOT, 'dist'))
  for (const file of files.filter((name) => name.startsWith('app/')))
    cpSync(join(ROOT, 'dist', file), join(stage, file.slice('app/'.length)), { recursive: true })
  const electronDist = found.isReference ? plainDist(found.dist, join(out, 'electron')) : found.dist
  const { build } = await import('electron-builder')
  await build({
    projectDir: stage,
    config: builderConfig({ root: ROOT, output: out, electronDist, electronVersion: found.version }),
  })
  rmSync(stage, { recursive: true, force: true })
  rmSync(join(out, 'electron'), { recursive: true, force: true })
  return join(out, UNPACKED[process.platform] ?? (process.arch === 'arm64' ? 'mac-arm64' : 'mac'))
}

// The reference tool's folder as Electron's own archive has it: without the loader that stands in for the default app.
function plainDist(dist, copy) {
  mkdirSync(copy, { recursive: true })
  cpSync(dist, copy, { recursive: true })
  rmSync(join(copy, 'resources', 'app'), { recursive: true, force: true })
  if (!existsSync(join(copy, 'LICENSE'))) renameSync(join(copy, 'LICENSE.electron.txt'), join(copy, 'LICENSE'))
  return copy
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  try {
    const packed = await packApp({ say: (line) => process.stderr.write(`${line}\n`) })
    if (packed !== null) process.stdout.write(`Scholion ${version} is packed in ${packed}\n`)
  } catch (error) {
    process.stderr.write(`The app could not be packed: ${error.message}\n`)
    process.exit(1)
  }
}
