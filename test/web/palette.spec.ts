import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const LETTER = 'richards-to-coles-1982-03-12.txt'

const role = (page: Page) => page.getByTestId('where')

/** Opens the list of commands, types words, and takes what stands first. */
async function go(page: Page, words: string, first: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(page.locator('dialog.palette').getByRole('option').first()).toContainText(first)
  await page.keyboard.press('Enter')
}

async function selectName(page: Page): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Mr Buckley')
  await expect(page.locator('.find-bar output')).not.toHaveText(/^(nothing found)?$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.locator('.find-bar')).toHaveCount(0)
}

test.describe('the list of commands', () => {
  test.beforeEach(async ({ page, scholion }) => {
    await enter(page, scholion.address)
    await openLetter(page, LETTER)
    await page.keyboard.press('Control+Home')
  })

  test('states a role of the block of the caret, in the words of other programs, and ↓ goes on', async ({ page }) => {
    await go(page, 'cc', /^copies/)
    await expect(role(page)).toContainText('copies')
    await expect(page.locator('.ProseMirror')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('dialog')).toContainText('Role or hand')
  })

  test('tags the selected words with a person; without a selection it shows where they stand', async ({ page }) => {
    const persons = page.locator('.block .m-person')
    const before = await persons.count()
    await go(page, 'buckley', /^Mr Buckley.*where it stands/)
    await expect(page.getByRole('dialog', { name: 'Names, and where they stand' })).toContainText('Mr Buckley')
    await expect(page.locator('.name-entry[aria-selected=true]')).toContainText('Mr Buckley')
    await page.keyboard.press('Escape')
    await selectName(page)
    await go(page, 'thatcher', /^Margaret Thatcher.*tags the selected words/)
    await expect(persons).toHaveCount(before + 1)
  })

  test('gives the block a hand, marks a gap, asks for the hand of a pen mark', async ({ page }) => {
    await go(page, 'gghw', /^G G H Walden.*hand of the block/)
    await expect(role(page)).toContainText('G G H Walden')
    const gaps = page.locator('.block .a-gap')
    const before = await gaps.count()
    await go(page, 'illegible', 'illegible')
    await expect(gaps).toHaveCount(before + 1)
    await go(page, 'squiggle', 'wavy line')
    await expect(page.getByRole('dialog')).toContainText('wavy line, by', { ignoreCase: true })
  })

  test('opens another letter by its title', async ({ page }) => {
    await go(page, 'palliser coles', /palliser/i)
    await expect(page.locator('.ProseMirror .body')).toContainText('Gutman')
  })

  test('says of what there is none what is done instead, and changes nothing', async ({ page }) => {
    const before = await page.locator('.ProseMirror .body').innerText()
    await go(page, 'bold', 'Bold')
    await expect(page.getByRole('dialog')).toContainText('a line under words is a pen mark (Ctrl+J)')
    await page.keyboard.press('Escape')
    expect(await page.locator('.ProseMirror .body').innerText()).toBe(before)
  })
})
