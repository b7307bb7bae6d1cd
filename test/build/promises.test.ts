import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKOUT } from '../support/start-scholion.ts'

const readme = readFileSync(join(CHECKOUT, 'README.md'), 'utf8')
const section = readme.slice(readme.indexOf('## What is promised now'), readme.indexOf('## Commands'))
const promises = section.split(/\n(?=\d+\. \*\*)/).slice(1)

/** The tests that a promise names: `file`: title, parted by a middle dot. */
function guardsOf(promise: string): readonly { readonly file: string; readonly title: string }[] {
  const named = promise.replaceAll(/\s+/g, ' ').matchAll(/`(test\/[\w./-]+\.ts)`: ([^·]+?)(?= ·|\)\s*$|\)$)/g)
  return Array.from(named, ([, file = '', title = '']) => ({ file, title: title.trim() }))
}

it('thirteen promises stand in the README, each with a test that guards it', () => {
  expect(promises.map((one) => Number.parseInt(one, 10))).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
  expect(promises.filter((one) => guardsOf(one).length === 0)).toEqual([])
})

/** Whether a test of this title stands in a source and is run: neither it nor what is around it is skipped, or still to be written. */
function isRun(source: string, title: string): boolean {
  const at = source.indexOf(title)
  if (at < 0) return false
  const begins = [...source.slice(0, at).matchAll(/\b(?:it|test|describe)((?:\.\w+)*)\(/g)].at(-1)
  const skips = /\.(skip|skipIf|todo|fixme|only)\b/
  if (!begins || skips.test(begins[1]!)) return false
  return !/\bdescribe(?:\.\w+)*\.(skip|fixme|todo)\(|\btest\.(skip|fixme)\(\s*(?:true\s*[,)]|\))/.test(source)
}

it('the tests that they name are there, and are run', () => {
  const missing = promises
    .flatMap(guardsOf)
    .filter(({ file, title }) => !existsSync(join(CHECKOUT, file)) || !isRun(readFileSync(join(CHECKOUT, file), 'utf8'), title))
  expect(missing).toEqual([])
})

it.each([
  ["it('one thing', () => {})", true],
  ["it.each([1])('one thing', () => {})", true],
  ["describe('all of it', () => { test('one thing', async () => {}) })", true],
  ["it.skip('one thing', () => {})", false],
  ["test.fixme('one thing', () => {})", false],
  ["it.todo('one thing')", false],
  ["describe.skip('all of it', () => { test('one thing', async () => {}) })", false],
  ["test('one thing', () => { test.skip(true, 'not here') })", false],
  ['// one thing', false],
])('of a test that is written %s it is known whether it is run', (source, run) => {
  expect(isRun(source, 'one thing')).toBe(run)
})

it('a promise whose test is gone, or that names none, is found', () => {
  expect(guardsOf('1. **x** (`test/a.spec.ts`: one thing · `test/b/c.test.ts`: another,\n   over two lines)')).toEqual([
    { file: 'test/a.spec.ts', title: 'one thing' },
    { file: 'test/b/c.test.ts', title: 'another, over two lines' },
  ])
  expect(guardsOf('1. **x** nothing here')).toEqual([])
})
