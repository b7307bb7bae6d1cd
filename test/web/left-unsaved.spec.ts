import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bars, enter, openLetter, picture, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const LAST = 'richards-to-coles-1982-03-12.txt'

test('words typed onto an empty letter, saved and undone again are no loss: it closes without a question', async ({
  page,
  scholion,
  collection,
}) => {
  const name = 'empty.txt'
  const file = join(collection, `${name}.tei.json`)
  writeFileSync(join(collection, name), '')
  await enter(page, scholion.address)
  await openLetter(page, name)
  await page.locator('.ProseMirror').focus()
  await page.keyboard.type('Meant for another letter.')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  await page.keyboard.press('Control+z')
  await expect(text(page)).not.toContainText('another letter')
  await openLetter(page, LAST)
  await expect(page.locator('.ProseMirror')).toContainText('We have now heard')
  await expect(bars(page)).not.toContainText('would lose all its words')
  await expect(bars(page)).not.toContainText('was closed before it could be saved')
  expect(readFileSync(file, 'utf8')).not.toContain('Meant for another letter.')
})

test('letters that were closed before they could be saved share one bar, that leads to each', async ({
  page,
  scholion,
  collection,
}) => {
  const names = ['one.txt', 'two.txt', 'three.txt']
  for (const name of names) writeFileSync(join(collection, name), `Dear ${name}\n`)
  await enter(page, scholion.address)
  for (const name of names) {
    await openLetter(page, name)
    await expect(page.locator('.ProseMirror')).toContainText(`Dear ${name}`)
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' more')
    await page.keyboard.press('Control+s')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
  }
  await openLetter(page, LAST)
  await expect(page.locator('.ProseMirror')).toContainText('We have now heard')
  const bar = bars(page).locator('.bar', { hasText: 'before they could be saved' })
  await expect(bar).toHaveCount(1)
  await expect(bar).toContainText('3 documents were closed')
  await picture(page, 'several-left')
  await bar.getByRole('button', { name: 'Open one of them …' }).click()
  await page.keyboard.press('2')
  await expect(page.getByRole('button', { name: 'Bring the unsaved work back' })).toBeVisible()
  await expect(bar).toContainText('2 documents were closed')
  await bar.getByRole('button', { name: 'OK' }).click()
  await expect(bar).toHaveCount(0)
})
