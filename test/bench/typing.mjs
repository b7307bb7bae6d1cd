// Types into one editor, key by key, and takes the figures of every key.
import { writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { mean, median, percentile, seeded } from './figures.mjs'

const WARM_UP = 5
const LETTERS = 'the quick minister judged a lazy proxy brief for his own vexed committee and '

const ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** A browser of its own for each measurement: nothing is warm from the one before. Chromium's sandbox cannot run as root. */
export function launch(executablePath) {
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: ARGS })
}

/**
 * One measurement. `page` is the page's name with its query. Throws where a key did not arrive. Per key: ms from the keydown's own time to the
 * task after the next frame, and the main thread's ms of work since the key before (without what the bench itself asked of it). Halfway
 * the page is asked to save. `profile` names a file for a CPU profile of the typing.
 */
export async function measureTyping({ browser, address, page: name, words, keys, pace, profile }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  try {
    await page.goto(`${address}/${name}${name.includes('?') ? '&' : '?'}words=${words}`)
    await page.evaluate(() => window.probe.ready)
    const load = await page.evaluate(() => window.probe.load())
    await page.evaluate(() => window.probe.placeCaret())
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const random = seeded(words)
    const frames = []
    const works = []
    const typed = letters(WARM_UP + keys)
    for (let nth = 0; nth < typed.length; nth++) {
      if (nth === WARM_UP && profile) await startProfile(cdp)
      if (nth === WARM_UP + (keys >> 1)) await page.evaluate(() => window.probe.saveSoon())
      // keys fall anywhere between two frames, as a person's do
      await pause(pace ? 1000 / pace : random() * 16)
      const before = nth === WARM_UP || works.length === 0 ? await metrics(cdp) : works.at(-1).after
      await page.keyboard.press(typed[nth] === ' ' ? 'Space' : typed[nth])
      const frame = await page.evaluate((key) => window.probe.frame(key), nth)
      const after = await metrics(cdp)
      if (nth < WARM_UP) continue
      frames.push(frame)
      works.push({ before, after })
    }
    if (profile) writeFileSync(profile, JSON.stringify((await cdp.send('Profiler.stop')).profile))
    const arrived = await page.evaluate((length) => window.probe.typed(length), typed.length)
    if (arrived !== typed) throw new Error(`${name}, ${words} words: typed “${typed}”, but the document holds “${arrived}”`)
    const finish = await page.evaluate((text) => window.probe.finish(text), typed)
    await cdp.send('HeapProfiler.collectGarbage')
    const heap = (await metrics(cdp)).JSHeapUsedSize / 2 ** 20
    if (faults.length > 0) throw new Error(`${name}, ${words} words: ${faults.join('; ')}`)
    return { load, heap, ...summary(frames, works), ...finish }
  } finally {
    await context.close()
  }
}

function summary(frames, works) {
  const of = (name) => works.map(({ before, after }) => (after[name] - before[name]) * 1000)
  const [all, asked, script, layout, style] = [
    'TaskDuration',
    'DevToolsCommandDuration',
    'ScriptDuration',
    'LayoutDuration',
    'RecalcStyleDuration',
  ].map(of)
  const task = all.map((ms, at) => ms - asked[at])
  return {
    frame: {
      median: median(frames),
      p95: percentile(frames, 0.95),
      max: Math.max(...frames),
      over50: frames.filter((ms) => ms > 50).length,
    },
    task: { median: median(task), mean: mean(task), p95: percentile(task, 0.95), max: Math.max(...task) },
    parts: { script: median(script), layout: median(layout), style: median(style) },
    frames,
    tasks: task,
  }
}

function letters(count) {
  return LETTERS.repeat(Math.ceil(count / LETTERS.length)).slice(0, count)
}

const pause = (ms) => new Promise((resume) => setTimeout(resume, ms))

async function metrics(cdp) {
  const answer = await cdp.send('Performance.getMetrics')
  return Object.fromEntries(answer.metrics.map(({ name, value }) => [name, value]))
}

async function startProfile(cdp) {
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 })
  await cdp.send('Profiler.start')
}
