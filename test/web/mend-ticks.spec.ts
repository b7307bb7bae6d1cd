// What was mended without a tag is seen on the sheet, once nobody types.
import type { Page } from '@playwright/test'
import { enter, openLetter, picture, putLetter, sign, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const ticks = (page: Page) => text(page).locator('.silent-mend')

/** Where the lines of the sheet stand. */
const places = (page: Page) =>
  text(page)
    .locator('.block')
    .evaluateAll((blocks) =>
      blocks.flatMap((block) => {
        const range = document.createRange()
        range.selectNodeContents(block)
        const { left, top, right, bottom } = range.getBoundingClientRect()
        return [left, top, right, bottom]
      }),
    )

test.beforeEach(async ({ page, scholion, collection }) => {
  putLetter(collection, 'Dear John,\n\nFirst tbe weather, then the mini-\n\nYours ever\n')
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

/** “tbe” becomes “the”, by hand. */
async function mend(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let at = 0; at < 'First tb'.length; at++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('h')
  await expect(text(page)).toContainText('First the weather')
}

test('a word that was mended by typing gets a tick when nobody types, which moves nothing, and says what the machine read', async ({
  page,
}) => {
  await expect(ticks(page)).toHaveCount(0)
  await mend(page)
  const before = await places(page)
  await expect(ticks(page)).toHaveText('the')
  await expect(ticks(page)).toHaveAttribute('title', 'The machine read “tbe”.')
  // words that are drawn in two pieces end on another 64th of a pixel
  const moved = (await places(page)).map((at, index) => Math.abs(at - before[index]!))
  expect(Math.max(...moved)).toBeLessThan(0.1)
  await picture(page, 'mend-ticks')
  // typing goes on where it was
  await page.keyboard.type('y')
  await expect(text(page)).toContainText('First thye weather')
})

test('it goes when the word reads again as the machine read it, by hand, by undo or by the command', async ({ page }) => {
  await mend(page)
  await expect(ticks(page)).toHaveCount(1)
  await page.keyboard.press('Backspace')
  await page.keyboard.type('b')
  await expect(ticks(page)).toHaveCount(0)
  await expect(text(page)).toContainText('First tbe weather')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(text(page)).not.toContainText('First thy weather')
  await expect(text(page)).toContainText('First tbe weather')
  await expect(ticks(page)).toHaveCount(0)
  await mend(page)
  await expect(ticks(page)).toHaveCount(1)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('restore the machine')
  await page.keyboard.press('Enter')
  await expect(text(page)).toContainText('First tbe weather')
  await expect(ticks(page)).toHaveCount(0)
})

test('ticks are hidden and shown by the View menu, and it is remembered', async ({ page }) => {
  await mend(page)
  await expect(ticks(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: /ticks/ }).click()
  await expect(ticks(page)).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(sign(page)).toHaveText(/^Saved/)
  await page.reload()
  await openLetter(page)
  await expect(text(page)).toContainText('First the weather')
  await page.keyboard.press('Alt+Shift+3')
  await expect(ticks(page)).toHaveText('the')
})
