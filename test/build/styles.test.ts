import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PEN_STROKES } from '../../renderer/editor/signs-in-words.ts'
import { STYLE } from '../../shared/export/html/style.ts'
import { ATOM_NAMES } from '../../shared/vocabulary/atoms.ts'
import { MARGIN_NAMES } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS } from '../../shared/vocabulary/marks.ts'
import { ROLE_NAMES, type RoleName } from '../../shared/vocabulary/roles.ts'
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

it('everything that can be stated of words has a look of its own on the sheet', () => {
  const selectors = selectorsOf('editor.css')
  const lookless = [
    ...MARK_NAMES.map((name) => `.m-${MARKS[name].className}`),
    // a line end is a line end, and the point of a note is nothing
    ...ATOM_NAMES.filter((name) => name !== 'lb').map((name) => `.a-${name}`),
    ...MARGIN_NAMES.filter((name) => name !== 'note').map((name) => `.margin-note[data-kind="${name}"]`),
    ...Object.entries(PEN_STROKES).flatMap(([name, at]) => (at === 'words' ? [`.m-passage[data-pen="${name}"]`] : [])),
  ].filter((wanted) => !selectors.some((selector) => selector.startsWith(wanted)))
  expect(lookless).toEqual([])
})

it('no two kinds of tag differ by their colour alone', () => {
  const css = readFileSync(join(STYLES, 'editor.css'), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const rules = [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, list, body]) => ({
    selectors: list!.split(',').map((one) => one.trim()),
    body: body!.replaceAll(/\s+/g, ' ').replaceAll(/(color-mix\([^()]*(\([^()]*\)[^()]*)*\)|var\(--[\w-]+\))/g, 'COLOUR'),
  }))
  const looks = new Map<string, string[]>()
  for (const name of MARK_NAMES) {
    const own = `.m-${MARKS[name].className}`
    const look = rules
      .flatMap(({ selectors, body }) => selectors.map((selector) => ({ selector, body })))
      .filter(({ selector }) => selector === own || selector.startsWith(`${own}::`))
      .map(({ selector, body }) => `${selector.slice(own.length)}{${body.replaceAll(/(^|;) ?color: COLOUR;?/g, '$1')}}`)
      .join('')
    looks.set(look, [...(looks.get(look) ?? []), name])
  }
  expect([...looks.values()].filter((names) => names.length > 1)).toEqual([])
})

/** What the reading edition sets as it sets any paragraph: these say what they are by their words, or by where they stand. */
const AS_ANY_PARAGRAPH: readonly RoleName[] = [
  'our-reference',
  'your-reference',
  'salutation',
  'item',
  'copies-paragraph',
  'minute-number',
  'postscript',
  'telegram-preamble',
  'telegram-wire',
  'telegram-distribution',
]

it('every role has a look of its own in the reading edition, or is known to be set as any paragraph', () => {
  const plain = ROLE_NAMES.filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(STYLE))
  expect(plain).toEqual(ROLE_NAMES.filter((name) => AS_ANY_PARAGRAPH.includes(name)))
})
