import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const DECISIONS = join(import.meta.dirname, '../../build/decisions')

test('each decision has a number of its own, without a hole, and its title says it', () => {
  const names = readdirSync(DECISIONS).sort()
  expect(names.map((name) => name.slice(0, 4))).toEqual(names.map((_, at) => String(at + 1).padStart(4, '0')))
  for (const name of names) {
    expect(readFileSync(join(DECISIONS, name), 'utf8').split('\n', 1)[0]).toContain(`# ${name.slice(0, 4)}: `)
  }
})
