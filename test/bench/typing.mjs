// Types into one editor, key by key, and takes the figures of every key.
import { writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { mean, median, percentile, seeded } from './figures.mjs'
import { Tasks } from './tasks.mjs'

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
 * One measurement. `page` is the page's name with its query. Per key: ms from the keydown's own time to the task after the next frame, and
 * what the main thread did since the key before. Halfway the page is asked to save. Throws where a key did not arrive in the document,
 * or the saved file does not hold it. `profile` names a file for a CPU profile of the typing.
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
    const tasks = await Tasks.of(context, page)
    const typist = new Typist(page)
    const keeps = await page.evaluate(() => window.probe.keeping !== null)
    const first = keeps ? await kept(page, tasks, typist, 'save') : null
    const typing = await typed(page, tasks, typist, { keys, pace, profile, keeps, random: seeded(words) })
    const later = keeps ? await keptLater(page, tasks, typist) : null
    const arrived = await page.evaluate((length) => window.probe.typed(length), typist.text.length)
    if (arrived !== typist.text) throw new Error(`typed “${typist.text}”, but the document holds “${arrived}”`)
    if (keeps) await page.evaluate((text) => window.probe.keeping.check(text), typist.text)
    if (faults.length > 0) throw new Error(faults.join('; '))
    return { load, heap: await tasks.heap(), ...typing, ...(keeps ? { keeping: { first, ...later, ...typing.counts } } : {}) }
  } catch (error) {
    throw new Error(`${name}, ${words} words: ${error.message}`)
  } finally {
    await context.close()
  }
}

/** Presses one letter after the other, and knows what it typed. */
class Typist {
  text = ''
  constructor(page) {
    this.page = page
  }
  /** Presses the next key and gives the ms to the frame that shows it. */
  async press() {
    const letter = LETTERS[this.text.length % LETTERS.length]
    await this.page.keyboard.press(letter === ' ' ? 'Space' : letter)
    this.text += letter
    return this.page.evaluate((nth) => window.probe.frame(nth), this.text.length - 1)
  }
}

async function typed(page, tasks, typist, { keys, pace, profile, keeps, random }) {
  const counts = () => page.evaluate(() => window.probe.keeping?.counts())
  const frames = []
  const works = []
  let before = null
  for (let nth = -WARM_UP; nth < keys; nth++) {
    if (nth === 0) {
      if (profile) await tasks.startProfile()
      await tasks.lap()
      before = await counts()
    }
    if (nth === keys >> 1) await page.evaluate(() => window.probe.saveSoon())
    // keys fall anywhere between two frames, as a person's do
    await new Promise((resume) => setTimeout(resume, pace ? 1000 / pace : random() * 16))
    const frame = await typist.press()
    if (nth < 0) continue
    frames.push(frame)
    works.push(await tasks.lap())
  }
  if (profile) writeFileSync(profile, JSON.stringify(await tasks.stopProfile()))
  const after = await counts()
  if (keeps && after.save === before.save) throw new Error('no save fell into the typing: the figures would be too good')
  const inTyping = keeps ? { journals: after.journal - before.journal, saves: after.save - before.save } : {}
  return { ...summary(frames, works), counts: inTyping }
}

/** One key, and the work is kept: the whole of the main thread's work, and how long a frame had to wait meanwhile. */
async function kept(page, tasks, typist, what) {
  await typist.press()
  await tasks.lap()
  const { ms, longest } = await page.evaluate((which) => window.probe.keep(which), what)
  return { ms, longest, work: (await tasks.lap()).task }
}

async function keptLater(page, tasks, typist) {
  const times = { journal: [], save: [] }
  for (let time = 0; time < 3; time++)
    for (const what of ['journal', 'save']) times[what].push(await kept(page, tasks, typist, what))
  const middle = (all) => Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(all.map((one) => one[name]))]))
  return { journal: middle(times.journal), save: middle(times.save) }
}

function summary(frames, works) {
  const task = works.map((work) => work.task)
  const part = (name) => median(works.map((work) => work[name]))
  const over50 = frames.filter((ms) => ms > 50).length
  return {
    frame: { median: median(frames), p95: percentile(frames, 0.95), max: Math.max(...frames), over50 },
    task: { median: median(task), mean: mean(task), p95: percentile(task, 0.95), max: Math.max(...task) },
    parts: { script: part('script'), layout: part('layout'), style: part('style') },
  }
}
