import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly resolved?: string
  readonly integrity?: string
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'))
const entries = Object.entries(lock.packages as Record<string, Entry>).filter(([path]) => path !== '')
const names = new Set(entries.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))

// Where Scholion is built: a lock that was made on one of them often lacks the others, and nobody there can `npm ci`.
const SYSTEMS = {
  'linux-x64': /linux-x64(-gnu)?$/,
  'linux-arm64': /linux-arm64(-gnu)?$/,
  'darwin-arm64': /darwin-arm64$/,
  'win32-x64': /win32-x64(-msvc)?$/,
}

const families = entries.flatMap(([path, { optionalDependencies = {} }]) => {
  const natives = Object.keys(optionalDependencies).filter((name) => /(linux|darwin|win32)-(x64|arm64)/.test(name))
  return natives.length > 0 ? [{ family: path.replace('node_modules/', ''), natives }] : []
})

describe('package-lock.json', () => {
  it('knows the families of native packages that the tools are made of', () => {
    expect(families.map(({ family }) => family)).toEqual(expect.arrayContaining(['@biomejs/biome', 'rolldown', 'typescript']))
  })

  describe.each(families)('holds $family', ({ natives }) => {
    it.each(Object.entries(SYSTEMS))('for %s', (_system, pattern) => {
      const meant = natives.filter((name) => pattern.test(name))
      expect(meant).toHaveLength(1)
      expect(names).toContain(meant[0])
    })
  })

  it('names no registry but the public one, and every package by its integrity', () => {
    const hosts = new Set(entries.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).host] : [])))
    expect([...hosts].filter((host) => host !== 'registry.npmjs.org')).toEqual([])
    expect(entries.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([])
  })
})
