import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PEN_STROKES, SHEET_SIGNS } from '../../renderer/editor/signs-in-words.ts'
import { Signs } from '../../renderer/help/signs.tsx'
import { STYLE } from '../../shared/export/html/style.ts'
import { ATOM_NAMES } from '../../shared/vocabulary/atoms.ts'
import { MARGIN_NAMES } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { ROLE_NAMES, type RoleName } from '../../shared/vocabulary/roles.ts'
import { CHECKOUT } from '../support/start-scholion.ts'

const STYLES = join(CHECKOUT, 'renderer/styles')
/** The parts of the sheet's own stylesheet, in the order in which it imports them. */
const SHEET = Array.from(
  readFileSync(join(STYLES, 'editor.css'), 'utf8').matchAll(/@import "\.\/([\w-]+\.css)";/g),
  ([, name]) => name!,
)
const CLASS = /\.([a-z][\w-]*)/g

/** A stylesheet without its comments. */
const cssOf = (name: string) => readFileSync(join(STYLES, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')

/** The selectors of a stylesheet, each by itself. */
function selectorsOf(name: string): readonly string[] {
  const css = cssOf(name)
  return [...css.matchAll(/([^{};]+)\{/g)].flatMap(([, list]) => list!.split(',').map((one) => one.trim()))
}
const classesIn = (selector: string) => [...selector.matchAll(CLASS)].map(([, name]) => name!)

it('what the sheet calls something, no other stylesheet gives a look of its own everywhere', () => {
  const sheet = new Set(SHEET.flatMap(selectorsOf).flatMap(classesIn))
  const others = readdirSync(STYLES).filter((name) => name.endsWith('.css') && name !== 'editor.css' && !SHEET.includes(name))
  const everywhere = others.flatMap((file) =>
    selectorsOf(file)
      .filter((selector) => /^\.[\w-]+$/.test(selector) && sheet.has(selector.slice(1)))
      .map((selector) => `${file}: ${selector}`),
  )
  expect(everywhere).toEqual([])
})

it('everything that can be stated of words has a look of its own on the sheet', () => {
  const selectors = SHEET.flatMap(selectorsOf)
  const lookless = [
    ...MARK_NAMES.map((name) => `.m-${MARKS[name].className}`),
    // a line end is a line end, and the point of a note is nothing
    ...ATOM_NAMES.filter((name) => name !== 'lb').map((name) => `.a-${name}`),
    ...MARGIN_NAMES.filter((name) => name !== 'note').map((name) => `.margin-note[data-kind="${name}"]`),
    ...Object.entries(PEN_STROKES).flatMap(([name, at]) => (at === 'words' ? [`.m-passage[data-pen="${name}"]`] : [])),
  ].filter((wanted) => !selectors.some((selector) => selector.startsWith(wanted)))
  expect(lookless, 'each needs a rule in renderer/styles/editor-*.css').toEqual([])
})

/** What the tables of marks, of what stands in the line and of the margin have rows for. */
const BY_TABLES = /\.(m-|a-|margin-note)/

it('whatever the sheet writes or draws of its own has its row among the signs in the guide, and no row tells of what it does not draw', () => {
  const rows = Object.keys(SHEET_SIGNS)
  const drawn = SHEET.flatMap((name) =>
    [...cssOf(name).matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, list, body]) =>
      list!
        .split(',')
        .map((one) => one.trim())
        // words that it writes; what a fact of a block or page looks like; classes that are put on words and nothing else
        .filter(
          (one) =>
            /content: (?!none|"";)/.test(body!) ||
            /\.(block|page)\[[^\]]+\](::\w+)?$/.test(one) ||
            /^\.(silent-mend|unseen)/.test(one),
        ),
    ),
  )
  const tells = (selector: string) => rows.some((row) => selector.includes(row))
  expect(
    drawn.filter((one) => !BY_TABLES.test(one) && !tells(one)),
    'each needs a row in SHEET_SIGNS, renderer/editor/signs-in-words.ts',
  ).toEqual([])
  expect(rows.filter((row) => !drawn.some((one) => one.includes(row)))).toEqual([])
  const guide = renderToStaticMarkup(createElement(Signs))
  for (const { label } of Object.values(SHEET_SIGNS)) expect(guide).toContain(`<strong>${label}</strong>`)
})

it('no two kinds of tag differ by their colour alone', () => {
  const css = SHEET.map(cssOf).join('\n')
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
  const alike = [...looks.values()].filter((names) => names.length > 1)
  expect(alike, 'these look the same in renderer/styles/editor-*.css but for their colour').toEqual([])
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
  const said = 'each needs a rule in shared/export/html/style.ts, or a line in AS_ANY_PARAGRAPH above'
  expect(plain, said).toEqual(ROLE_NAMES.filter((name) => AS_ANY_PARAGRAPH.includes(name)))
})

/** What the reading edition tells by signs of its own, by an element that browsers set apart, or not at all (names and dates). */
const WITHOUT_RULE: readonly MarkName[] = [
  'emendation',
  'supplied',
  'add',
  'del',
  'persName',
  'orgName',
  'placeName',
  'title',
  'event',
  'term',
  'cited',
  'foreign',
  'date',
  'withheld',
]

it('every mark has a look of its own in the reading edition, or is known to need none', () => {
  const plain = MARK_NAMES.filter((name) => !new RegExp(`\\.${MARKS[name].className}(?![\\w-])`).test(STYLE))
  const said = 'each needs a rule in shared/export/html/style.ts, or a line in WITHOUT_RULE above'
  expect(plain, said).toEqual(MARK_NAMES.filter((name) => WITHOUT_RULE.includes(name)))
})
