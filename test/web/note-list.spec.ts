// The list of all notes: what stands in it, its filters, and the way to a note and back by keyboard.
import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { MARGIN_PAPERS, putMarginPapers } from '../support/margin-papers.ts'

const rows = (page: Page) => page.getByRole('listbox', { name: 'Notes' }).getByRole('option')

test.beforeEach(async ({ page, scholion, collection }) => {
  putMarginPapers(collection)
  await enter(page, scholion.address)
  await openLetter(page, MARGIN_PAPERS[0])
  await page.keyboard.press('Alt+n')
  await expect(rows(page).first()).toBeFocused()
})

test('draws only the notes in sight of it, and tells how many there are', async ({ page }) => {
  const tab = await page.getByRole('tab', { name: /^Notes/ }).textContent()
  const all = Number.parseInt(tab!.replace(/\D+/g, ''), 10)
  expect(all).toBeGreaterThan(100)
  await expect(page.getByText(`${all} in all`)).toBeVisible()
  await expect.poll(() => rows(page).count()).toBeLessThan(40)
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(all))
})

test('goes to a note by Enter, also to one in a crowd far away, and F9 goes on to its place', async ({ page }) => {
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('where')).toContainText('in note')
  await page.keyboard.press('F9')
  await expect(page.getByTestId('where')).toContainText('page 15 of 15')
  await page.getByLabel('By', { exact: true }).selectOption('Conrad Lisle, pencil')
  const crowded = page.locator('.margin-note.crowded-out')
  await page
    .locator('.page')
    .nth(4)
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect(crowded.first()).toBeAttached()
  const words = (await page.locator('.crowded-out[data-badge="CL"]').last().textContent())!.slice(0, 30)
  await page
    .locator('.page')
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.keyboard.press('Alt+n')
  await expect(page.locator('.note-row:focus')).toBeVisible()
  // letters go to the row that begins with them
  await page.keyboard.type(`CL ${words.slice(0, 9)}`)
  await expect(page.locator('.note-row:focus')).toContainText(words)
  await page.keyboard.press('Enter')
  const note = page.locator('.margin-note', { hasText: words })
  await expect(note).toBeInViewport()
  await page.keyboard.type('So: ')
  await expect(note).toContainText('So: ')
})

test('shows one hand, one function, or what answers what', async ({ page }) => {
  await page.getByLabel('What', { exact: true }).selectOption('answers and answered')
  await expect(rows(page)).toHaveText([/^CL Chairman: are you content/, /^↳ AT No. Why so much/, /^↳ CL The price of stone/])
  await page.getByLabel('By', { exact: true }).selectOption('Adela Thorne, ink')
  await expect(rows(page)).toHaveText([/^↳ AT No. Why so much/])
  await page.getByLabel('By', { exact: true }).selectOption('the editors')
  await page.getByLabel('What', { exact: true }).selectOption('editor’s notes')
  await expect(rows(page)).toHaveText([
    /^headnote/,
    /^editor’s note 1 Not found/,
    /^editor’s note 2 The printed return/,
    /^editor’s note 3 He had asked/,
    /^editor’s note 4 Her question/,
    /^headnote/,
  ])
})
