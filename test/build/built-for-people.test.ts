import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildIfStale } from '../../build/bundle.mjs'
import { ROOT } from '../../build/root.mjs'

it('what a test builds is what people use, not a build for tests or for development', () => {
  buildIfStale()
  const assets = join(ROOT, 'dist/renderer/assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  // React says this to its developers alone
  for (const name of scripts)
    expect(readFileSync(join(assets, name), 'utf8'), name).not.toContain('without an `onChange` handler')
}, 120_000)
