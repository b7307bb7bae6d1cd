import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ viewport: { width: 1280, height: 720 } })

const LETTER = 'richards-to-coles-1982-03-12.txt'

/** Where the menu stands, and what it is about as outlined on the sheet. CSS px. */
async function standing(page: Page) {
  const dialog = page.locator('dialog.beside')
  await expect(dialog).toBeVisible()
  await expect(page.locator('.menu-target').first()).toBeVisible()
  return page.evaluate(() => {
    const box = document.querySelector('dialog.beside')!
    const rects = [...document.querySelectorAll('.menu-target')].map((one) => one.getBoundingClientRect())
    const { top, bottom, width } = box.getBoundingClientRect()
    return {
      top,
      bottom,
      width,
      target: { top: Math.min(...rects.map((one) => one.top)), bottom: Math.max(...rects.map((one) => one.bottom)) },
      veil: getComputedStyle(box, '::backdrop').backgroundColor,
    }
  })
}

test.describe('a menu of the text', () => {
  test.beforeEach(async ({ page, scholion }) => {
    await enter(page, scholion.address)
    await openLetter(page, LETTER)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('Mr Buckley')
    await expect(page.locator('.find-bar output')).not.toHaveText(/^(nothing found)?$/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  })

  for (const key of [
    'Control+b',
    'Control+m',
    'Control+j',
    'Control+Shift+P',
    'Control+Shift+L',
    'Control+Shift+D',
    'Alt+m',
    'Control+Shift+G',
    'Control+Shift+S',
    'Control+Shift+X',
  ])
    test(`${key} stands 8 px from its words, 280 px wide, without a veil`, async ({ page }) => {
      await page.keyboard.press(key)
      const { top, bottom, width, target, veil } = await standing(page)
      expect(Math.min(Math.abs(top - target.bottom - 8), Math.abs(target.top - bottom - 8))).toBeLessThan(1)
      expect(width).toBe(280)
      expect(veil).toBe('rgba(0, 0, 0, 0)')
      await page.keyboard.press('Escape')
      await expect(page.locator('.menu-target')).toHaveCount(0)
      await expect(page.locator('.ProseMirror')).toBeFocused()
    })

  test('stands there too when it comes from the menu bar, or from the list of commands', async ({ page }) => {
    await page.keyboard.press('Control+b')
    const byKey = await standing(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('role or hand')
    await page.keyboard.press('Enter')
    expect(await standing(page)).toEqual(byKey)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Block', exact: true }).click()
    await page.getByRole('menuitem', { name: /^Role or hand/ }).click()
    expect(await standing(page)).toEqual(byKey)
  })

  test('brings its words into sight first where they were scrolled away', async ({ page }) => {
    await page.locator('.editor-scroller').evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight))
    await page.keyboard.press('Control+Shift+P')
    const { target } = await standing(page)
    const sheet = await page.locator('.editor-scroller').boundingBox()
    expect(target.top).toBeGreaterThanOrEqual(sheet!.y)
    expect(target.bottom).toBeLessThanOrEqual(sheet!.y + sheet!.height)
  })

  test('has what was chosen last in this document first, and chooses nothing by that', async ({ page }) => {
    const options = page.getByRole('dialog').getByRole('option')
    await page.keyboard.press('Control+Shift+G')
    await expect(options.first()).toContainText('reason not stated')
    await page.keyboard.type('cropped')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+Shift+G')
    await expect(options.first()).toContainText('cropped by the scan')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})
