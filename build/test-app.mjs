// npm run test:app [-- playwright's arguments]: the desktop app in a real Electron. Ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './bundle.mjs'
import { RUN_IN_DISPLAY, referenceTool } from './find-electron-to-pack.mjs'
import { judgeTei } from './judge-tei.mjs'
import { packApp } from './package.mjs'
import { ROOT } from './root.mjs'
import { addTallies, ofPlaywright, readReport } from './tally.mjs'

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
  const { status } = spawnSync(tool, [...RUN_IN_DISPLAY, ...playwright, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SCHOLION_APP_OUT: out, ...(packed ? { SCHOLION_PACKED: packedFrom(packed) } : {}) },
  })
  if (status === UNAVAILABLE) {
    rmSync(out, { recursive: true, force: true })
    skip('this machine cannot have the reference folder’s Electron (the reason stands above).')
  }
  const tests = ofPlaywright(readReport(join(out, 'app.json')), status ?? 1)
  const { passed, failed, skipped } = addTallies(tests, judged(join(out, 'editions')))
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

/** The editions that the stories left, judged here: the tests do not see the reference folder. As one test, or none where no story ran. */
function judged(folder) {
  const none = { passed: 0, failed: 0, skipped: 0 }
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []
  if (files.length === 0) return none
  const { faults, unjudged } = judgeTei(files.map((name) => join(folder, name)))
  if (unjudged) {
    say(`The editions of the story in the window were not judged by jing: ${unjudged}`)
    return { ...none, skipped: 1 }
  }
  say(`The editions of the story in the window (${files.join(', ')}) are ${faults.length === 0 ? 'valid TEI' : 'no valid TEI:'}`)
  for (const fault of faults.slice(0, 10)) say(fault)
  return faults.length === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
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
