// The machine transcript beside the transcript (F4), and under the caret (F2).
import type { Page } from '@playwright/test'
import { enter, fileText, LETTER, openLetter, picture, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const WORDS = 'Dear John,\n\nFirst tbe weather, then the com mittee and the goverment.\n\nnoise 1 A\n\nYours ever\n'
let transcript = ''

test.beforeEach(async ({ page, scholion, collection }) => {
  transcript = putLetter(collection, WORDS)
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

const box = (page: Page) => page.locator('dialog.compare')
const here = (page: Page) => box(page).getByRole('status')

/** Finds words of the text and types others in their place. */
async function mend(page: Page, words: string, now: string): Promise<void> {
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words)
  await page.keyboard.type(now)
  await expect(text(page)).toContainText(now)
}

async function mendAll(page: Page): Promise<void> {
  await mend(page, 'tbe', 'the')
  await mend(page, 'com mittee', 'committee')
  await mend(page, 'goverment', 'government')
}

test('a letter in which nothing was changed says so', async ({ page }) => {
  await page.keyboard.press('F4')
  await expect(box(page)).toContainText('The transcript reads as the machine transcript does.')
  await expect(here(page)).toHaveText('Nothing differs.')
  await page.keyboard.press('Escape')
  await expect(box(page)).toHaveCount(0)
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

test('each change stands beside what the machine read, and the arrows go from one to the next', async ({ page }) => {
  await mendAll(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F4')
  await expect(box(page)).toContainText('3 changes.')
  await expect(here(page)).toContainText('1 of 3 “tbe” → “the”: changed, no tag says whose error')
  await expect(box(page).locator('.compare-side').first().locator('del')).toHaveText(['tbe', 'com mittee', 'goverment'])
  await expect(box(page).locator('.compare-side').nth(1).locator('ins')).toHaveText(['the', 'committee', 'government'])
  // the letters that differ are set apart from their word
  await expect(box(page).locator('del').first().locator('b')).toHaveText('b')
  await picture(page, 'against-machine')
  await page.keyboard.press('ArrowDown')
  await expect(here(page)).toContainText('2 of 3 “com mittee” → “committee”')
  await expect(box(page).locator('.stop.here')).toHaveText(['com mittee', 'committee'])
  await page.keyboard.press('ArrowUp')
  await expect(here(page)).toContainText('1 of 3')
  await page.keyboard.press('End')
  // Enter goes there: the words are selected in the text
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('government')
})

test('whose error it is takes one key, and another one changes it', async ({ page }) => {
  await mendAll(page)
  await page.keyboard.press('F4')
  await page.keyboard.press('End')
  await page.keyboard.press('p')
  await expect(here(page)).toContainText('“goverment”, should read “government”: marked as the paper’s error')
  await expect(text(page)).toContainText('the goverment.')
  await expect(box(page)).toContainText('2 changes · 1 error of the paper.')
  await expect(box(page).getByRole('button', { name: /^Paper’s/ })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('n')
  await expect(here(page)).toContainText('not known whose error')
  await page.keyboard.press('m')
  await expect(here(page)).toContainText('“goverment” → “government”: marked as the machine’s error')
  await expect(text(page)).toContainText('the government.')
  await page.keyboard.press('Control+z')
  await expect(here(page)).toContainText('not known whose error')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s')
  await expect.poll(() => fileText(transcript)).toContain('"undetermined"')
})

test('a word, a block and a page are restored, with what was set aside, and undo brings the work back', async ({ page }) => {
  await mendAll(page)
  await text(page).locator('.block').filter({ hasText: 'noise' }).click()
  await page.keyboard.press('Control+Shift+X')
  await page.keyboard.type('scanner')
  await page.keyboard.press('Enter')
  await expect(text(page)).not.toContainText('noise')
  await page.keyboard.press('F4')
  await page.keyboard.press('Home')
  await expect(box(page)).toContainText('3 changes · 1 stretch set aside.')
  await expect(box(page).locator('.compare-side.set-aside')).toHaveText('set aside: scanner noise')
  // what was set aside has no words in the text: Enter goes to the end of the block before it
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('!')
  await expect(text(page)).toContainText('the government.!')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('F4')
  await page.keyboard.press('Home')
  await page.keyboard.press('r')
  await expect(text(page)).toContainText('First tbe weather, then the committee')
  await expect(here(page)).toContainText('1 of 3 “com mittee” → “committee”')
  await page.keyboard.press('b')
  await expect(text(page)).toContainText('First tbe weather, then the com mittee and the goverment.')
  await page.keyboard.press('Control+z')
  await expect(text(page)).toContainText('then the committee and the government.')
  await page.keyboard.press('g')
  await expect(text(page)).toContainText('noise 1 A')
  await expect(here(page)).toContainText('Nothing differs.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(text(page)).toContainText('then the committee and the government.')
  await expect(text(page)).not.toContainText('noise')
})

test('the mouse does the same: a press on a change goes there, a button does it', async ({ page }) => {
  await mendAll(page)
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Compare with the machine transcript/ }).click()
  await box(page).locator('ins').nth(1).click()
  await expect(here(page)).toContainText('2 of 3')
  await box(page)
    .getByRole('button', { name: /^Words/ })
    .click()
  await expect(text(page)).toContainText('then the com mittee and')
  await box(page)
    .getByRole('button', { name: /^Close/ })
    .click()
  await expect(box(page)).toHaveCount(0)
})

test('what the machine read stands under the caret until a key is pressed, which does what it does', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await mend(page, 'com mittee', 'committee')
  const peek = page.locator('.peek')
  await page.keyboard.press('F2')
  await expect(peek.locator('mark')).toHaveText('com mittee')
  await expect(peek).toContainText('Machine transcript, line 3 · reads otherwise')
  await expect(peek).toContainText('First tbe weather, then the com mittee and the goverment.')
  await expect(page.locator('.status .said')).toContainText('The machine read “com mittee”, line 3.')
  await page.keyboard.type('s')
  await expect(peek).toHaveCount(0)
  await expect(text(page)).toContainText('the committees and')
  // pressed again, its own key takes it away
  await page.keyboard.press('F2')
  await expect(peek).toBeVisible()
  await page.keyboard.press('F2')
  await expect(peek).toHaveCount(0)
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

test('what was said of the machine’s reading goes with it, and does not stand through what is done then', async ({ page }) => {
  const said = page.locator('.status .said')
  for (const end of ['F2', 'ArrowLeft', 'Control+f']) {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('F2')
    await expect(said).toContainText('The machine read “Dear”')
    await page.keyboard.press(end)
    await expect(page.locator('.peek')).toHaveCount(0)
    await expect(said).not.toContainText('The machine read')
  }
})

test('where the machine read nothing, that is said', async ({ page }) => {
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ours')
  await page.keyboard.press('F2')
  await expect(page.locator('.status .said')).toContainText('The machine read nothing here')
  await expect(page.locator('.peek')).toHaveCount(0)
})

test('a letter signed off in which no word was changed is told of; one that was mended is not', async ({ page }) => {
  const corrected = async () => {
    await page.keyboard.press('Alt+Shift+S')
    await page.keyboard.press('c')
    await expect(page.locator('.status .said')).toContainText('Status: corrected')
  }
  await corrected()
  await expect(page.locator('.bars')).toContainText('It is signed off, and reads in every word as the machine transcript does')
  await page.keyboard.press('Alt+Shift+S')
  await page.keyboard.press('p')
  await page.locator('.bars').getByRole('button').first().click()
  await expect(page.locator('.bars')).not.toContainText('signed off')
  await mend(page, 'tbe', 'the')
  await corrected()
  await expect(page.locator('.bars')).not.toContainText('signed off')
})

test(`the window never calls the machine transcript an original (${LETTER})`, async ({ page }) => {
  await mendAll(page)
  await page.keyboard.press('F4')
  await expect(box(page)).toBeVisible()
  expect(await box(page).innerText()).not.toMatch(/original/i)
})
