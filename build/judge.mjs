// npm run judge [-- --papers] [--subject NAME]: what Scholion proposes and doubts, measured on the labelled papers of test/judged, in both halves.
// --papers: paper by paper besides, of the half that is worked from; of the other half there are totals alone.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { ROOT } from './root.mjs'

const { values } = parseArgs({ options: { papers: { type: 'boolean' }, subject: { type: 'string' }, json: { type: 'boolean' } } })
const { module } = await runnerImport(join(ROOT, 'test/judged/judge.ts'), { root: ROOT, configFile: false, logLevel: 'error' })
process.stdout.write(module.judge(values))
