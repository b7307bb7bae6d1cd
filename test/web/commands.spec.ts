import { enter, openLetter, putLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test.beforeEach(async ({ page, collection, scholion }) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
})

test('a copy can be saved elsewhere at any time, from the list of commands and the menu', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('copy elsewhere')
  const [copy] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(copy.suggestedFilename()).toBe('a-short-letter.txt.tei.json')
  await expect(page.locator('.bars')).toContainText('A copy is saved elsewhere as a-short-letter.txt.tei.json')
  await page.getByRole('button', { name: 'Document', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^Save a copy elsewhere/ })).toBeVisible()
})
