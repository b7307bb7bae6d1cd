// A passage is copied with its notes as footnotes: what another program finds on the clipboard.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, openLetter, putLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

const clipboard = (page: Page, type: string) =>
  page.evaluate(async (kind) => {
    const [item] = await navigator.clipboard.read()
    return (await item!.getType(kind)).text()
  }, type)

test('the selected words leave with the handwriting beside them as a footnote, a gap for what is withheld, and a citation', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection, 'Dear John,\n\nFirst the weather, then the minister Zebraquill. What next?\n\nYours ever\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await hands.find('What next?')
  await hands.press('Control+m', '0')
  await hands.find('Zebraquill')
  await hands.press('Alt+m', 'h')
  await page.getByLabel('Why').fill('closed')
  await hands.press('Enter')
  await expect(page.locator('.m-withheld')).toHaveText('Zebraquill')
  await hands.goToBlock('First the weather')
  await hands.press('Home', 'Shift+End', 'Alt+Shift+Q')
  await expect(page.getByRole('listbox')).toBeFocused()
  await hands.press('1')
  await expect(page.getByText('Copied with one footnote')).toBeVisible()
  const text = await clipboard(page, 'text/plain')
  expect(text.split('\n\n')).toEqual([
    'First the weather, then the minister [withheld, 1 word].[1]',
    '[1] [note (place not known), handwriting, writer not known] What next?',
    expect.stringContaining('[reference not known]'),
  ])
  const html = await clipboard(page, 'text/html')
  expect(html).toContain('<sup>1</sup>')
  expect(text + html).not.toContain('Zebraquill')
  // pasted into the letter it is words and nothing else
  await hands.press('Control+End', 'Control+v')
  await expect(page.locator('.ProseMirror .body')).toContainText('What next?')
  await expect(page.locator('.margin-note')).toHaveCount(1)
})

test('a collection cites in its own words, which are kept with it; from within a note the note goes along', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection, 'Dear John,\n\nFirst the weather. What next?\n\nYours ever\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await hands.find('What next?')
  await hands.press('Control+m', '0', 'Alt+Shift+K', '0')
  const file = page.getByRole('textbox', { name: 'How this collection is cited' })
  await expect(file).toHaveValue(/\{repository\} +repository/)
  await file.fill('House = Seen: {reference}, {place}, {note}, {page}\nShelf = {shelfmark}')
  await expect(page.getByText('Line 2: {shelfmark} stands for nothing')).toBeVisible()
  await file.fill('House = Seen: {reference}, {place}, {note}, {page}')
  await hands.press('Control+Enter')
  await expect.poll(() => readFileSync(join(collection, 'collection.json'), 'utf8')).toContain('"name": "House"')
  await hands.press('Alt+Shift+K')
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveText(/House$/)
  await hands.press('1')
  const inText = 'Seen: [reference not known], page 1 of the transcript'
  await expect(page.getByText(`Copied: ${inText}`)).toBeVisible()
  await hands.press('F9', 'Alt+Shift+K', '1')
  const inNote = 'Seen: [reference not known], [ms: “What next?”], page 1 of the transcript'
  await expect(page.getByText(`Copied: ${inNote}`)).toBeVisible()
  expect(await clipboard(page, 'text/plain')).toBe(inNote)
})
