import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const TYPED = 'typed.txt'
const RICHARDS = 'richards-to-coles-1982-03-12.txt'
const BONE = 'bone-to-coles-1982-10-14.txt'
/** As wide as a typewriter's line can be on A4. */
const LINE = 'We have now heard that Mr Buckley and his colleagues will visit Bonn and Paris.'.padEnd(80, '.')

const sizeOf = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('.ProseMirror')!).fontSize))
const isFolded = (page: Page) => page.evaluate(() => document.querySelector('.ProseMirror')!.classList.contains('folded'))

for (const width of [1280, 1440, 1920, 2560])
  test(`a typed line of 80 letters stays one line at ${width} px, in letters that can be read`, async ({
    page,
    scholion,
    collection,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    writeFileSync(join(collection, TYPED), `${LINE}\n\n${LINE}\n`)
    await enter(page, scholion.address)
    await openLetter(page, TYPED)
    const block = page.locator('.block').first()
    // until its face is there the line is set in another, wider one
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const size = await sizeOf(page)
    expect(size).toBeGreaterThanOrEqual(14)
    await expect.poll(async () => (await block.boundingBox())!.height).toBeLessThan(size * 2)
    expect(await isFolded(page)).toBe(false)
    // at the width of a very large screen letters and margins are larger too
    const [stack, sheet] = [await page.locator('.editor-stack').boundingBox(), await page.locator('.sheet').boundingBox()]
    expect(stack!.width / sheet!.width).toBeGreaterThan(0.9)
    if (width === 2560) expect(size).toBeGreaterThan(18)
  })

test('at 1280 px no panel folds the margins; in a window under 1000 px they are at the foot of the page', async ({
  page,
  scholion,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  for (const key of ['Alt+n', 'Alt+l', 'Alt+i', 'Alt+Shift+d']) {
    await page.keyboard.press(key)
    expect(await isFolded(page), key).toBe(false)
  }
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 980, height: 800 })
  await expect.poll(() => isFolded(page)).toBe(true)
  await look(page, 'folded', 1)
})

test('the first paper has its line as the second has, and what is written at the head of a paper stands under it', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  const saysOf = (element: Element) => getComputedStyle(element, element.matches('.body') ? '::before' : '::after').content
  expect(await page.locator('.body').evaluate(saysOf)).toContain('letter · from F N Richards · to A J Coles · 12 Mar 1982')
  await page.keyboard.press('Alt+l')
  await openLetter(page, BONE)
  await expect(page.locator('.ProseMirror')).toContainText('Dear Francis:')
  expect(await page.locator('.body').evaluate(saysOf)).toContain('Paper: nothing stated of it yet')
  const hands = new Hands(page)
  await hands.find('Dear Francis:')
  await hands.press('Control+Shift+Enter')
  expect(await page.locator('.division').evaluate(saysOf)).toContain('New paper: nothing stated of it yet')
  await hands.press('Alt+Shift+h')
  await hands.type('Our headnote.')
  const note = page.locator('.margin-note').filter({ hasText: 'Our headnote.' })
  const boxes = async () => [
    (await page.locator('.division').boundingBox())!,
    (await note.boundingBox())!,
    (await page.locator('.division ~ .block').first().boundingBox())!,
  ]
  await expect.poll(async () => (await boxes())[1]!.y - (await boxes())[0]!.y).toBeGreaterThan(0)
  const [line, head, text] = await boxes()
  expect(head!.y).toBeGreaterThanOrEqual(line!.y + line!.height)
  expect(head!.y + head!.height).toBeLessThanOrEqual(text!.y + 1)
  await look(page, 'heads-of-papers')
})

test('the notes have the room left of the text until something stands there', async ({ page, scholion }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  const note = page.locator('.margin-note').filter({ hasText: 'think this will begin' })
  const width = async () => (await note.boundingBox())!.width
  const wide = await width()
  expect(wide).toBeGreaterThan(220)
  await note.click()
  await page
    .getByRole('button', { name: 'Details' })
    .or(page.getByRole('tab', { name: 'Details' }))
    .first()
    .click()
  await page.getByText('left margin', { exact: true }).first().click()
  await expect(note).toHaveClass(/left/)
  const [beside, text] = [(await note.boundingBox())!, (await page.locator('.block').first().boundingBox())!]
  expect(beside.x).toBeGreaterThan(0)
  expect(beside.x + beside.width).toBeLessThan(text.x)
  await page.locator('.ProseMirror').press('Control+z')
  await expect.poll(width).toBe(wide)
})
