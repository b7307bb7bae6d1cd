import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const NAME = 'minute.txt'

test('a note whose paragraph is deleted says that it has lost its place, and leads to where it waits; undo takes that back', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), 'Dear John,\n\nThe mission will go. Not settled\n\nYours ever,\n')
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('mission')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+E')
  await page.keyboard.type('Not settled')
  await page.keyboard.press('Escape')
  await expect(page.locator('.margin-note')).toHaveCount(1)
  await page.locator('.ProseMirror .block').nth(1).click({ clickCount: 3 })
  await page.keyboard.press('Delete')
  const bars = page.locator('.bars')
  await expect(bars).toContainText('Editor’s note (“mission”) has lost its place')
  await bars.getByRole('button', { name: 'Show where it waits' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('mission')
  await expect(page.getByRole('tabpanel').getByRole('button').first()).toBeFocused()
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+z')
  await expect(bars).not.toContainText('has lost its place')
  await expect(page.locator('.margin-note')).toHaveCount(1)
})

test('a letter that cannot be opened takes nothing away: the one that is open stays open', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), 'Dear John,\n')
  writeFileSync(join(collection, 'scan.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 0, 0, 0, 4]))
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' still here')
  await page.keyboard.press('Alt+l')
  await page.getByRole('button', { name: /^scan\.txt/ }).click()
  await expect(page.locator('.bars')).toContainText(`${NAME} stays open.`)
  await expect(page.locator('.ProseMirror .block')).toHaveText(['Dear John, still here'])
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', and on')
  await expect(page.locator('.ProseMirror .block')).toHaveText(['Dear John, still here, and on'])
})

test('a file dragged over the window and a rename say why they are not possible', async ({ page, scholion, collection }) => {
  writeFileSync(join(collection, NAME), 'Dear John,\n\nThe mission will go. Not settled\n\nYours ever,\n')
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const said = page.getByRole('status')
  // a file over the window
  await page.evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['x'], 'x.txt'))
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer: files, bubbles: true, cancelable: true }))
  })
  await expect(said.filter({ hasText: 'Files are not taken by dragging' })).toHaveCount(1)
  await page.keyboard.press('Alt+l')
  await page.locator('.documents button').first().focus()
  await page.keyboard.press('F2')
  await expect(said.filter({ hasText: 'A letter keeps the name of its file' })).toHaveCount(1)
})
