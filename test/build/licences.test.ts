import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLicences, isAllowed } from '../../build/licences.mjs'
import { put, tempTree } from './temp-tree.ts'

const lock = (entries: Record<string, object>) => JSON.stringify({ packages: { '': { name: 'x' }, ...entries } })

describe('the licence check', () => {
  it('finds nothing wrong with the packages of Scholion', () => {
    expect(checkLicences(join(import.meta.dirname, '../..'))).toEqual([])
  })

  it('names a package under a licence that is not allowed, at runtime or as a tool', () => {
    const root = tempTree({
      'package-lock.json': lock({
        'node_modules/fine': { version: '1.0.0', license: 'MIT' },
        'node_modules/copyleft': { version: '2.0.0', license: 'GPL-3.0-only' },
        'node_modules/fine/node_modules/@deep/tool': { version: '3.0.0', license: 'AGPL-3.0', dev: true },
      }),
    })
    expect(checkLicences(root)).toEqual([
      'copyleft 2.0.0 (runtime): its licence is GPL-3.0-only',
      '@deep/tool 3.0.0 (tool): its licence is AGPL-3.0',
    ])
  })

  it('believes the installed package more than the lock, and takes none stated for none', () => {
    const root = tempTree({
      'package-lock.json': lock({
        'node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/b': { version: '1.0.0' },
      }),
    })
    put(root, 'node_modules/a/package.json', '{"license":"SSPL-1.0"}')
    expect(checkLicences(root)).toEqual([
      'a 1.0.0 (runtime): its licence is SSPL-1.0',
      'b 1.0.0 (runtime): its licence is not stated',
    ])
  })

  it('allows some licences to tools and to fonts only', () => {
    expect(isAllowed('MPL-2.0', 'lightningcss', true)).toBe(true)
    expect(isAllowed('MPL-2.0', 'lightningcss', false)).toBe(false)
    expect(isAllowed('CC-BY-4.0', 'caniuse-lite', true)).toBe(true)
    expect(isAllowed('CC-BY-4.0', 'caniuse-lite', false)).toBe(false)
    expect(isAllowed('OFL-1.1', '@fontsource/courier-prime', false)).toBe(true)
    expect(isAllowed('OFL-1.1', 'a-library', false)).toBe(false)
  })

  it('needs one side of an OR and both sides of an AND', () => {
    expect(isAllowed('(MIT OR GPL-3.0)', 'a', false)).toBe(true)
    expect(isAllowed('MIT AND GPL-3.0', 'a', false)).toBe(false)
    expect(isAllowed('MIT AND ISC', 'a', false)).toBe(true)
  })
})
