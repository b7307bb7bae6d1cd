// npm run test:app [-- playwright's arguments]: the desktop app in a real Electron. Ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './bundle.mjs'
import { referenceTool } from './find-electron-to-pack.mjs'
import { packApp } from './package.mjs'
import { ROOT } from './root.mjs'
import { ofPlaywright, readReport } from './tally.mjs'

const UNAVAILABLE = 75

const say = (line) => process.stdout.write(`${line}\n`)

function skip(why) {
  say(`The desktop app was not tested: ${why}`)
  say('0 passed, 0 failed')
  process.exit(0)
}

async function main() {
  const tool = referenceTool()
  if (tool === null) skip('there is no reference folder beside the checkout, so no Electron that could be driven.')
  buildIfStale()
  const packed = await packApp({ say }).catch((error) => {
    say(`The app could not be packed: ${error.message}`)
    return undefined
  })
  // the tool runs the tests as a user who may not write in the checkout
  const out = mkdtempSync(join(tmpdir(), 'scholion-app-'))
  chmodSync(out, 0o777)
  const playwright = ['node', 'node_modules/@playwright/test/cli.js', 'test', '-c', 'test/app/playwright.config.ts']
  const { status } = spawnSync(tool, ['run', ...playwright, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SCHOLION_APP_OUT: out, ...(packed ? { SCHOLION_PACKED: packedFrom(packed) } : {}) },
  })
  if (status === UNAVAILABLE) {
    rmSync(out, { recursive: true, force: true })
    skip('this machine cannot have the reference folder’s Electron (the reason stands above).')
  }
  const { passed, failed, skipped } = ofPlaywright(readReport(join(out, 'app.json')), status ?? 1)
  const results = join(ROOT, 'test-results', 'app')
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  cpSync(out, results, { recursive: true })
  rmSync(out, { recursive: true, force: true })
  if (skipped > 0) say(`${skipped} skipped (each says why above)`)
  // a package that could not be made is a failure, whatever the tests say that need none
  const unpacked = packed === undefined ? 1 : 0
  say(`${passed} passed, ${failed + unpacked} failed`)
  process.exit(failed + unpacked === 0 ? 0 : 1)
}

// relative, since a checkout that others may not enter is shown to the tests under another path
function packedFrom(folder) {
  return folder.slice(ROOT.length + 1)
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  say('0 passed, 1 failed')
  process.exit(1)
})
