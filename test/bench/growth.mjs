// The bench of growth: what a letter costs `scholion import` and `scholion export` in a folder of few and in one of very many.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { shown, table } from './figures.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LETTER = 'richards-to-coles-1982-03-12.txt'
/** Files that one call is given, as `xargs` does it: more than a command line takes at once. */
const AT_ONCE = 1000
/** How much more a letter may cost in the largest folder than in the smallest. */
const MOST = 2

/**
 * `{load, sizes: [{documents, import, export}]}`: ms of processor time a letter, over the whole folder, starting the program counted out. What
 * other programs do meanwhile does not count, nor waiting for the disk.
 */
export function runGrowth({ sizes, tell }) {
  const idle = seconds(['--version'])
  const measured = sizes.map((documents) => {
    const place = mkdtempSync(join(tmpdir(), 'scholion-growth-bench-'))
    try {
      const folder = join(place, 'letters')
      mkdirSync(folder)
      const text = readFileSync(join(ROOT, 'corpus/prem19', LETTER))
      const names = Array.from({ length: documents }, (_, nth) => join(folder, `letter-${String(nth).padStart(5, '0')}.txt`))
      for (const name of names) writeFileSync(name, text)
      const state = join(place, 'state')
      let importing = 0
      for (let at = 0; at < names.length; at += AT_ONCE)
        importing += seconds(['import', ...names.slice(at, at + AT_ONCE)], state) - idle
      tell(`${documents} letters were imported in ${importing.toFixed(1)} s`)
      const exporting = seconds(['export', folder, '--to', 'tei', '--out', join(place, 'out')], state) - idle
      tell(`${documents} letters were exported in ${exporting.toFixed(1)} s`)
      return { documents, import: (importing * 1000) / documents, export: (exporting * 1000) / documents }
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
  return { load: loadavg()[0], sizes: measured }
}

/** Processor time that `scholion` takes for this. */
function seconds(args, state) {
  const told = join(mkdtempSync(join(tmpdir(), 'scholion-growth-time-')), 'ms')
  try {
    const env = { ...process.env, SCHOLION_BENCH_TIME: told, ...(state ? { SCHOLION_STATE_DIR: state } : {}) }
    const program = ['--import', pathToFileURL(join(ROOT, 'test/bench/processor-time.mjs')).href, join(ROOT, 'dist/node/cli.js')]
    const run = spawnSync(process.execPath, [...program, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    if (run.status !== 0) throw new Error(`scholion ${args[0]} ended with ${run.status}: ${String(run.stderr).slice(0, 500)}`)
    return Number(readFileSync(told, 'utf8')) / 1000
  } finally {
    rmSync(dirname(told), { recursive: true, force: true })
  }
}

/** The figures as text for people. */
export function reportGrowth({ machine, load, sizes }) {
  const [first, last] = [sizes[0], sizes.at(-1)]
  const kept = (what) => {
    const times = last[what] / first[what]
    return `${times <= MOST ? 'kept  ' : 'MISSED'}  ${what}: a letter among ${last.documents} costs ${times.toFixed(2)} times what it costs among ${first.documents} (at most ${MOST})`
  }
  return [
    `${machine.cores} cores (${machine.cpu}), Node ${machine.node}; load ${load.toFixed(1)}. ms of processor time a letter.`,
    table([['letters', 'import', 'export'], ...sizes.map((one) => [one.documents, shown(one.import), shown(one.export)])]),
    kept('import'),
    kept('export'),
    '',
  ].join('\n')
}
