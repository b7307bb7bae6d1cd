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

it('the tests that they name are there', () => {
  const missing = promises
    .flatMap(guardsOf)
    .filter(({ file, title }) => !existsSync(join(CHECKOUT, file)) || !readFileSync(join(CHECKOUT, file), 'utf8').includes(title))
  expect(missing).toEqual([])
})

it('a promise whose test is gone, or that names none, is found', () => {
  expect(guardsOf('1. **x** (`test/a.spec.ts`: one thing · `test/b/c.test.ts`: another,\n   over two lines)')).toEqual([
    { file: 'test/a.spec.ts', title: 'one thing' },
    { file: 'test/b/c.test.ts', title: 'another, over two lines' },
  ])
  expect(guardsOf('1. **x** nothing here')).toEqual([])
})
