import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

const text = (page: Page) => page.locator('.ProseMirror .body').innerText()
const menu = (page: Page) => page.getByRole('dialog')
const role = (page: Page) => page.getByTestId('where')

test.describe('what is typed at a menu', () => {
  test.beforeEach(async ({ page, scholion }) => {
    await enter(page, scholion.address)
    await openLetter(page, LETTER)
    await page.keyboard.press('Control+Home')
  })

  test('a word finds its entry, though another entry has its first letter; none of it reaches the text', async ({ page }) => {
    const before = await text(page)
    await page.keyboard.press('Control+b')
    await page.keyboard.type('copies')
    await expect(menu(page)).toContainText('Typed: copies')
    await expect(menu(page).getByRole('option', { selected: true })).toHaveText(/^copies$/)
    expect(await text(page)).toBe(before)
    await page.keyboard.press('Enter')
    await expect(menu(page)).toHaveCount(0)
    await expect(role(page)).toContainText('copies')
    expect(await text(page)).toBe(before)
    // the choice of the first letter left no step of its own
    await page.keyboard.press('Control+z')
    await expect(role(page)).not.toContainText(/copies|close/)
    await expect(role(page)).toContainText('role not stated')
  })

  for (const [keys, word] of [
    ['Control+b', 'cqxzv'],
    ['Control+b', 'seen-mark'],
    ['Control+b', 'typewritten'],
    ['Control+m', 'xylophone'],
    ['Control+j', 'underline'],
    ['Control+Shift+X', 'running'],
    ['Control+l', 'typed'],
    ['Control+Shift+G', 'illegible'],
    ['Alt+m', 'unclear'],
  ] as const) {
    test(`${keys} and “${word}”, typed in one breath, leave the text as it is`, async ({ page }) => {
      const before = await text(page)
      await page.keyboard.press('Control+Shift+ArrowRight')
      await page.keyboard.press(keys)
      await page.keyboard.type(word)
      await expect(menu(page)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(menu(page)).toHaveCount(0)
      await expect(page.locator('.ProseMirror')).toBeFocused()
      expect(await text(page)).toBe(before)
    })
  }

  test('one letter still chooses at once, and the caret goes on in the text', async ({ page }) => {
    await page.keyboard.press('Control+b')
    await page.keyboard.press('p')
    await page.keyboard.press('ArrowRight')
    await expect(menu(page)).toHaveCount(0)
    await page.keyboard.press('Control+Home')
    await expect(role(page)).toContainText('paragraph')
  })

  test('↓ after a role, and a letter, state one block after another without opening the menu again', async ({ page }) => {
    const before = await text(page)
    await page.keyboard.press('Control+b')
    for (const key of ['l', 'ArrowDown', 'm', 'ArrowDown', 'ArrowDown', 'd']) await page.keyboard.press(key)
    await expect(menu(page)).toHaveCount(0)
    await expect(role(page)).toContainText('dateline')
    await page.keyboard.press('ArrowDown')
    await expect(menu(page)).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    // the third was passed by, and kept as it was
    await expect(role(page)).toContainText('role not stated')
    await page.keyboard.press('ArrowUp')
    await expect(role(page)).toContainText('protective marking')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Home')
    await expect(role(page)).toContainText('letterhead')
    expect(await text(page)).toBe(before)
  })

  test('any other key after a role is the text’s own, and ↓ after it too', async ({ page }) => {
    await page.keyboard.press('Control+b')
    for (const key of ['l', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    await expect(menu(page)).toHaveCount(0)
    await expect(page.locator('.ProseMirror')).toBeFocused()
  })

  for (const delay of [0, 120, 700])
    test(`“underline” typed at Ctrl+J arrives at underline, ${delay} ms a letter`, async ({ page }) => {
      const before = await text(page)
      await page.keyboard.press('Control+Shift+ArrowRight')
      await page.keyboard.press('Control+j')
      await page.keyboard.type('underline', { delay })
      await expect(menu(page)).toContainText('Typed: underline')
      await page.keyboard.press('Enter')
      await expect(menu(page)).toContainText('Underline, by', { ignoreCase: true })
      await page.keyboard.press('0')
      await expect(menu(page)).toHaveCount(0)
      await expect(page.locator('.announcer, .status')).toContainText(['Underline marked'])
      expect(await text(page)).toBe(before)
    })

  test('a letter that no entry has does nothing, and what was typed can be taken back letter by letter', async ({ page }) => {
    const before = await text(page)
    await page.keyboard.press('Control+b')
    await page.keyboard.type('y')
    await expect(menu(page).getByRole('option', { selected: true })).toHaveText(/your reference/)
    await page.keyboard.type('qqq')
    await expect(menu(page)).toContainText('Typed: y ')
    await page.keyboard.press('Backspace')
    await expect(menu(page)).not.toContainText('Typed')
    await page.keyboard.press('Escape')
    expect(await text(page)).toBe(before)
  })
})
