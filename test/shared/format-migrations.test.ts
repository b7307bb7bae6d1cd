import { describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../shared/format/migrations/index.ts'
import { leadsTo, type Migration } from '../../shared/format/migrations/migrate.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { VERSION } from '../../shared/format/version.ts'
import { done, failed } from '../../shared/model/result.ts'
import { fixtures, SAMPLE } from '../support/format-sample.ts'

/** The migrations that no fixture runs. */
function unrun(migrations: readonly Migration[], version: number, texts: readonly string[]): readonly string[] {
  const left = new Set(migrations.map(({ name }) => name))
  const watched = migrations.map((migration) => ({
    ...migration,
    up: (tree: Parameters<Migration['up']>[0]) => {
      left.delete(migration.name)
      return migration.up(tree)
    },
  }))
  for (const text of texts) expect(parseTranscript(text, { version, migrations: watched })).toMatchObject({ ok: true })
  return [...left]
}

describe('migrations', () => {
  const planted: Migration = { from: 1, name: 'status is called approved', up: (tree) => done({ ...tree, status: 'approved' }) }

  test('lead from version 1 to this one without a gap, and each is run by an old file', () => {
    expect(leadsTo(MIGRATIONS, VERSION)).toBe(true)
    expect(unrun(MIGRATIONS, VERSION, fixtures)).toEqual([])
  })

  test('that no old file runs are found (a planted one)', () => {
    expect(unrun([planted], 2, [SAMPLE.replace('"version": 1', '"version": 2')])).toEqual([planted.name])
    expect(unrun([planted], 2, fixtures)).toEqual([])
    expect(leadsTo([planted], 3)).toBe(false)
    expect(leadsTo([{ ...planted, from: 2 }], 2)).toBe(false)
  })

  test('bring an old file up to date without touching what came in', () => {
    const result = parseTranscript(SAMPLE, { version: 2, migrations: [planted] })
    expect(result).toMatchObject({ ok: true, value: { status: 'approved' } })
  })

  test('that fail or throw are told, with their number and name', () => {
    const fails: Migration = { ...planted, up: () => failed('x', 'there was no status.') }
    const throws: Migration = {
      ...planted,
      up: () => {
        throw new Error('a bug')
      },
    }
    for (const migration of [fails, throws]) {
      expect(parseTranscript(SAMPLE, { version: 2, migrations: [migration] })).toMatchObject({
        ok: false,
        fault: {
          tag: 'migration-failed',
          sentence: expect.stringMatching(/step 1 \(status is called approved\) failed: (there was no status|a bug)/),
        },
      })
    }
  })
})
