import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decoder } from '../../electron/host/decoder.ts'
import { compare } from '../../shared/compare/compare.ts'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { parseRegisters, serialiseRegisters } from '../../shared/format/registers.ts'
import { decode } from '../../shared/import/decode.ts'
import { imported } from '../support/imported.ts'

const CHECKOUT = join(import.meta.dirname, '../..')
const CORPUS = join(CHECKOUT, 'corpus/prem19')
const SEEDS = join(resolve(CHECKOUT, process.env.SCHOLION_REFERENCE ?? '../shared'), 'seeds')

interface Manifest {
  readonly reference: string
  readonly files: readonly { readonly name: string; readonly seed: string; readonly sha256: string; readonly bytes: number }[]
}
const manifest = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as Manifest

describe.each(manifest.files)('the sample letter $name', ({ name, seed, sha256, bytes }) => {
  const own = readFileSync(join(CORPUS, name))

  test('is the file that the manifest names', () => {
    expect(own.length).toBe(bytes)
    expect(createHash('sha256').update(own).digest('hex')).toBe(sha256)
  })

  test.skipIf(!existsSync(SEEDS))(
    `is the machine transcript as it came, byte for byte (skipped where the reference folder is not there)`,
    () => {
      expect(own.equals(readFileSync(join(SEEDS, seed)))).toBe(true)
    },
  )

  test('is imported whole and differs in nothing', () => {
    const decoded = decode(own, decoder)
    if (!decoded.ok) throw new Error(decoded.fault.sentence)
    const transcript = imported(decoded.value.text)
    expect(checkCoverage(transcript)).toEqual([])
    expect(compare(transcript)).toEqual([])
  })
})

describe('the sample’s registers', () => {
  const text = readFileSync(join(CORPUS, 'collection.json'), 'utf8')
  const parsed = parseRegisters(text)

  test('open, and are saved as they stand', () => {
    expect(parsed.ok && serialiseRegisters(parsed.value)).toBe(text)
  })

  test('have the hands in the order of the digits that choose them', () => {
    expect(parsed.ok && parsed.value.hands.slice(0, 4).map(({ id }) => id)).toEqual(['mt', 'ajc', 'typewriter', 'print'])
    expect(parsed.ok && parsed.value.hands.every(({ badge }) => badge.length <= 4)).toBe(true)
  })

  test('cite no reference that nobody knows', () => {
    expect(manifest.reference).toBe('[reference not known]')
    expect(parsed.ok && parsed.value.description).toMatchObject({ reference: null, repository: null })
  })
})
