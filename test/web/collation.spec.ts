import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const LETTER = 'richards-to-coles-1982-03-12.txt'

const pagesIn = (collection: string) => JSON.parse(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')).pages

test('a collation is recorded by keyboard: nothing is stated beforehand, and it undoes', async ({
  page,
  scholion,
  collection,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  const hands = new Hands(page)
  await hands.press('Alt+Shift+d')
  const panel = page.locator('.paper-panel')
  await expect(panel.locator('.collated')).toContainText('Not collated')
  await hands.press('Alt+Shift+4')
  const form = page.getByRole('form', { name: 'The paper was collated' })
  await expect(form).toBeVisible()
  expect(await form.locator('select').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual(['', ''])
  expect(await axeFaults(page)).toEqual([])
  await hands.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Say what it was compared with.')
  await form.getByLabel('With').selectOption('paper')
  await form.getByLabel('By').fill('R Bone')
  await form.getByRole('textbox', { name: 'On', exact: true }).fill('2026-11-30')
  await form.getByLabel('How much').selectOption('whole')
  await look(page, 'collation-form')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await expect(panel.locator('.collated')).toContainText('with the paper by R Bone, 30 Nov 2026')
  await look(page, 'collated')
  expect(await axeFaults(page)).toEqual([])
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  for (const one of pagesIn(collection)) expect(one.collated).toEqual([{ against: 'paper', who: 'R Bone', when: '2026-11-30' }])
  await hands.press('Control+z')
  await expect(panel.locator('.collated')).toContainText('Not collated')
})

test('a page turn that is not decided is said on the sheet and stands on the check list', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  const hands = new Hands(page)
  await hands.press('Control+End', 'Alt+i')
  await page.getByLabel('Turn before it').selectOption('undecided')
  await expect(page.locator('.ProseMirror .page').nth(1)).toHaveAttribute('data-facts', /turn not decided/)
  await hands.press('Alt+Shift+5')
  await expect(page.locator('.check-place').filter({ hasText: 'page turn not decided' })).toBeVisible()
})
