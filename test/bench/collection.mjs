// The bench of a large collection: how long it is from a click on a document until its text is painted, whether the list scrolls freely, and
// whether a search of all of it leaves the window free.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { median, percentile, seeded, shown, table } from './figures.mjs'
import { Tasks } from './tasks.mjs'
import { launch } from './typing.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LETTER = 'richards-to-coles-1982-03-12.txt'
const WORDS = 'We have now heard'
/** How many documents are opened, one after the other, anywhere in the list. */
const OPENED = 15
const nameOf = (nth) => `letter-${String(nth).padStart(5, '0')}.txt`

/**
 * `{chromium, load, listed, opening: {median, p95, max, work}, scrolling: {frames, longTasks, longest}, searching: {all, longTasks,
 * longest, says}}` in ms; `load` is the machine's load when it
 * was measured, `work` the main thread's own time for an opening, which does not depend on it.
 */
export async function runCollection({ chromium: executable, documents, tell }) {
  const place = mkdtempSync(join(tmpdir(), 'scholion-collection-bench-'))
  const folder = join(place, 'letters')
  makeCollection(folder, documents)
  tell(`${documents} letters stand in ${folder}`)
  const browser = await launch(executable)
  const server = spawn(process.execPath, [join(ROOT, 'build/scholion.mjs'), 'serve', folder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SCHOLION_STATE_DIR: join(place, 'state') },
  })
  const gone = new Promise((resume) => server.once('exit', resume))
  try {
    const address = await new Promise((resume) => {
      createInterface({ input: server.stdout }).on('line', (line) => line.startsWith('http') && resume(line))
    })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const began = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.getByRole('button', { name: nameOf(1) }).waitFor({ timeout: 180_000 })
    const listed = performance.now() - began
    const scrolling = await page.evaluate(scroll)
    tell(`the list scrolled: ${scrolling.longTasks} long tasks, longest frame ${shown(scrolling.longest)} ms`)
    const random = seeded(5000)
    const tasks = await Tasks.of(context, page)
    const times = []
    const works = []
    for (let nth = 0; nth < OPENED; nth++) {
      const name = nameOf(1 + Math.floor(random() * documents))
      await tasks.lap()
      times.push(await page.evaluate(open, { name, words: WORDS }))
      works.push((await tasks.lap()).all)
    }
    const opening = { median: median(times), p95: percentile(times, 0.95), max: Math.max(...times), work: median(works) }
    await page.keyboard.press('Control+Shift+f')
    await page.getByRole('combobox', { name: 'Search the collection for' }).fill(WORDS)
    const searching = await page.evaluate(search)
    tell(`searched: ${searching.says} ${searching.longTasks} long tasks`)
    return { chromium: browser.version(), load: loadavg()[0], listed, opening, scrolling, searching }
  } finally {
    server.kill('SIGINT')
    await gone
    await browser.close()
    rmSync(place, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** The figures as text for people. */
export function reportCollection({ machine, documents, load, listed, opening, scrolling, searching }) {
  return [
    `${machine.cores} cores (${machine.cpu}), Chromium ${machine.chromium}, Node ${machine.node}; load ${load.toFixed(1)}`,
    `${documents} documents, every second with a transcript; ${OPENED} opened one after the other. ms.`,
    table([
      [
        'listed after',
        'opened after: median',
        '95 %',
        'worst',
        'main thread’s work',
        'frames scrolled',
        'tasks > 50 ms',
        'longest frame',
        'searched after',
        'tasks > 50 ms',
        'longest task',
      ],
      [
        shown(listed),
        shown(opening.median),
        shown(opening.p95),
        shown(opening.max),
        shown(opening.work),
        scrolling.frames,
        scrolling.longTasks,
        shown(scrolling.longest),
        shown(searching.all),
        searching.longTasks,
        shown(searching.longest),
      ],
    ]),
    `${opening.median <= 300 ? 'kept  ' : 'MISSED'}  a document opens in under 300 ms at the median: ${shown(opening.median)}`,
    `${scrolling.longTasks === 0 ? 'kept  ' : 'MISSED'}  the list scrolls without a long task: ${scrolling.longTasks}`,
    `${searching.longTasks === 0 ? 'kept  ' : 'MISSED'}  a search of the whole collection leaves the window free: ${searching.longTasks} long tasks`,
    searching.says,
    '',
  ].join('\n')
}

/** Copies of the sample's letter, every second with its transcript. */
function makeCollection(folder, documents) {
  mkdirSync(folder, { recursive: true })
  const from = join(ROOT, 'corpus/prem19')
  const text = readFileSync(join(from, LETTER))
  const transcript = readFileSync(join(from, `${LETTER}.tei.json`), 'utf8')
  for (let nth = 1; nth <= documents; nth++) {
    writeFileSync(join(folder, nameOf(nth)), text)
    if (nth % 2 === 0) writeFileSync(join(folder, `${nameOf(nth)}.tei.json`), transcript.replaceAll(LETTER, nameOf(nth)))
  }
}

/** In the page: scrolls the list a window's height a frame, there and back. */
async function scroll() {
  const frame = () => new Promise((resume) => requestAnimationFrame(resume))
  const list = document.querySelector('.list-panel')
  let longTasks = 0
  const observer = new PerformanceObserver((entries) => {
    longTasks += entries.getEntries().length
  })
  observer.observe({ type: 'longtask' })
  let longest = 0
  let last = performance.now()
  const frames = 120
  for (let nth = 0; nth < frames; nth++) {
    list.scrollBy(0, nth < frames / 2 ? 700 : -700)
    if (nth === 0 && list.scrollTop === 0) throw new Error('the list does not scroll: the figures would be too good')
    await frame()
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  await new Promise((resume) => setTimeout(resume, 100))
  observer.disconnect()
  return { frames, longTasks, longest }
}

/** In the page: looks for words that stand in every document, and waits until all have been looked through. */
async function search() {
  const tasks = []
  const observer = new PerformanceObserver((entries) => tasks.push(...entries.getEntries().map((entry) => entry.duration)))
  observer.observe({ type: 'longtask' })
  const says = () => document.querySelector('.search-says').textContent
  const start = performance.now()
  document.querySelector('.search-box form').requestSubmit()
  const frame = () => new Promise((resume) => requestAnimationFrame(resume))
  while (!/ found/.test(says()) || / so far/.test(says())) await frame()
  const all = performance.now() - start
  await new Promise((resume) => setTimeout(resume, 100))
  observer.disconnect()
  return { all, longTasks: tasks.length, longest: Math.max(0, ...tasks), says: says() }
}

/** In the page: a click on a document, and the frame in which its text stands. */
async function open({ name, words }) {
  const frame = () => new Promise((resume) => requestAnimationFrame(resume))
  // a document may be called by what is stated of its paper: its row names the file too
  const row = [...document.querySelectorAll('.documents button')].find((button) => button.textContent.includes(name))
  row.scrollIntoView({ block: 'center' })
  await frame()
  await frame()
  const isThere = () =>
    row.getAttribute('aria-current') === 'true' && document.querySelector('.ProseMirror')?.textContent.includes(words)
  const start = performance.now()
  row.click()
  while (!isThere()) await frame()
  await new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)))
  return performance.now() - start
}
