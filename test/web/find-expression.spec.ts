import { enter, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test('an expression is found and replaced by in one step; one that never ends is stopped with a sentence, and the letter can be typed in', async ({
  page,
  collection,
  scholion,
}) => {
  putLetter(collection, `Tel no 813 and tel no 914.\n\n${'a'.repeat(60)}!\n\nAlso tel no 7.\n`)
  await enter(page, scholion.address)
  await openLetter(page)
  await page.keyboard.press('Control+H')
  const words = page.getByLabel('Find', { exact: true })
  await words.fill('tel no (\\d{3})')
  await expect(page.locator('.find-bar output')).toHaveText('nothing found')
  await page.getByLabel('Regular expression').check()
  await expect(page.locator('.find-bar output')).toHaveText('1 of 2')
  await page.getByLabel('Replace by').fill('telegram $1')
  await page.getByRole('button', { name: 'Replace all 2' }).click()
  await expect(text(page)).toContainText('telegram 813 and telegram 914.')
  await expect(text(page)).toContainText('Also tel no 7.')

  await words.fill('(a+)+$')
  await expect(page.getByRole('alert')).toContainText(
    'This expression takes too long: it was stopped after a second, and nothing was changed.',
  )
  await words.fill('(')
  await expect(page.getByRole('alert')).toContainText('This is no regular expression yet')
  await words.fill('^A\\w+')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await words.fill('Also')
  await expect(page.locator('.find-bar output')).toHaveText('1 of 1')
  await words.press('Enter')
  await expect(page.locator('.found.here')).toHaveText('Also')

  // a hyphen is a letter like others, with and without expressions
  await page.getByLabel('Regular expression').uncheck()
  await words.fill('co-op')
  await expect(page.locator('.find-bar output')).toHaveText('nothing found')
  await words.press('Escape')
  await page.keyboard.press('Control+Z')
  await expect(text(page)).toContainText('Tel no 813 and tel no 914.')
})
