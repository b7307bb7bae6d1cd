import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

test('Escape in a box goes back to where the keyboard stood: the field, the row of the list, or the text', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  await page.locator('.ProseMirror .block').first().click()
  const field = page.locator('[data-part="inspector"] .growing-line').first()
  const row = page.locator('[data-part="documents"] button').first()
  const text = page.locator('.ProseMirror')
  const overlay = page.getByRole('dialog')
  for (const key of ['Control+k', 'F1', 'Control+Shift+F', 'Alt+Shift+L', 'Alt+Shift+W']) {
    await field.focus()
    await page.keyboard.press(key)
    await expect(overlay).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(overlay, key).toHaveCount(0)
    await expect(field, key).toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(overlay).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  if (!(await row.isVisible())) await page.keyboard.press('Alt+l')
  await row.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+k')
  await expect(overlay).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})
