import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addressForAnother, bars, enter, expectOnDisk, fileText, openLetter, text, typeWords } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const ONE = 'Mr Buckley came.\n\nThen Mr Buckley left.\n\nMr Buckley!\n'

/** Opens a letter and saves it with a word more, so that it has a transcript. */
async function begin(page: Page, collection: string, letter: string): Promise<void> {
  await openLetter(page, letter)
  await typeWords(page, ' x')
  await page.keyboard.press('Control+S')
  await expectOnDisk(join(collection, `${letter}.tei.json`), 'came. x')
}

const tagsIn = (collection: string, letter: string) =>
  [...(fileText(join(collection, `${letter}.tei.json`)) ?? '').matchAll(/"persName"/g)].length

test('the same words are tagged alike, here and in the collection: each place in its line, handwriting only when it is ticked', async ({
  page,
  context,
  collection,
  scholion,
}) => {
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) writeFileSync(join(collection, name), ONE)
  await enter(page, scholion.address)
  await begin(page, collection, 'b.txt')
  await page.keyboard.press('Alt+w')
  // somebody has c open in another window; d was never opened
  const other = await context.newPage()
  await other.goto(await addressForAnother(page))
  await begin(other, collection, 'c.txt')
  await openLetter(page, 'a.txt')
  const hands = new Hands(page)
  // the third is in handwriting
  await hands.find('Mr Buckley!')
  await hands.press('Control+B', '1')
  await hands.press('Control+Home', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
  await hands.press('Control+Shift+P')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText('Mr Buckley')
  await hands.press('Enter')
  await expect(text(page).locator('.m-person')).toHaveText(['Mr Buckley'])

  await hands.press('Alt+Shift+A')
  const box = page.getByRole('dialog', { name: 'Tag all like it' })
  await expect(box.locator('.tag-places input')).toHaveCount(2)
  await expect(box.locator('.tag-places label', { hasText: 'Then Mr Buckley left' }).locator('input')).toBeChecked()
  await expect(box.locator('.tag-places label', { hasText: 'handwriting' }).locator('input')).not.toBeChecked()
  await box.getByLabel('In the collection').check()
  await expect(box.getByRole('status')).toContainText('8 of 9 are ticked')
  await look(page, '33-tag-alike')
  // one of b is unticked by key
  const last = box.locator('.tag-places label', { hasText: 'b.txt' }).last()
  await last.locator('input').focus()
  await hands.press('Space')
  await expect(box.getByRole('status')).toContainText('7 of 9 are ticked')
  await hands.press('Enter')

  await expect(text(page).locator('.m-person')).toHaveText(['Mr Buckley', 'Mr Buckley'])
  await expect(bars(page)).toContainText('4 places are tagged, person: Mr Buckley')
  await expect(bars(page)).toContainText('Nothing was changed in c.txt (it is open in another tab or window)')
  expect(tagsIn(collection, 'b.txt')).toBe(2)
  expect(tagsIn(collection, 'c.txt')).toBe(0)
  expect(fileText(join(collection, 'd.txt.tei.json'))).toBeNull()
  // in the open document it was one step
  await page.locator('.ProseMirror').focus()
  await hands.press('Control+Z')
  await expect(text(page).locator('.m-person')).toHaveText(['Mr Buckley'])
  await other.close()
})
