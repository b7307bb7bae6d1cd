// The bench of doubts: what dictionaries take to load and to hold, and what doubts of 1,000 words cost then.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { shown, table } from './figures.mjs'

const LOAD = 1000
const MEGABYTES = 60
const THOUSAND = 100

/** `{languages: [{language, load, megabytes}], papers: [{words, doubts, perThousand, first}]}`; ms of processor time, the median of seven rounds and the first of them. */
export async function runDoubts({ root }) {
  const { module } = await runnerImport(join(root, 'test/bench/doubts-measured.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  return module.measureDoubts(root)
}

/** The figures as text for people. */
export function reportDoubts({ machine, languages, papers }) {
  const kept = (is, words) => `${is ? 'kept  ' : 'MISSED'}  ${words}`
  const all = languages.reduce((sum, { megabytes }) => sum + megabytes, 0)
  const slowest = Math.max(...papers.map(({ perThousand }) => perThousand))
  return [
    `${machine.cores} cores (${machine.cpu}), Node ${machine.node}. ms of processor time.`,
    table([['dictionary', 'load', 'MB'], ...languages.map((one) => [one.language, shown(one.load), shown(one.megabytes)])]),
    table([
      ['paper', 'words', 'doubts', 'ms for 1,000 words', 'the first time'],
      ...papers.map((one, at) => [at + 1, one.words, one.doubts, shown(one.perThousand), shown(one.first)]),
    ]),
    kept(
      languages.every(({ load }) => load <= LOAD),
      `each is loaded within ${LOAD} ms`,
    ),
    kept(all <= MEGABYTES, `together they hold ${shown(all)} MB (at most ${MEGABYTES})`),
    kept(slowest <= THOUSAND, `doubts of 1,000 words take ${shown(slowest)} ms at most (${THOUSAND})`),
    '',
  ].join('\n')
}
