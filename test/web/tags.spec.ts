import type { Locator, Page } from '@playwright/test'
import { atRest } from '../support/at-rest.ts'
import { expect, test } from '../support/fixtures.ts'
import { nobodyAsks } from '../support/settings.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

/** Opens the letter by mouse and tags “Gutman” in “Monsieur Gutman” as a person. */
async function tagged(page: Page, address: string): Promise<Locator> {
  await page.goto(address.replace('/#', '/?checks#'))
  await nobodyAsks(page)
  await page.getByRole('button', { name: LETTER }).click()
  await expect(page.locator('.ProseMirror .body')).toContainText('Gutman')
  await doubleClick(page, 'Gutman')
  // 0: who it is, is not stated
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.press('0')
  const tag = page.locator('.block .m-person')
  await expect(tag).toHaveText('Gutman')
  return tag
}

/** Double-clicks the first such word of the text, as a hand would: by its place on the screen. */
async function doubleClick(page: Page, word: string): Promise<void> {
  const place = await atRest(() => placeOf(page, word))
  await page.mouse.dblclick((place.left + place.right) / 2, (place.top + place.bottom) / 2)
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(word)
}

async function placeOf(page: Page, word: string) {
  const place = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.ProseMirror .body')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      range.startContainer.parentElement!.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, top, bottom }
    }
    return null
  }, word)
  if (!place) throw new Error(`${word} does not stand in the text`)
  return place
}

test('overtyping a tagged word keeps the tag on every letter', async ({ page, scholion }) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.type('Guttman')
  await expect(tag).toHaveText('Guttman')
})

test('changing its last letter keeps the tag', async ({ page, scholion }) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await expect(tag).toHaveText('Gutma')
  await page.keyboard.type('nn')
  await expect(tag).toHaveText('Gutmann')
})

test('changing its first letter keeps the tag', async ({ page, scholion }) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Delete')
  await expect(tag).toHaveText('utman')
  await page.keyboard.type('G')
  await expect(tag).toHaveText('Gutman')
})

test('replacing it by a command keeps the tag', async ({ page, scholion }) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.press('Control+Shift+S')
  await page.keyboard.press('m')
  await page.getByLabel('Should read').fill('Gutmann')
  await page.keyboard.press('Enter')
  await expect(tag).toHaveText('Gutmann')
  await expect(page.locator('.block .m-correction')).toHaveText('Gutmann')
})

test('deleting it sends the tag to the tray, never to the same name elsewhere; a person puts it where it belongs', async ({
  page,
  scholion,
}) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.press('Delete')
  await expect(tag).toHaveCount(0)
  await page.getByRole('tab', { name: 'Unattached 1' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('person was on “Gutman”')
  await doubleClick(page, 'Gutman')
  await page.getByRole('button', { name: 'Attach to the selection' }).click()
  await expect(tag).toHaveText('Gutman')
  await expect(page.getByRole('tabpanel')).toContainText('No lost anchors')
})

test('undo brings back a deleted name with its tag', async ({ page, scholion }) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.press('Delete')
  await expect(tag).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(tag).toHaveText('Gutman')
})

test('words are cut from one paragraph and pasted into another with their tag', async ({ page, scholion }) => {
  const tag = await tagged(page, scholion.address)
  await page.keyboard.press('Control+X')
  await expect(tag).toHaveCount(0)
  await doubleClick(page, 'crucial')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+V')
  await expect(tag).toHaveText('Gutman')
  await expect(page.locator('.block', { has: page.locator('.m-person') })).toContainText('matter of Gutmancrucial importance')
})

test('a whole sitting by mouse: role from the inspector, a note lifted from the menu and put back', async ({
  page,
  scholion,
}) => {
  await tagged(page, scholion.address)
  await page.getByText('Sea John,').click()
  await page.getByLabel('Role').selectOption('salutation')
  await expect(page.getByTestId('where')).toContainText('salutation')
  await page.getByRole('button', { name: 'Margin', exact: true }).click()
  await page.getByRole('menuitem', { name: /To the margin/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /handwriting, writer not known/ })
    .click()
  await expect(page.locator('.margin-note')).toHaveText('Sea John,')
  await expect(page.locator('.margin-note')).toBeVisible()
  await page.getByRole('tab', { name: /Notes/ }).click()
  await page.getByRole('option', { name: /Sea John/ }).click()
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByRole('button', { name: 'Put it back into the text' }).click()
  await expect(page.locator('.margin-note')).toHaveCount(0)
  await expect(page.locator('.block[data-role="salutation"]')).toHaveText('Sea John,')
})

test('a page begun in sight has its number at once, and notes lifted on it are drawn', async ({ page, scholion }) => {
  await tagged(page, scholion.address)
  await page.getByText('Sea John,').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('group', { name: 'Page 2' })).toContainText('Sea John,')
  await page.keyboard.press('Control+m')
  await page.keyboard.press('0')
  await expect(page.locator('.margin-note')).toBeVisible()
})
