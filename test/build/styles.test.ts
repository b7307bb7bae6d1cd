import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKOUT } from '../support/start-scholion.ts'

const STYLES = join(CHECKOUT, 'renderer/styles')
const CLASS = /\.([a-z][\w-]*)/g

/** The selectors of a stylesheet, each by itself. */
function selectorsOf(name: string): readonly string[] {
  const css = readFileSync(join(STYLES, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return [...css.matchAll(/([^{};]+)\{/g)].flatMap(([, list]) => list!.split(',').map((one) => one.trim()))
}
const classesIn = (selector: string) => [...selector.matchAll(CLASS)].map(([, name]) => name!)

it('what the sheet calls something, no other stylesheet gives a look of its own everywhere', () => {
  const sheet = new Set(selectorsOf('editor.css').flatMap(classesIn))
  const others = readdirSync(STYLES).filter((name) => name !== 'editor.css')
  const everywhere = others.flatMap((file) =>
    selectorsOf(file)
      .filter((selector) => /^\.[\w-]+$/.test(selector) && sheet.has(selector.slice(1)))
      .map((selector) => `${file}: ${selector}`),
  )
  expect(everywhere).toEqual([])
})
