import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseTranscript } from '../../shared/format/parse.ts'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const FILE = 'bone-to-coles-1982-10-14.txt'

test('pages retained by the department stand between the others in words, are facts in the inspector, and are taken away again', async ({
  page,
  scholion,
  collection,
}) => {
  rmSync(join(collection, `${FILE}.tei.json`), { force: true })
  await enter(page, scholion.address)
  await openLetter(page, FILE)
  const hands = new Hands(page)
  await page.locator('.ProseMirror').focus()
  await hands.find('Dear Francis:')
  const text = await page.locator('.ProseMirror .body').innerText()
  await hands.press('Alt+Shift+G')
  await expect(page.getByRole('option', { name: 'dummy: retained under section 3(4)' })).toBeVisible()
  await hands.press('8')
  const dummy = page.locator('.page[data-stands-in]')
  await expect(dummy).toHaveAttribute('data-facts', 'dummy')
  await expect(dummy.locator('.a-gap')).toHaveText('[retained under section 3(4), number of pages not known]')
  await expect(dummy.locator('.a-gap')).toBeInViewport()
  await expect(page.locator('.ProseMirror .page')).toHaveCount(3)
  await page.getByRole('spinbutton', { name: 'How many' }).fill('3')
  await page.keyboard.press('Tab')
  await expect(dummy.locator('.a-gap')).toHaveText('[retained under section 3(4), 3 pages]')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(readFileSync(join(collection, `${FILE}.tei.json`), 'utf8'))
  expect(saved.ok && saved.value.pages.map(({ state }) => state)).toEqual([null, 'dummy', null])
  await page.locator('.ProseMirror').focus()
  await hands.press('Alt+Shift+X')
  await expect(dummy).toHaveCount(0)
  await expect(page.locator('.ProseMirror .page')).toHaveCount(2)
  expect((await page.locator('.ProseMirror .body').innerText()).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
})
