import type { Page } from '@playwright/test'
import { changeOutside, enter, expectOnDisk, openLetter, putLetter, sign, text, typeWords } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { slowDisk } from '../support/slow-disk.ts'

const box = (page: Page) => page.getByRole('dialog')
const said = (page: Page) => page.locator('.status .said')

test('what is typed after Alt+B, before both versions are shown, goes into no text', async ({ page, scholion, collection }) => {
  const file = putLetter(collection)
  const saving = await slowDisk(page, 'writeTranscript')
  const disk = await slowDisk(page, 'readTranscript')
  await enter(page, scholion.address)
  await openLetter(page)
  await typeWords(page, ' common')
  await expectOnDisk(file, ' common')
  await expect(sign(page)).toHaveText(/^Saved/)
  saving.hold()
  await page.keyboard.type(' mine')
  changeOutside(file, 'Dear John', 'Dear Sir John')
  await saving.answer()
  await expect(page.locator('.bars')).toContainText('changed the file of this document while you worked')
  disk.hold()
  await page.keyboard.press('Alt+b')
  await disk.asked()
  await page.keyboard.type('stray')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await disk.answer()
  await expect(box(page)).toContainText('What differs: 1 block')
  await page.keyboard.press('Escape')
  await expect(box(page)).toHaveCount(0)
  await expect(text(page)).toContainText('Dear John, common mineFirst the weather')
})

test('who does not want to wait for the earlier versions goes back to the text with Esc, and they do not come later', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const disk = await slowDisk(page, 'listHistory')
  await enter(page, scholion.address)
  await openLetter(page)
  for (const words of [' one', ' two']) {
    await typeWords(page, words)
    await page.keyboard.press('Control+s')
    await expectOnDisk(file, words)
    await expect(sign(page)).toHaveText(/^Saved/)
  }
  disk.hold()
  await page.keyboard.press('Alt+h')
  await disk.asked()
  await expect(said(page)).toContainText('Esc goes back to the text')
  await page.keyboard.press('Escape')
  await expect(said(page)).toHaveText('')
  await page.keyboard.type(' three')
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/readHistory'))
  await disk.answer()
  await answered
  await expectOnDisk(file, ' one two three')
  await expect(box(page)).toHaveCount(0)
  await page.keyboard.press('Alt+h')
  await expect(box(page)).toContainText('Which earlier version?')
})
