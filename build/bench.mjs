// npm run bench [-- typing] [options]: what a keystroke costs in Scholion, in CodeMirror and in a plain contenteditable, on the same text.
// npm run bench -- collection [options]: how long it is from a click on a document until it is painted, in a collection of thousands.
// npm run bench -- long [options]: what a text costs that is long in one piece: one page, one line.
// npm run bench -- growth [options]: what a letter costs import and export in a folder of few, and of very many.
// npm run bench -- compare [options]: how long it takes to lay a paper beside its machine transcript.
// npm run bench -- doubts [options]: what dictionaries take, and what doubts of 1,000 words cost.
// npm run bench -- start [options]: how long it is from the launch until a letter is painted.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { reportCollection, runCollection } from '../test/bench/collection.mjs'
import { reportCompare, runCompare } from '../test/bench/compare.mjs'
import { reportDoubts, runDoubts } from '../test/bench/doubts.mjs'
import { reportGrowth, runGrowth } from '../test/bench/growth.mjs'
import { LONG, reportLong, runLong } from '../test/bench/long.mjs'
import { report as reportTyping } from '../test/bench/report.mjs'
import { EDITORS, runTyping } from '../test/bench/run.mjs'
import { reportStart, runStart } from '../test/bench/start.mjs'
import { buildIfStale } from './bundle.mjs'
import { findOrInstallBrowser } from './find-browser.mjs'
import { referenceTool } from './find-electron-to-pack.mjs'
import { ROOT } from './root.mjs'

const HELP = `npm run bench [-- typing] [options]

  --words 2000,20000   sizes of the document (2000,20000,100000,500000)
  --editors A,B        of ${Object.keys(EDITORS).join(', ')}
  --runs N             interleaved runs, each in a fresh browser (3)
  --keys N             measured keys in a run (300)
  --pace N             N keys a second, as a person types; else as fast as frames come
  --smoke              2000 words, one run, 60 keys; fails if a key did not arrive or a figure is no number
  --profile FOLDER     a CPU profile of each typing, and the functions that took the time
  --json               one JSON value on stdout, nothing else

npm run bench -- start [--runs N] [--json]

  From the launch until a letter is painted, for the page and for the desktop window.

npm run bench -- long [--texts A,B] [--kilobytes N] [--runs N] [--keys N] [--profile FOLDER] [--smoke] [--json]

  A machine transcript that is one page (638 kB), or one line (600 kB): the longest task and the keys, from opening it to undoing a paste of it.

npm run bench -- collection [--documents N] [--json]

  A collection of N letters (5000): from a click until the letter is painted, and whether the list scrolls without a long task.

npm run bench -- compare [--words A,B] [--runs N] [--json]

  A paper of so many words, one in ten of them changed, beside its machine transcript.

npm run bench -- growth [--sizes A,B,C] [--json]

  What a letter costs \`scholion import\` and \`scholion export\` in folders of so many letters (500,5000,20000); told as a ratio.

npm run bench -- doubts [--json]

  What the dictionaries take to load and to hold, and what doubts of 1,000 words that were never seen cost then.
`

const BENCHES = ['typing', 'long', 'start', 'collection', 'growth', 'compare', 'doubts']
/** The options of the benches that do not type. */
const OPTIONS = {
  start: ['runs', 'json', 'help'],
  collection: ['documents', 'json', 'help'],
  growth: ['sizes', 'json', 'help'],
  compare: ['words', 'runs', 'json', 'help'],
  doubts: ['json', 'help'],
  long: ['texts', 'kilobytes', 'runs', 'keys', 'profile', 'smoke', 'json', 'help'],
}
/** The options that the bench of typing has not. */
const NOT_TYPING = ['documents', 'texts', 'kilobytes', 'sizes']

/** The benches that need no browser. */
const NO_BROWSER = new Set(['growth', 'compare', 'doubts'])

class Usage extends Error {}

function wanted(argv) {
  const number = (text, name) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new Usage(`--${name} wants a whole number, not “${text}”.`)
    return value
  }
  const string = { type: 'string' }
  const flag = { type: 'boolean' }
  const options = { words: string, editors: string, runs: string, keys: string, pace: string, profile: string }
  const others = { documents: string, sizes: string, texts: string, kilobytes: string }
  let parsed
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { ...options, ...others, smoke: flag, json: flag, help: flag },
    })
  } catch (error) {
    throw new Usage(error.message)
  }
  const { values, positionals } = parsed
  const [bench = 'typing', more] = positionals
  const unknown = BENCHES.includes(bench) ? more : bench
  if (unknown) throw new Usage(`There is no bench “${unknown}”; there are: ${BENCHES.join(', ')}, one at a time.`)
  const strangeOption = Object.keys(values).find((name) =>
    OPTIONS[bench] ? !OPTIONS[bench].includes(name) : NOT_TYPING.includes(name),
  )
  if (strangeOption) throw new Usage(`The bench “${bench}” has no --${strangeOption}.`)
  const editors = (values.editors ?? Object.keys(EDITORS).join()).split(',')
  const strange = editors.find((name) => !Object.hasOwn(EDITORS, name))
  if (strange !== undefined) throw new Usage(`There is no editor “${strange}”; there are: ${Object.keys(EDITORS).join(', ')}.`)
  const texts = (values.texts ?? Object.keys(LONG).join()).split(',')
  const noText = texts.find((name) => !Object.hasOwn(LONG, name))
  if (noText !== undefined) throw new Usage(`There is no text “${noText}”; there are: ${Object.keys(LONG).join(', ')}.`)
  const { smoke = false, json = false, help = false, profile = null } = values
  return {
    bench,
    help,
    json,
    profile,
    editors,
    words: (values.words ?? (smoke ? '2000' : '2000,20000,100000,500000')).split(',').map((text) => number(text, 'words')),
    runs: number(values.runs ?? (smoke ? 1 : 3), 'runs'),
    keys: number(values.keys ?? (smoke ? 60 : 300), 'keys'),
    texts,
    kilobytes: values.kilobytes || smoke ? number(values.kilobytes ?? 60, 'kilobytes') : null,
    documents: number(values.documents ?? 5000, 'documents'),
    sizes: (values.sizes ?? '500,5000,20000').split(',').map((text) => number(text, 'sizes')),
    pace: values.pace === undefined ? null : number(values.pace, 'pace'),
  }
}

async function main() {
  const { bench, help, json, ...asked } = wanted(process.argv.slice(2))
  if (help) return void process.stdout.write(HELP)
  const { given, measure, report } = {
    start: starting,
    collection: collecting,
    growth,
    compare: comparing,
    doubts,
    long,
    typing,
  }[bench](asked)
  const result = await measure({
    chromium: NO_BROWSER.has(bench) ? null : findOrInstallBrowser(),
    tell: (line) => process.stderr.write(`${line}\n`),
  })
  const { model } = cpus()[0] ?? { model: 'unknown' }
  const whole = {
    machine: { cores: cpus().length, cpu: model.trim(), node: process.version, chromium: result.chromium },
    ...given,
    ...result,
  }
  process.stdout.write(json ? `${JSON.stringify(whole)}\n` : report(whole))
}

function typing({ documents: _, sizes: _sizes, texts: _texts, kilobytes: _kilobytes, ...given }) {
  return { given, measure: (parts) => runTyping({ root: ROOT, ...parts, ...given }), report: reportTyping }
}

function long({ texts, kilobytes, runs, keys, profile }) {
  const given = { texts, kilobytes, runs, keys: Math.min(keys, 60) }
  return { given: { runs }, measure: (parts) => runLong({ root: ROOT, ...parts, ...given, profile }), report: reportLong }
}

function starting({ runs }) {
  buildIfStale()
  return { given: { runs }, measure: (parts) => runStart({ ...parts, runs, tool: referenceTool() }), report: reportStart }
}

function collecting({ documents }) {
  buildIfStale()
  return { given: { documents }, measure: (parts) => runCollection({ ...parts, documents }), report: reportCollection }
}

function comparing({ words, runs }) {
  return { given: { runs }, measure: (parts) => runCompare({ root: ROOT, ...parts, words, runs }), report: reportCompare }
}

function growth({ sizes }) {
  buildIfStale()
  return { given: {}, measure: (parts) => runGrowth({ ...parts, sizes }), report: reportGrowth }
}

function doubts() {
  return { given: {}, measure: () => runDoubts({ root: ROOT }), report: reportDoubts }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(error instanceof Usage ? 2 : 1)
})
