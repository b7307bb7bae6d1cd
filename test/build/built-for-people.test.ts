import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildIfStale } from '../../build/bundle.mjs'
import { ROOT } from '../../build/root.mjs'

it('what a test builds is what people use, not a build for tests or for development', () => {
  buildIfStale()
  const page = readFileSync(join(ROOT, 'dist/renderer/index.html'), 'utf8')
  // scripts of earlier builds may lie beside those that the page loads
  const scripts = [...page.matchAll(/src="([^"]+\.js)"/g)].map(([, name]) => join(ROOT, 'dist/renderer', name!))
  expect(scripts.length).toBeGreaterThan(0)
  // React says this to its developers alone
  expect(scripts.filter((path) => readFileSync(path, 'utf8').includes('without an `onChange` handler'))).toEqual([])
}, 120_000)
