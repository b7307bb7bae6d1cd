// Where notes are called on the sheet: after the last word of their passage, once; and a note in pieces is one note.
import type { Page } from '@playwright/test'
import { placeOf } from '../support/at-rest.ts'
import { expect } from '../support/fixtures.ts'
import { test as base } from './editor-harness/served.ts'

const test = base.extend<{ sheet: Page }>({
  sheet: async ({ page, harness, watched: _ }, use) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(harness)
    await page.waitForFunction(() => window.harness !== undefined)
    await page.evaluate(() => window.harness.openCalled())
    await use(page)
  },
})

/** The lines of the text, with the number or letter of each call in brackets where it is drawn. */
const called = (page: Page) =>
  page.locator('.ProseMirror .body .block').evaluateAll((blocks) => {
    const read = (node: Node): string => {
      if (!(node instanceof HTMLElement)) return node.textContent ?? ''
      const { sign, letter } = node.dataset
      const inside = [...node.childNodes].map(read).join('')
      return node.matches('[data-a]') && (sign || letter) ? `${inside}[${sign ?? ''}${letter ?? ''}]` : inside
    }
    return blocks.map(read)
  })

const PIECES = ['five1', 'five2', 'five3', 'five4', 'five5']
const note = (page: Page, id: string) => page.locator(`.margin-note[data-id="${id}"]`)

test('a number stands once, after the last word: over paragraphs, over a page turn, two on the same words; a point calls again', async ({
  sheet,
}) => {
  await expect
    .poll(() => called(sheet))
    .toEqual([
      'Before one two',
      'three[1] after same words[2][3] end.',
      'Again [4]and again[4].',
      'What goes on',
      'overleaf[5] ends here[6].',
    ])
  for (const [id, number] of [
    ['long', '1'],
    ['a', '2'],
    ['b', '3'],
    ['twice', '4'],
    ['over', '5'],
    ['last', '6'],
  ] as const)
    await expect(note(sheet, id)).toHaveAttribute('data-sign', number)
  await sheet.screenshot({ path: test.info().outputPath('calls.png') })
})

test('where the words overleaf go, the number comes back to the page before, and the next ones count on', async ({ sheet }) => {
  await expect.poll(() => called(sheet)).toContain('overleaf[5] ends here[6].')
  await sheet.evaluate(() => window.harness.caret('b5', 0, 'overleaf '.length))
  await sheet.keyboard.press('Delete')
  await expect.poll(() => called(sheet)).toEqual(expect.arrayContaining(['What goes on[5]', 'ends here[6].']))
  await sheet.keyboard.press('Control+z')
  await expect.poll(() => called(sheet)).toEqual(expect.arrayContaining(['What goes on', 'overleaf[5] ends here[6].']))
})

test('a note in five pieces is read as one: in its order, one below the other, with one badge and one caption', async ({
  sheet,
}) => {
  const boxes = async () => Promise.all(PIECES.map(async (id) => placeOf(note(sheet, id))))
  await expect
    .poll(async () => (await boxes()).every(({ top }, at, all) => at === 0 || Math.abs(top - all[at - 1]!.bottom) < 2))
    .toBe(true)
  expect(await sheet.evaluate(() => window.harness.faults())).toEqual([])
  const told = await sheet
    .locator('.margin-note[data-kind="note"]')
    .evaluateAll((all) =>
      all.map((one) => [(one as HTMLElement).dataset.badge ?? '', (one as HTMLElement).dataset.caption ?? '']),
    )
  expect(told).toEqual([
    ['MT', ''],
    ['', ''],
    ['', ''],
    ['', ''],
    ['', 'comment'],
  ])
  await sheet.screenshot({ path: test.info().outputPath('pieces.png') })
})

test('folded, it has one letter at its first piece, and is called once', async ({ sheet }) => {
  await sheet.setViewportSize({ width: 800, height: 800 })
  await expect
    .poll(() => called(sheet))
    .toEqual(expect.arrayContaining(['three[a] after same words[c][d] end.', 'What goes on[f]', 'overleaf[5] ends here[a].']))
  const letters = () =>
    sheet.locator('.body [data-a^="five"]').evaluateAll((all) => all.flatMap((one) => (one as HTMLElement).dataset.letter ?? []))
  const own = await note(sheet, 'five1').getAttribute('data-letter')
  expect(await letters()).toEqual([own])
  for (const id of PIECES.slice(1)) await expect(note(sheet, id)).not.toHaveAttribute('data-letter')
  await sheet.screenshot({ path: test.info().outputPath('folded.png') })
})
