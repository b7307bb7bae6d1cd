import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, isFresh, readStamp } from '../../build/fingerprint.mjs'
import { withLock } from '../../build/lock.mjs'
import { publish } from '../../build/publish.mjs'
import { put, tempTree } from './temp-tree.ts'

describe('whether Scholion must be built again', () => {
  const tree = () => tempTree({ 'shared/a.ts': 'a', 'shared/b/c.ts': 'c', 'package.json': '{}' })

  it('must, when a source changed, came or went', () => {
    const root = tree()
    const seen = new Set([fingerprintOf(root)])
    for (const change of [
      () => put(root, 'shared/a.ts', 'A'),
      () => put(root, 'renderer/d.tsx', ''),
      () => put(root, 'package.json', '{"a":1}'),
      () => rmSync(join(root, 'shared/b/c.ts')),
    ]) {
      change()
      seen.add(fingerprintOf(root))
    }
    expect(seen.size).toBe(5)
  })

  it('need not, when a file was only touched, or is none of the sources', () => {
    const root = tree()
    const before = fingerprintOf(root)
    utimesSync(join(root, 'shared/a.ts'), new Date(), new Date(0))
    put(root, 'corpus/letter.txt', 'x')
    put(root, 'shared/.a.ts.swp', 'x')
    put(root, 'build/decisions/0001-a.md', 'x')
    expect(fingerprintOf(root)).toBe(before)
  })

  it('must, when a built file is gone, or the last build broke off', () => {
    const out = tempTree({ 'made/node/cli.js': 'cli', 'made/renderer/index.html': 'page' })
    publish(join(out, 'made'), out, 'f1', ['node/cli.js'])
    expect(isFresh(out, 'f1')).toBe(true)
    expect(isFresh(out, 'f2')).toBe(false)
    rmSync(join(out, 'node/cli.js'))
    expect(isFresh(out, 'f1')).toBe(false)
    expect(readStamp(join(out, 'nowhere'))).toEqual({ fingerprint: '', files: [] })
  })
})

describe('publishing a build', () => {
  it('replaces the last one, and keeps its files for a page that is open, one round long', () => {
    const out = tempTree()
    for (const round of ['1', '2', '3']) {
      put(out, 'made/renderer/index.html', round)
      put(out, `made/renderer/assets/${round}.js`, round)
      publish(join(out, 'made'), out, round, ['renderer/index.html'])
    }
    expect(readFileSync(join(out, 'renderer/index.html'), 'utf8')).toBe('3')
    expect(readdirSync(join(out, 'renderer/assets')).sort()).toEqual(['2.js', '3.js'])
    expect(readStamp(out).fingerprint).toBe('3')
  })
})

describe('two builds at once', () => {
  it('wait for each other', async () => {
    const path = join(tempTree(), 'dist/.building')
    const order: string[] = []
    const one = withLock(path, async () => {
      order.push('one begins')
      await new Promise(setImmediate)
      order.push('one ends')
    })
    const two = withLock(path, async () => void order.push('two'), { everyMs: 1 })
    await Promise.all([one, two])
    expect(order).toEqual(['one begins', 'one ends', 'two'])
    expect(existsSync(path)).toBe(false)
  })

  it('do not wait for one that was killed, or whose process number somebody else has long since', async () => {
    const path = join(tempTree(), '.building')
    writeFileSync(path, '999999999')
    expect(await withLock(path, async () => 'built')).toBe('built')
    writeFileSync(path, String(process.pid))
    utimesSync(path, new Date(0), new Date(0))
    expect(await withLock(path, async () => 'built')).toBe('built')
  })

  it('let go of the lock when a build fails', async () => {
    const path = join(tempTree(), '.building')
    const broken = withLock(path, async () => {
      throw new Error('does not compile')
    })
    await expect(broken).rejects.toThrow('does not compile')
    expect(existsSync(path)).toBe(false)
  })
})
