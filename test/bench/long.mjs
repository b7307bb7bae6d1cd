// The bench of what is long in one piece: a file that is one page, a file that is one line, a paste of as much.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, percentile, shown, table } from './figures.mjs'
import { servePages } from './serve-pages.mjs'
import { Tasks } from './tasks.mjs'
import { longestTask, TRACED } from './trace.mjs'
import { launch } from './typing.mjs'

/** The made texts and their size in kB. */
export const LONG = { page: 638, line: 600, lines: 638 }
/** No task may hold up the window for longer, and no key cost the main thread more, in ms. */
const AIMS = { task: 200, key: 16 }

/** `{chromium, texts: [{text, kilobytes, steps: {name: {ms, longest}}, keys: {place: {median, p95, task}}}]}`; medians over the runs, in ms. */
export async function runLong({ root, chromium: executable, texts, kilobytes, runs, keys, profile, tell }) {
  const served = await servePages(root)
  if (profile) mkdirSync(profile, { recursive: true })
  let chromium = ''
  try {
    const measured = Object.fromEntries(texts.map((text) => [text, []]))
    for (let run = 1; run <= runs; run++)
      for (const text of texts) {
        const browser = await launch(executable)
        try {
          chromium = browser.version()
          const what = { browser, address: served.address, text, kilobytes: kilobytes ?? LONG[text], keys, profile }
          measured[text].push(await measureLong(what))
          tell(`${text}, run ${run} of ${runs}: ${summary(measured[text].at(-1))}`)
        } finally {
          await browser.close()
        }
      }
    return { chromium, texts: texts.map((text) => ({ text, kilobytes: kilobytes ?? LONG[text], ...medians(measured[text]) })) }
  } finally {
    served.close()
  }
}

/** One text in a fresh browser. Throws where a letter did not arrive, or what was cut did not come back whole. */
async function measureLong({ browser, address, text, kilobytes, keys, profile }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  const steps = {}
  const asked = {}
  /** Does something, waits for two frames, and takes the longest task that fell into it. */
  const step = async (name, act) => {
    await browser.startTracing(page, {
      categories: profile
        ? [...TRACED, 'devtools.timeline', 'disabled-by-default-devtools.timeline.stack', 'disabled-by-default-v8.cpu_profiler']
        : TRACED,
    })
    const start = performance.now()
    await act()
    await page.evaluate(async () => {
      await window.long.frame()
      await window.long.frame()
    })
    const ms = performance.now() - start
    const trace = await browser.stopTracing()
    if (profile) writeFileSync(join(profile, `${text}-${name.replaceAll(' ', '-')}.json`), trace)
    steps[name] = { ms, longest: longestTask(trace) }
  }
  const units = () => page.evaluate(() => window.long.units())
  const must = (holds, says) => {
    if (!holds) throw new Error(says)
  }
  const typed = async (place, share) => {
    await page.evaluate((at) => window.long.place(at), share)
    const before = await units()
    const tasks = await Tasks.of(context, page)
    asked[place] = []
    for (let nth = -3; nth < keys; nth++) {
      await tasks.lap()
      await page.keyboard.press('etaoinshrdlu'[(nth + 3) % 12])
      await page.evaluate(() => window.long.frame())
      if (nth >= 0) asked[place].push((await tasks.lap()).task)
    }
    must((await units()) === before + keys + 3, `typed ${keys + 3} letters, but the text grew by ${(await units()) - before}`)
  }
  try {
    await page.goto(`${address}/long.html?text=${text}&kilobytes=${kilobytes}`)
    await page.evaluate(() => window.long.ready)
    await step('open', () => page.evaluate(() => window.long.open('long.txt')))
    await typed('keys at the start', 0.001)
    await typed('keys in the middle', 0.5)
    await step('find', async () => {
      await page.keyboard.press('Control+f')
      await page.keyboard.type(await page.evaluate(() => window.long.sought))
      await page.waitForFunction(() => / found| of /.test(window.long.found()))
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
    })
    const found = await page.evaluate(() => window.long.found())
    must(/of [1-9]/.test(found), `the word that is looked for was not found: ${found}`)
    await typed('keys while finding', 0.3)
    await page.click('.find-close')
    await page.evaluate(() => window.long.place(0.5))
    const whole = await units()
    // what follows at once on typing is undone with it
    await new Promise((resume) => setTimeout(resume, 700))
    await step('cut all', async () => {
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Control+x')
    })
    must((await units()) < whole / 100, 'the text was not cut')
    await step('undo of the cut', () => page.keyboard.press('Control+z'))
    const back = await units()
    must(back === whole, `of ${whole} characters that were cut ${back} came back`)
    await step('save', () => page.evaluate(() => window.long.save()))
    await page.evaluate(() => window.long.open('small.txt'))
    await step('open again', () => page.evaluate(() => window.long.open('long.txt')))
    await page.evaluate(() => window.long.open('small.txt'))
    await page.evaluate(() => window.long.place(0.5))
    await page.evaluate(() => navigator.clipboard.writeText(window.long.text))
    await step('paste', () => page.keyboard.press('Control+v'))
    must((await units()) > whole / 2, 'what was pasted did not arrive')
    await typed('keys after the paste', 0.001)
    await page.keyboard.press('ArrowRight')
    await step('undo of the paste', async () => {
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+z')
    })
    if (faults.length > 0) throw new Error(faults.join('; '))
    const figures = ([name, works]) => [name, { median: median(works), p95: percentile(works, 0.95), max: Math.max(...works) }]
    return { steps, keys: Object.fromEntries(Object.entries(asked).map(figures)) }
  } catch (error) {
    throw new Error(`${text}, ${kilobytes} kB: ${error.message}`)
  } finally {
    await context.close()
  }
}

function summary({ steps, keys }) {
  const longest = Object.entries(steps).map(([name, { longest }]) => `${name} ${shown(longest)}`)
  const works = Object.entries(keys).map(([name, { median }]) => `${name} ${shown(median)}`)
  return [...longest, ...works].join(', ')
}

function medians(all) {
  if (typeof all[0] === 'object')
    return Object.fromEntries(Object.keys(all[0]).map((key) => [key, medians(all.map((one) => one[key]))]))
  const value = median(all)
  if (!Number.isFinite(value)) throw new Error(`A figure is no number: ${all}`)
  return value
}

/** The figures as text for people. */
export function reportLong({ machine, runs, texts }) {
  const verdict = (value, most, says) => `${value <= most ? 'kept  ' : 'MISSED'}  ${says}: ${shown(value)}`
  const parts = texts.map(({ text, kilobytes, steps, keys }) => {
    const rows = Object.entries(steps).map(([name, { ms, longest }]) => [name, shown(longest), shown(ms)])
    const typed = Object.entries(keys).map(([name, works]) => [name, shown(works.median), shown(works.p95), shown(works.max)])
    const worst = Math.max(...Object.values(steps).map(({ longest }) => longest))
    const key = Math.max(...Object.values(keys).map((works) => works.median))
    return [
      `One ${text} of ${kilobytes} kB`,
      table([['', 'longest task', 'whole'], ...rows]),
      table([['the main thread’s task a key', 'median', '95 %', 'worst'], ...typed]),
      verdict(worst, AIMS.task, `no task over ${AIMS.task} ms`),
      verdict(key, AIMS.key, `a key’s task at most ${AIMS.key} ms`),
    ].join('\n')
  })
  return [
    `${machine.cores} cores (${machine.cpu}), Chromium ${machine.chromium}, Node ${machine.node}`,
    `Medians of ${runs} ${runs === 1 ? 'run' : 'runs'}; ms. Tasks are counted in the main thread’s own processor time.`,
    ...parts,
    '',
  ].join('\n\n')
}
