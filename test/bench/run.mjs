// The bench of typing: every editor on every size, run after run in turn.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './figures.mjs'
import { hotFunctions } from './hot-functions.mjs'
import { servePages } from './serve-pages.mjs'
import { launch, measureTyping } from './typing.mjs'

/** The editors by name, and the page of each. */
export const EDITORS = {
  /** The editor pane with every plugin of the product, and its keeper over a host in a worker. */
  scholion: 'scholion.html',
  /** The same inside the whole window: lists, inspector, status bar. */
  window: 'scholion.html?window',
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

/** The runs of one editor as one: medians, of pauses those of all runs. Throws where a figure is no number. */
function over(runs) {
  const of = (pick) => {
    const value = median(runs.map(pick))
    if (!Number.isFinite(value)) throw new Error(`A figure is no number: ${pick}`)
    return value
  }
  const each = (group) => Object.fromEntries(Object.keys(runs[0][group]).map((key) => [key, of((run) => run[group][key])]))
  const { costs, notes, megabytes } = runs[0]
  const figures = {
    load: of((run) => run.load),
    heap: of((run) => run.heap),
    frame: each('frame'),
    task: each('task'),
    parts: each('parts'),
  }
  if (!costs) return { ...figures, runs: runs.map(brief) }
  const pauses = (what) => runs.flatMap((run) => run.pauses.filter((pause) => pause.what === what).map(({ ms }) => ms))
  const [journals, saves] = [pauses('journal'), pauses('save')]
  const journal = journals.length > 0 ? median(journals) : null
  const save = median(saves)
  if (!Number.isFinite(save)) throw new Error('No save fell into the typing: the figures would be too good.')
  const quiet = figures.task.median
  const atPace = quiet + (journal ?? 0) / (PACE.keys * PACE.journal) + save / (PACE.keys * PACE.save)
  const keeping = { journal, save, journals: journals.length / runs.length, atPace, costs: each('costs') }
  return { ...figures, keeping, notes, megabytes, runs: runs.map(brief) }
}

function brief({ load, heap, frame, task, pauses }) {
  return { load, heap, frame, task, ...(pauses ? { pauses } : {}) }
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
