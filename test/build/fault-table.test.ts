import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRows, withTable } from '../../build/fault-table.mjs'
import { CHECKOUT } from '../support/start-scholion.ts'

interface Row {
  readonly row: number
  readonly what: string
  readonly expected: string
  readonly tests: readonly { readonly file: string; readonly title: string }[]
  readonly seen?: boolean
  readonly note?: string
}

const rows: readonly Row[] = readRows()
const textOf = (file: string) => readFileSync(join(CHECKOUT, file), 'utf8')

describe('the table of faults', () => {
  it('has every row once, in order, and each is guarded by a test or says why not', () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 62 }, (_, n) => n + 1))
    expect(rows.filter(({ tests, note }) => tests.length === 0 && !note).map(({ row, what }) => `${row} ${what}`)).toEqual([])
  })

  it('names tests that there are', () => {
    const missing = rows.flatMap(({ tests }) => tests).filter(({ file, title }) => !textOf(file).includes(title))
    expect(missing).toEqual([])
  })

  it('stands in the README as it is (npm run fault-table writes it)', () => {
    const readme = textOf('test/fault/README.md')
    expect(withTable(readme, rows)).toBe(readme)
  })
})
