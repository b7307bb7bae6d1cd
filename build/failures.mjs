// What failed, once more at the end of `.ci/run`: of a long run only the last part may be kept, and a failure that stands far above is lost.
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './root.mjs'
import { readReport } from './tally.mjs'

const LINES = 30

/** Every test of vitest's JSON report that failed, and every file that did not load: `{ where, title, why, seconds }`. */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const where = relative(ROOT, file.name)
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    if (tests.length === 0) {
      return file.status === 'failed' ? [{ where, title: 'the file itself', why: readable(file.message), seconds: null }] : []
    }
    return tests.map((test) => ({
      where,
      title: test.fullName,
      why: readable((test.failureMessages ?? []).join('\n')),
      seconds: inSeconds(test.duration),
    }))
  })
}

/** The same of Playwright's JSON report, with what broke outside a test. */
export function failedInPlaywright(report) {
  const outside = (report?.errors ?? []).map((error) => ({
    where: error.location ? `${error.location.file}:${error.location.line}` : '',
    title: 'outside a test',
    why: readable(error.stack ?? error.message ?? ''),
    seconds: null,
  }))
  return [...outside, ...(report?.suites ?? []).flatMap(failedInSuite)]
}

function failedInSuite(suite) {
  const here = suite.specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => {
        const result = test.results.find((each) => each.status !== 'passed') ?? test.results[0]
        return {
          where: `${spec.file}:${spec.line}`,
          title: spec.title,
          why: readable((result?.errors ?? []).map((error) => error.stack ?? error.message ?? '').join('\n')),
          seconds: inSeconds(result?.duration),
        }
      }),
  )
  return [...here, ...(suite.suites ?? []).flatMap(failedInSuite)]
}

const inSeconds = (ms) => (typeof ms === 'number' ? Math.round(ms / 100) / 10 : null)

function readable(text = '') {
  const lines = text.replace(/\x1B\[[0-9;]*m/g, '').split('\n')
  return lines.length > LINES ? [...lines.slice(0, LINES), `… ${lines.length - LINES} lines more`].join('\n') : lines.join('\n')
}

const REPORTS = [
  ['test-results/unit.json', failedInVitest],
  ['test-results/web.json', failedInPlaywright],
  ['test-results/stories.json', failedInPlaywright],
  ['test-results/app/app.json', failedInPlaywright],
  ['test-results/judges.json', failedInVitest],
  ['test-results/fault.json', failedInVitest],
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, read] of REPORTS) {
    if (!existsSync(join(ROOT, file))) continue
    for (const { where, title, why, seconds } of read(readReport(join(ROOT, file)))) {
      process.stdout.write(`\n✗ ${where}: ${title}${seconds === null ? '' : ` (${seconds} s)`}\n${why}\n`)
    }
  }
}
