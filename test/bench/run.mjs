// The bench of typing: every editor on every size, run after run in turn.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './figures.mjs'
import { hotFunctions } from './hot-functions.mjs'
import { servePages } from './serve-pages.mjs'
import { launch, measureTyping } from './typing.mjs'

/** The editors by name, and the page of each. */
export const EDITORS = {
  /** The editor pane with every plugin of the product, and its saver over a host in a worker. */
  scholion: 'scholion.html',
  /** The same inside the whole window: lists, inspector, status bar. */
  window: 'scholion.html?window',
  /** The window over a paper with 2,000 notes and 10,000 annotations to 100,000 words, with everything open: list of documents, list of notes, find bar. */
  annotated: 'scholion.html?window&full',
  codemirror: 'codemirror.html',
  contenteditable: 'contenteditable.html',
}

/** How fast somebody types who types without a pause: a journal comes every 2 s then, and a save every 30 s. */
const PACE = { keys: 6, journal: 2, save: 30 }

/** `{chromium, sizes: [{words, editors: {name: figures}}], hot}`; each figure is the median over the runs. */
export async function runTyping({ root, chromium: executable, editors, words, runs, keys, pace, profile, tell }) {
  const served = await servePages(root)
  if (profile) mkdirSync(profile, { recursive: true })
  const hot = []
  let chromium = ''
  try {
    const sizes = []
    for (const size of words) {
      const measured = Object.fromEntries(editors.map((name) => [name, []]))
      for (let run = 1; run <= runs; run++) {
        for (const name of editors) {
          const file = profile ? join(profile, `${name}-${size}-${run}.cpuprofile`) : null
          const browser = await launch(executable)
          try {
            chromium = browser.version()
            const what = { browser, address: served.address, page: EDITORS[name], words: size, keys, pace, profile: file }
            const figures = await measureTyping(what)
            measured[name].push(figures)
            tell(`${size} words, run ${run} of ${runs}, ${name}: median ${figures.frame.median.toFixed(1)} ms a key`)
          } finally {
            await browser.close()
          }
          if (file) hot.push({ editor: name, words: size, run, file, functions: hotFunctions(file, keys) })
        }
      }
      sizes.push({ words: size, editors: compared(Object.fromEntries(editors.map((name) => [name, over(measured[name])]))) })
    }
    return { chromium, sizes, ...(profile ? { hot } : {}) }
  } finally {
    served.close()
  }
}

/** The runs of one editor as one: the median of every figure. Throws where a figure is no number. */
function over(runs) {
  const merged = medians(runs)
  if (!merged.keeping) return { ...merged, runs }
  const { journal, save } = merged.keeping
  const atPace = merged.task.median + journal.work / (PACE.keys * PACE.journal) + save.work / (PACE.keys * PACE.save)
  return { ...merged, keeping: { ...merged.keeping, atPace }, runs }
}

function medians(all) {
  if (typeof all[0] === 'object')
    return Object.fromEntries(Object.keys(all[0]).map((key) => [key, medians(all.map((one) => one[key]))]))
  const value = median(all)
  if (!Number.isFinite(value)) throw new Error(`A figure is no number: ${all}`)
  return value
}

/** Ratios to CodeMirror, where it was measured. */
function compared(editors) {
  const base = editors.codemirror
  if (!base) return editors
  const times = (figures) => ({ median: figures.frame.median / base.frame.median, p95: figures.frame.p95 / base.frame.p95 })
  return Object.fromEntries(
    Object.entries(editors).map(([name, figures]) => [name, { ...figures, toCodeMirror: times(figures) }]),
  )
}
