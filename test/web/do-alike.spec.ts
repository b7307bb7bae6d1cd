import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const NAME = 'papers.txt'
const HEAD = 'BRACKLEY PAPERS'

test('what was done to one block is done to all alike, each looked at first, and one undo takes it back', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), `${HEAD}\n\nDear John,\n\n${HEAD}\n\nThank you.\n\n${HEAD}\n\nYours ever,\n\n${HEAD}\n`)
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const blocks = page.locator('.ProseMirror .block')
  const box = page.getByRole('dialog', { name: 'Do it to all alike' })
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+Shift+B')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is stated of this block yet' })).toBeVisible()
  await page.keyboard.press('Control+b')
  await page.keyboard.type('running')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+Shift+B')
  await expect(box).toContainText('3 of 3 are ticked')
  await expect(box.getByLabel('What')).toHaveValue('0')
  // three times the same words on one page: the lines next to them tell the places apart
  await expect(box.locator('.mention')).toContainText([
    'Dear John, ⏎ BRACKLEY PAPERS ⏎ Thank you.',
    'Thank you. ⏎ BRACKLEY PAPERS ⏎ Yours ever,',
    'Yours ever, ⏎ BRACKLEY PAPERS',
  ])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: test.info().outputPath(`do-alike-${colorScheme}.png`) })
  }
  // the second is left out
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(box).toContainText('2 of 3 are ticked')
  await page.keyboard.press('Enter')
  await expect(box).toHaveCount(0)
  await page.keyboard.press('Alt+Shift+B')
  await expect(box).toContainText('1 of 1 are ticked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Alt+Shift+B')
  await expect(box).toContainText('3 of 3 are ticked')
  await page.keyboard.press('Escape')
  // set aside one, then all alike
  await page.keyboard.press('Control+Shift+X')
  await page.keyboard.press('6')
  await expect(blocks).toHaveCount(6)
  await page.keyboard.press('Alt+Shift+B')
  await expect(box.getByLabel('What')).toContainText('Set aside')
  await expect(box).toContainText('3 of 3 are ticked')
  await page.keyboard.press('Enter')
  await expect(blocks).toHaveText(['Dear John,', 'Thank you.', 'Yours ever,'])
  await page.keyboard.press('Control+z')
  await expect(blocks).toHaveCount(6)
})
