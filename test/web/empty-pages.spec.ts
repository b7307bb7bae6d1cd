import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter, putLetter, TRANSCRIPT, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test.describe('a page without words can be typed on', () => {
  for (const [what, bytes] of [
    ['an empty file', ''],
    ['a file that holds a byte order mark only', '\ufeff'],
    ['a file of blanks', ' \n\n'],
  ] as const)
    test(what, async ({ page, scholion, collection }) => {
      putLetter(collection, Buffer.from(bytes))
      await enter(page, scholion.address)
      await openLetter(page)
      await expect(page.getByTestId('where')).toContainText('page 1 of 1')
      await page.locator('.ProseMirror').focus()
      await page.keyboard.type('Nothing stands here.')
      await expect(text(page).locator('.page').first()).toHaveText('Nothing stands here.')
      await page.keyboard.press('Control+s')
      await expect(page.getByTestId('keeping')).toContainText('Saved')
      expect(readFileSync(join(collection, TRANSCRIPT), 'utf8')).toContain('Nothing stands here.')
    })

  test('the one between two form feeds, and the words stand there alone', async ({ page, scholion, collection }) => {
    putLetter(collection, 'one\f\ftwo\n')
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(text(page).locator('.page')).toHaveText(['one', '', 'two'])
    await text(page).locator('.page').nth(1).click()
    await page.keyboard.type('between')
    await expect(text(page).locator('.page')).toHaveText(['one', 'between', 'two'])
    await expect(page.getByTestId('where')).toContainText('page 2 of 3')
  })

  test('the one whose only words were lifted into the margin', async ({ page, scholion, collection }) => {
    putLetter(collection, 'one\fwritten\ftwo\n')
    await enter(page, scholion.address)
    await openLetter(page)
    await text(page).locator('.page').nth(1).click()
    await page.keyboard.press('Control+m')
    await page.keyboard.press('0')
    await page.keyboard.press('Escape')
    await expect(page.locator('.margin-note')).toHaveCount(1)
    await text(page).locator('.page').nth(1).click()
    await page.keyboard.type('typed')
    await expect(text(page).locator('.page').nth(1)).toContainText('typed')
    await expect(text(page).locator('.page').nth(2)).toHaveText('two')
  })
})
