import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter, putLetter } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'

test('words that are withheld stay on the sheet and in the file; the edition has a gap for them, in the window and on the disk', async ({
  page,
  scholion,
  collection,
}) => {
  const transcript = putLetter(collection, 'Dear John,\n\nFirst the weather, then Zebraquill of Graz.\n\nYours ever\n')
  await enter(page, scholion.address)
  await openLetter(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('h')
  await page.getByLabel('Why').fill('closed until 2031')
  await page.keyboard.press('Enter')
  await expect(page.locator('.m-withheld')).toHaveText('Zebraquill of Graz')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('F7')
  const reading = page.frameLocator('iframe[title="Reading edition"]').locator('body')
  await expect(reading).toContainText('[withheld, 3 words]')
  await expect(reading).not.toContainText('Zebraquill')
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+E')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('is withheld: a gap stands in its place')
  const folder = join(collection, 'editions')
  const editions = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(editions).toHaveLength(1)
  expect(editions[0]).toContain('<gap reason="withheld" unit="word" quantity="3"/>')
  expect(editions[0]).not.toMatch(/Zebraquill|Graz|2031/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+S')
  await expect.poll(() => readFileSync(transcript, 'utf8')).toContain('closed until 2031')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.m-withheld')).toHaveCount(0)
})
