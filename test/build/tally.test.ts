import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failedInPlaywright, failedInVitest } from '../../build/failures.mjs'
import { addTallies, ofPlaywright, ofVitest, readReport } from '../../build/tally.mjs'
import { sumOf, writeEntry } from '../support/ledger.ts'
import { changedSince, takeOriginals } from '../support/originals.ts'
import { staysHere } from '../support/watch-page.ts'
import { put, tempTree } from './temp-tree.ts'

describe('the last line of a test run', () => {
  it('adds up both runners', () => {
    const unit = ofVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, testResults: [] }, 1)
    const web = ofPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 } }, 0)
    expect(addTallies(unit, web)).toEqual({ passed: 8, failed: 1, skipped: 3 })
  })

  it('counts a file that does not load, and a test that passed only at the second try', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(ofVitest({ numPassedTests: 5, numFailedTests: 0, testResults }, 1).failed).toBe(1)
    expect(ofPlaywright({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 } }, 0).failed).toBe(1)
  })

  it('never says "0 failed" over a run that failed', () => {
    expect(ofVitest(readReport('/no/such/report'), 1).failed).toBe(1)
    expect(ofPlaywright({ stats: { expected: 9, unexpected: 0 } }, 1)).toEqual({ passed: 9, failed: 1, skipped: 0 })
  })
})

describe('what failed, said once more at the end of a long run', () => {
  it('names each test that failed, with its reason in plain letters, and a file that does not load', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'one' },
      { status: 'failed', fullName: 'two', duration: 1240, failureMessages: ['\u001B[31mexpected 1\u001B[39m'] },
    ]
    const testResults = [
      { status: 'failed', name: '/x/a.test.ts', assertionResults },
      { status: 'failed', name: '/x/b.test.ts', message: 'no such module', assertionResults: [] },
    ]
    expect(failedInVitest({ testResults })).toMatchObject([
      { title: 'two', why: 'expected 1', seconds: 1.2 },
      { title: 'the file itself', why: 'no such module' },
    ])
  })

  it('finds a browser test in the suites within suites, and what broke outside of tests', () => {
    const spec = (title: string, status: string) => ({
      title,
      file: 'a.spec.ts',
      line: 7,
      tests: [{ status, results: [{ status: 'failed', duration: 60_000, errors: [{ message: 'not there' }] }] }],
    })
    const suites = [{ specs: [spec('one', 'expected')], suites: [{ specs: [spec('two', 'unexpected')] }] }]
    expect(failedInPlaywright({ suites, errors: [{ message: 'no browser' }] })).toEqual([
      { where: '', title: 'outside a test', why: 'no browser', seconds: null },
      { where: 'a.spec.ts:7', title: 'two', why: 'not there', seconds: 60 },
    ])
    expect(failedInVitest(null)).toEqual([])
  })
})

describe('the ledger of what no browser test may do', () => {
  it('sums what the tests wrote, and takes an entry that lacks a number for an error', () => {
    const folder = join(tempTree(), 'ledger')
    expect(sumOf(folder).entries).toBe(0)
    writeEntry('a/b', { violations: 1, offLoopback: 0, originalWrites: 2 }, folder)
    writeEntry('c', { violations: 0, offLoopback: 3, originalWrites: 0 }, folder)
    expect(sumOf(folder)).toEqual({ violations: 1, offLoopback: 3, originalWrites: 2, entries: 2 })
    put(folder, 'd.json', '{"violations":0}')
    expect(() => sumOf(folder)).toThrow(/d\.json has no offLoopback/)
  })

  it('knows what leaves this computer', () => {
    for (const here of [
      'http://127.0.0.1:4/a',
      'http://localhost/',
      'http://[::1]:9/',
      'data:,x',
      'blob:http://127.0.0.1/1',
      'about:blank',
    ]) {
      expect(staysHere(here)).toBe(true)
    }
    for (const away of ['https://fonts.example/a.css', 'http://127.0.0.1.example/', 'wss://example.org/'])
      expect(staysHere(away)).toBe(false)
  })

  it('sees an original that was written, even with the same words, or that went; not a transcript', () => {
    const folder = tempTree({ 'a.txt': 'a', 'b/c.txt': 'c', 'd.txt': 'd', 'a.txt.tei.json': '{}' })
    const before = takeOriginals(folder)
    expect(changedSince(folder, before)).toEqual([])
    put(folder, 'a.txt.tei.json', '{"changed":true}')
    put(folder, 'new.txt', '')
    expect(changedSince(folder, before)).toEqual([])
    put(folder, 'b/c.txt', 'C')
    expect(changedSince(folder, before)).toEqual([join('b', 'c.txt')])
  })
})
