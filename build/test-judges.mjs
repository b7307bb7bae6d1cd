// npm run test:judges: every kind of TEI export before jing (tei_all of the reference folder) and xmllint. Ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ROOT } from './root.mjs'
import { ofVitest, readReport } from './tally.mjs'

const SCHEMA = join(resolve(ROOT, process.env.SCHOLION_REFERENCE ?? '../shared'), 'data', 'schemas', 'tei_all-4.12.0.rng')
const JUDGES = { jing: 'jing', xmllint: 'libxml2-utils' }
// the property tests' own transcripts, in each way of giving corrections
const RUNS = '500'
const CORRECTIONS = ['silent', 'marked', 'apparatus']

const say = (line) => process.stdout.write(`${line}\n`)
const isThere = (program) => spawnSync('which', [program]).status === 0

function end(passed, failed) {
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

function skip(why) {
  say(`No export was judged: ${why}`)
  end(0, 0)
}

/** One apt call for the judges that are missing. */
function findJudges() {
  const missing = Object.keys(JUDGES).filter((program) => !isThere(program))
  if (missing.length === 0) return true
  if (process.env.SCHOLION_NO_INSTALL === '1' || process.getuid?.() !== 0 || !isThere('apt-get')) return false
  const packages = missing.map((program) => JUDGES[program])
  const command = `apt-get update -q && apt-get install -q -y --no-install-recommends ${packages.join(' ')}`
  say(command)
  spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return Object.keys(JUDGES).every(isThere)
}

/** The sample collection by the command line, in every way of giving corrections, with and without queries. */
function exportSample(out) {
  const failures = []
  for (const correction of CORRECTIONS) {
    for (const queries of ['yes', 'no']) {
      const folder = join(out, `${correction}-${queries}`)
      const args = ['export', join(ROOT, 'corpus/prem19'), '--to', 'tei', '--out', folder]
      const options = ['--option', `correction=${correction}`, '--option', `queries=${queries}`]
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'build/scholion.mjs'), ...args, ...options], {
        encoding: 'utf8',
      })
      if (status !== 0) failures.push(`scholion export, corrections ${correction}: ${stderr}`)
    }
  }
  return failures
}

const editionsIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name))
    : []

function main() {
  if (!existsSync(SCHEMA)) skip('there is no reference folder with tei_all beside the checkout.')
  if (!findJudges()) skip('jing and xmllint (Debian: jing, libxml2-utils) are not here, and cannot be installed by this user.')
  const report = join(ROOT, 'test-results', 'judges.json')
  rmSync(report, { force: true })
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/shared/export-tei.test.ts',
    'test/shared/export-tei-notes.test.ts',
    'test/shared/export-tei-readings.test.ts',
    'test/shared/export-tei-traps.test.ts',
    '--reporter=default',
    '--reporter=json',
  ]
  const { status } = spawnSync(process.execPath, [...vitest, `--outputFile.json=${report}`], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SCHOLION_RUNS: RUNS },
  })
  const tally = ofVitest(readReport(report), status ?? 1)

  const out = mkdtempSync(join(tmpdir(), 'scholion-judges-'))
  const failures = exportSample(out)
  const sample = editionsIn(out)
  if (sample.length < CORRECTIONS.length * 2) failures.push('the sample collection gave too few editions')
  const all = [...sample, ...editionsIn(join(ROOT, 'test/golden')), ...editionsIn(join(ROOT, 'test-results/app'))]
  for (const [judge, ...args] of [
    ['jing', SCHEMA],
    ['xmllint', '--noout'],
  ]) {
    const judged = spawnSync(judge, [...args, ...all], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    if (judged.status !== 0) failures.push(`${judge}: ${(judged.stdout + judged.stderr).split('\n').slice(0, 10).join('\n')}`)
  }
  rmSync(out, { recursive: true, force: true })
  for (const failure of failures) say(failure)
  say(`${all.length} editions were judged besides: of the sample, the golden ones, and those of the desktop app’s stories.`)
  end(tally.passed + (failures.length === 0 ? all.length : 0), tally.failed + failures.length)
}

main()
