// npm run fault-table: writes the table of faults into test/fault/README.md, from test/fault/rows.json. A test says when it was not run.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './root.mjs'

const README = join(ROOT, 'test', 'fault', 'README.md')
const [BEGIN, END] = ['<!-- table -->', '<!-- end of table -->']

/** The rows: `{ row, what, expected, tests: [{ file, title }], seen?, note? }`. */
export function readRows() {
  return JSON.parse(readFileSync(join(ROOT, 'test', 'fault', 'rows.json'), 'utf8'))
}

/** The README as it should be. */
export function withTable(readme, rows) {
  const [before, rest] = readme.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`test/fault/README.md has no place for the table (${BEGIN} … ${END})`)
  return `${before}${BEGIN}\n${table(rows)}\n${END}${after}`
}

function table(rows) {
  const head = ['| # | fault | what must happen | guarded by | seen to fail without its guard |', '|---|---|---|---|---|']
  const lines = rows.map(({ row, what, expected, tests, seen, note }) => {
    const guards = tests.map(({ file, title }) => `\`${file.replace(/^test\//, '')}\`: ${title}`)
    const told = [...guards, ...(note ? [note] : [])].map(cell).join('<br>')
    return `| ${row} | ${cell(what)} | ${cell(expected)} | ${told} | ${tests.length === 0 ? '' : seen ? 'yes' : 'not tried'} |`
  })
  return [...head, ...lines].join('\n')
}

function cell(text) {
  return text.replaceAll('|', '\\|')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(README, withTable(readFileSync(README, 'utf8'), readRows()))
