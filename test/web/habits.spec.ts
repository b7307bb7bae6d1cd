import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { atRest, placeOf } from '../support/at-rest.ts'
import { enter, openLetter, putLetter, typeWords } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

const facts = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const letterSize = (page: Page) =>
  page.locator('.ProseMirror').evaluate((sheet) => Number.parseFloat(getComputedStyle(sheet).fontSize))
const paper = (page: Page) => page.locator('.editor-stack').evaluate((sheet) => getComputedStyle(sheet).backgroundColor)

test('the sheet’s letters, light or dark, contrast and the panels’ widths are as they were left when the page is opened again', async ({
  page,
  scholion,
}) => {
  // room enough for a typed line beside a wider inspector: else its letters would be smaller
  await page.setViewportSize({ width: 1700, height: 900 })
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  const [usual, light] = [await letterSize(page), await paper(page)]
  const { width } = await atRest(() => placeOf(facts(page)))
  await page.keyboard.press('Alt+=')
  await page.keyboard.press('Alt+=')
  await expect.poll(() => letterSize(page)).toBe(usual * 1.25)
  await page.keyboard.press('Alt+Shift+V')
  await page.keyboard.press('d')
  await page.getByRole('separator', { name: 'Width of the inspector' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => placeOf(facts(page))).toMatchObject({ width: width + 32 })
  await expect.poll(() => paper(page)).not.toBe(light)
  await page.reload()
  await openLetter(page, LETTER)
  await expect.poll(() => letterSize(page)).toBe(usual * 1.25)
  await expect.poll(() => paper(page)).not.toBe(light)
  await expect.poll(() => placeOf(facts(page))).toMatchObject({ width: width + 32 })
  await page.keyboard.press('Alt+0')
  await expect.poll(() => letterSize(page)).toBe(usual)
})

test('a panel’s edge is dragged with the mouse, and pressed twice it is as at first', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  const { width } = await atRest(() => placeOf(facts(page)))
  const edge = page.getByRole('separator', { name: 'Width of the inspector' })
  const box = (await atRest(() => edge.boundingBox()))!
  await page.mouse.move(box.x + 3, 400)
  await page.mouse.down()
  await page.mouse.move(box.x - 56, 400, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await placeOf(facts(page))).width).toBeGreaterThan(width + 50)
  await edge.dblclick()
  await expect.poll(() => placeOf(facts(page))).toMatchObject({ width })
})

test('more contrast is nothing but black on white, and nothing stands in the way of assistive technology', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  for (const [theme, ground] of [
    ['l', 'rgb(255, 255, 255)'],
    ['d', 'rgb(0, 0, 0)'],
  ] as const) {
    await page.keyboard.press('Alt+Shift+V')
    await page.keyboard.press(theme)
    if (theme === 'l') {
      await page.keyboard.press('Alt+Shift+V')
      await page.keyboard.press('c')
    }
    await expect.poll(() => paper(page)).toBe(ground)
    expect(await axeFaults(page)).toEqual([])
  }
})

test('a letter is opened again where its caret was; Escape leads from the inspector back to it', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  const hands = new Hands(page)
  await hands.goToBlock('Subsequently, before lunch')
  const place = await hands.around()
  await page.keyboard.press('Alt+w')
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  await openLetter(page, LETTER)
  await expect.poll(() => hands.around()).toEqual(place)
  await page.keyboard.press('Alt+i')
  await expect(facts(page).getByRole('combobox').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Alt+Shift+I')
  await expect(facts(page)).toBeHidden()
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Alt+i')
  await expect(facts(page).getByRole('combobox').first()).toBeFocused()
})

test('a key of one’s own holds at once, stands in menu and help, and the action that lost it is named', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  await page.keyboard.press('Alt+Shift+F')
  const file = page.getByRole('textbox', { name: 'Keys of your own' })
  await expect(file).toBeFocused()
  await expect(file).toHaveValue(/# read: F7/)
  await page.keyboard.type('read: F2, F9\n')
  await expect(page.getByRole('status', { name: 'What is said of it' })).toContainText('F9 was the key of')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('F7')
  await expect(page.locator('.read-view')).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(page.locator('.read-view')).toHaveCount(1)
  await page.keyboard.press('F2')
  await page.reload()
  await openLetter(page, LETTER)
  await page.keyboard.press('F2')
  await expect(page.locator('.read-view')).toHaveCount(1)
  await page.keyboard.press('F2')
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: 'All keys' }).click()
  await expect(page.locator('.keys-list div', { hasText: 'Preview' })).toContainText('F2')
})

test('whoever knows Word has its keys by one choice: they hold at once, stand in the menu, and go again', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  const where = page.getByTestId('where')
  await page.keyboard.press('Control+Shift+K')
  await page.keyboard.press('w')
  await page.keyboard.press('Control+F2')
  await expect(page.locator('.read-view')).toHaveCount(1)
  await page.keyboard.press('Control+F2')
  await page.keyboard.press('Control+Shift+S')
  await page.keyboard.press('h')
  await expect(where).toContainText('heading')
  await page.keyboard.press('Control+Shift+K')
  await page.keyboard.press('s')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('s')
  await expect(where).toContainText('salutation')
})

test('words of one’s own list are written at the caret by one key, and one undo takes them out', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  await page.keyboard.press('Alt+Shift+T')
  await page.keyboard.press('0')
  await page.getByRole('textbox', { name: 'Words that you write often' }).fill('fcs = Foreign and Commonwealth Secretary')
  await page.keyboard.press('Control+Enter')
  const sheet = page.locator('.ProseMirror .body')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Alt+Shift+T')
  await page.keyboard.press('1')
  await expect(sheet).toContainText('Foreign and Commonwealth Secretary')
  await page.keyboard.press('Control+z')
  await expect(sheet).not.toContainText('Foreign and Commonwealth Secretary')
})

test('another editor takes over by one key: what was done until then keeps the name of who did it', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  for (const name of ['Ruth Bell', 'Anna Ash']) {
    await page.keyboard.press('Alt+Shift+W')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.keyboard.press('Enter')
  }
  const sign = page.getByRole('button', { name: /^editor:/ })
  await expect(sign).toHaveText('editor: AA')
  await typeWords(page, ' by Anna')
  await page.keyboard.press('Alt+Shift+W')
  await page.keyboard.press('1')
  await expect(sign).toHaveText('editor: RB')
  const revisions = () => JSON.parse(readFileSync(file, 'utf8')).revisions.map(({ who }: { who: string }) => who)
  await expect.poll(revisions).toEqual(['Anna Ash'])
  // who only looks has done nothing
  await page.keyboard.press('Alt+Shift+W')
  await page.keyboard.press('2')
  await expect(sign).toHaveText('editor: AA')
  await page.keyboard.press('Alt+Shift+W')
  await page.keyboard.press('1')
  await expect(sign).toHaveText('editor: RB')
  await typeWords(page, ' and Ruth')
  await page.keyboard.press('Control+S')
  await expect.poll(revisions).toEqual(['Anna Ash', 'Ruth Bell'])
  await expect
    .poll(() => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8')).editors)
    .toMatchObject([
      { name: 'Ruth Bell', initials: 'RB' },
      { name: 'Anna Ash', initials: 'AA' },
    ])
})

test('what pen marks mean here is written by hand, kept with the collection, and said of a mark in the inspector', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  await page.keyboard.press('Alt+Shift+M')
  const file = page.getByRole('textbox', { name: 'What pen marks mean here' })
  await expect(file).toBeFocused()
  await file.fill('wavy: disapproval | Collins 2006\nsquiggle: no | x')
  await expect(page.getByRole('status', { name: 'What is said of it' })).toContainText('Line 2: it begins with no pen mark')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  for (const key of ['Control+J', 'w', '0']) await page.keyboard.press(key)
  await page.keyboard.press('F9')
  await expect(facts(page)).toContainText('Here it means, an editor says: disapproval (Collins 2006).')
  await expect
    .poll(() => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8')).legend)
    .toEqual([{ mark: 'wavy', count: null, means: 'disapproval', source: 'Collins 2006' }])
})
