// The bench of starting: from the launch of the program to the frame after a letter's text stands in it. Run by the reference folder's tool
// this file measures the desktop window itself.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { _electron as electron } from '@playwright/test'
import { RUN_IN_DISPLAY } from '../../build/find-electron-to-pack.mjs'
import { median, shown, table } from './figures.mjs'
import { launch } from './typing.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LETTER = 'richards-to-coles-1982-03-12.txt'
const WORDS = 'We have now heard'
const STEPS = ['started', 'listed', 'painted']

/**
 * `{chromium, page, desktop}`: for page and desktop the medians of `STEPS`, in ms since the launch, and every run; `desktop` is a sentence where
 * no window can be had. `tool` is the reference folder's, or null.
 */
export async function runStart({ chromium: executable, runs, tool, tell }) {
  const page = []
  let chromium = ''
  for (let run = 1; run <= runs; run++) {
    const browser = await launch(executable)
    chromium = browser.version()
    page.push(await overCopy((folder, state) => startPage(browser, folder, state)).finally(() => browser.close()))
    tell(`page, run ${run} of ${runs}: painted after ${shown(page.at(-1).painted)} ms`)
  }
  const desktop = desktopRuns(runs, tool, tell)
  return { chromium, page: over(page), desktop: typeof desktop === 'string' ? desktop : over(desktop) }
}

/** The figures as text for people. */
export function reportStart({ machine, runs, page, desktop }) {
  const row = (name, figures) => [name, ...STEPS.map((step) => shown(figures[step]))]
  const rows = [row('page', page), ...(typeof desktop === 'string' ? [] : [row('desktop window', desktop)])]
  return [
    `${machine.cores} cores (${machine.cpu}), Chromium ${machine.chromium}, Node ${machine.node}`,
    `Medians of ${runs} ${runs === 1 ? 'run' : 'runs'}, ms since the launch. Page: the checkout’s server, then a browser that runs already; started: its address is printed. Desktop: Electron without the launcher; started: it is connected to.`,
    table([['', ...STEPS], ...rows]),
    ...(typeof desktop === 'string' ? [`The desktop window was not measured: ${desktop}`] : []),
    '',
  ].join('\n')
}

async function startPage(browser, folder, state) {
  const began = performance.now()
  const server = spawn(process.execPath, [join(ROOT, 'build/scholion.mjs'), 'serve', folder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SCHOLION_STATE_DIR: state },
  })
  const gone = new Promise((resume) => server.once('exit', resume))
  try {
    const address = await new Promise((resume, fail) => {
      createInterface({ input: server.stdout }).on('line', (line) => line.startsWith('http') && resume(line))
      gone.then((code) => fail(new Error(`the server ended with ${code} before it printed an address`)))
    })
    const started = performance.now() - began
    const page = await browser.newPage()
    await page.goto(address, { waitUntil: 'commit' })
    return { started, ...(await openLetter(page, began)) }
  } finally {
    server.kill('SIGINT')
    await gone
  }
}

async function startDesktop(folder, state) {
  const began = performance.now()
  const app = await electron.launch({
    executablePath: process.env.ELECTRON_EXECUTABLE,
    chromiumSandbox: true,
    args: ['--disable-gpu', join(ROOT, 'test/support/electron-gate'), join(ROOT, 'dist/app'), folder],
    env: { ...process.env, SCHOLION_STATE_DIR: state },
  })
  const gone = new Promise((resume) => app.process().once('exit', resume))
  try {
    const started = performance.now() - began
    return { started, ...(await openLetter(await app.firstWindow(), began)) }
  } finally {
    app.process().kill('SIGTERM')
    await gone
  }
}

/** Opens the letter in the list of documents as soon as it is listed, and waits for the frame after its text. */
async function openLetter(page, began) {
  const letter = page.getByRole('button', { name: LETTER })
  await letter.waitFor()
  const listed = performance.now() - began
  await letter.click()
  await page.locator('.ProseMirror', { hasText: WORDS }).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  return { listed, painted: performance.now() - began }
}

async function overCopy(measure) {
  const copy = mkdtempSync(join(tmpdir(), 'scholion-start-'))
  const folder = join(copy, 'letters')
  cpSync(join(ROOT, 'corpus/prem19'), folder, { recursive: true })
  try {
    return await measure(folder, join(copy, 'state'))
  } finally {
    // Chromium's helpers write their last words after the program is gone
    rmSync(copy, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** The tool runs this file as a user of its own, with a display; the runs come back as JSON. A sentence where there are none. */
function desktopRuns(runs, tool, tell) {
  if (tool === null) return 'there is no reference folder beside the checkout, so no Electron that could be driven.'
  tell(`desktop window: ${runs} in turn`)
  const { status, stdout } = spawnSync(tool, [...RUN_IN_DISPLAY, 'node', 'test/bench/start.mjs', String(runs)], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status === 75) return 'this machine cannot have the reference folder’s Electron.'
  if (status !== 0) throw new Error(`The desktop window could not be measured (exit ${status}).`)
  return JSON.parse(stdout)
}

function over(runs) {
  const medians = Object.fromEntries(STEPS.map((step) => [step, median(runs.map((one) => one[step]))]))
  const bad = STEPS.find((step) => !Number.isFinite(medians[step]))
  if (bad) throw new Error(`The figure “${bad}” is no number.`)
  return { ...medians, runs }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = []
  while (measured.length < Number(process.argv[2])) measured.push(await overCopy(startDesktop))
  process.stdout.write(JSON.stringify(measured))
}
