// The bench of comparing: how long it takes to lay a corrected paper beside its machine transcript.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { median, shown, table } from './figures.mjs'

/** In ms, for 100,000 words of which one in ten was changed. */
const MOST = 300

/** `{sizes: [{words, changes, side, list, rates}]}`: ms of processor time, medians over the runs after one that warms up. */
export async function runCompare({ root, words, runs, tell }) {
  const { module } = await runnerImport(join(root, 'test/bench/compared.ts'), { root, configFile: false, logLevel: 'error' })
  const sizes = words.map((size) => {
    module.timeCompare(size)
    const all = Array.from({ length: runs }, () => module.timeCompare(size))
    const of = (name) => median(all.map((one) => one[name]))
    const figures = { words: size, changes: of('changes'), side: of('side'), list: of('list'), rates: of('rates') }
    tell(`${size} words: ${shown(figures.side)} ms`)
    return figures
  })
  return { sizes }
}

export function reportCompare({ machine, sizes }) {
  const head = ['words', 'changes', 'side by side, ms', 'list of changes, ms', 'error rates, ms']
  const rows = sizes.map(({ words, changes, side, list, rates }) => [words, changes, shown(side), shown(list), shown(rates)])
  const slow = sizes.filter(({ words, side }) => words <= 100_000 && side > MOST)
  const verdict = slow.length === 0 ? `At most ${MOST} ms for 100,000 words, as it should be.` : `Slower than ${MOST} ms.`
  return `${table([head, ...rows])}\n\n${verdict} ${machine.cores} cores, Node ${machine.node}.\n`
}
