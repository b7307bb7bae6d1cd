// Reads the JSON reports of the two test runners. A run that failed without a failed test (a file that does not load, a fixture that
// broke, no report at all) counts as one failure, so that "0 failed" is never printed over a red run.
import { readFileSync } from 'node:fs'

/** The parsed report, or null where none was written or it cannot be read. */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** `{ passed, failed, skipped }` of vitest's JSON report. */
export function ofVitest(report, exit) {
  const broken = report?.testResults?.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 0
  const failed = (report?.numFailedTests ?? 0) + broken
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return settle({ passed: report?.numPassedTests ?? 0, failed, skipped }, exit)
}

/** `{ passed, failed, skipped }` of Playwright's JSON report. A test that passed only when tried again counts as failed. */
export function ofPlaywright(report, exit) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  return settle({ passed: expected, failed: unexpected + flaky, skipped }, exit)
}

export function addTallies(...tallies) {
  const sum = (key) => tallies.reduce((all, tally) => all + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

function settle(tally, exit) {
  return exit !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
