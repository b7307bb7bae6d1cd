import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, LETTER, openLetter, putLetter, text, typeWords } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+F')
  await page.getByLabel('Search the collection for').fill(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'found' })).not.toContainText('so far')
}
const places = (page: Page) => page.getByRole('listbox', { name: 'Places' }).getByRole('option')
const chosen = (page: Page) => page.locator('.search-place[aria-selected=true]')
const selection = (page: Page) => page.evaluate(() => String(getSelection()))

test('the collection is searched by keyboard alone: places with page and hand, and Enter opens the letter at the words', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await searchFor(page, 'buckley')
  const list = page.getByRole('listbox', { name: 'Places' })
  // of a letter with a transcript and of three that were never opened
  await expect(list.getByRole('group', { name: RICHARDS })).toContainText('Buckley')
  await expect(chosen(page)).toHaveCount(1)
  const richards = list.getByRole('group', { name: RICHARDS }).getByRole('option')
  await expect(richards.first()).toContainText('p. 1')
  for (let step = 0; step < 60 && !(await richards.last().getAttribute('aria-selected'))?.includes('true'); step++)
    await page.keyboard.press('ArrowDown')
  await expect(richards.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(text(page)).toContainText('Buckley')
  await expect.poll(() => selection(page)).toMatch(/^buckley$/i)
  await expect(page.locator('.ProseMirror')).toBeFocused()
  // the same list again, at the same place
  await page.keyboard.press('Control+Shift+F')
  await expect(richards.last()).toHaveAttribute('aria-selected', 'true')
  await look(page, '30-search')
})

test('results come while typing, after three letters; what is typed on asks anew, nothing is chosen by itself, and Enter goes on as ever', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  const words = page.getByLabel('Search the collection for')
  await page.keyboard.press('Control+Shift+F')
  await words.pressSequentially('bu')
  await expect(page.getByRole('status').filter({ hasText: 'Accents' })).toBeVisible()
  await words.pressSequentially('ckl')
  await expect(places(page).first()).toBeVisible()
  await expect(chosen(page), 'no Enter pressed in the same moment opens a letter').toHaveCount(0)
  await expect(words).toBeFocused()
  await words.pressSequentially('eyx')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(places(page).first()).toContainText(/buckley/i)
  await page.keyboard.press('Enter')
  await expect(chosen(page)).toHaveCount(1)
  await expect(places(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect.poll(() => selection(page)).toMatch(/^buckley$/i)
})

test('a regular expression is looked for only when asked', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await page.clock.install()
  await page.keyboard.press('Control+Shift+F')
  await page.getByLabel('Regular expression').check()
  await page.getByLabel('Search the collection for').pressSequentially('(buckley')
  await page.clock.runFor(2000)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('This is no regular expression yet')
})

test('one hand is searched by itself, in the margin too', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('dialog').getByLabel('Hand', { exact: true }).selectOption({ label: 'MT · Margaret Thatcher' })
  await page.getByLabel('Search the collection for').fill('the')
  await page.keyboard.press('Enter')
  await expect(places(page).first()).toBeVisible()
  for (const words of await places(page).allInnerTexts()) expect(words).toContain('note · Margaret Thatcher')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('where')).toContainText('in note · hand: Margaret Thatcher')
  await expect.poll(() => selection(page)).toMatch(/^the$/i)
  await expect(page.getByRole('group', { name: 'note', exact: true })).toContainText(
    /Margaret Thatcher · Prime Minister · one thing in this document is by this hand/,
  )
})

test('words that are not saved yet are found, and markup in a letter stays words', async ({ page, collection, scholion }) => {
  putLetter(collection, 'Dear John,\n\nThe <img src=x onerror=alert(1)> minister.\n')
  await enter(page, scholion.address)
  await openLetter(page)
  await typeWords(page, ' unheard-of')
  await searchFor(page, 'unheard-of')
  await expect(places(page)).toHaveText([/Dear John, unheard-of/])
  await page.keyboard.press('Escape')
  await searchFor(page, 'minister')
  await expect(page.locator('.search-place', { hasText: '<img src=x onerror=alert(1)> minister' })).toBeVisible()
  await expect(page.locator('.search-place img')).toHaveCount(0)
})

test('a long search shows how far it is, can be stopped, and a letter that cannot be read is named', async ({
  page,
  collection,
  scholion,
}) => {
  for (let at = 0; at < 30; at++) writeFileSync(join(collection, `z-${at}.txt`), `Letter ${at} about the weather.\n`)
  writeFileSync(join(collection, 'broken.txt'), 'words')
  writeFileSync(join(collection, 'broken.txt.tei.json'), '{"format":')
  await enter(page, scholion.address)
  // the disk answers for the first letters, and not for one of the later ones
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = 0
  await page.route('**/readOriginal', async (route) => {
    asked += 1
    if (asked > 12) await held
    await route.continue()
  })
  await page.keyboard.press('Control+Shift+F')
  await page.getByLabel('Search the collection for').fill('weather')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /so far: \d+ of 35 documents/ })).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('alert')).toHaveText('You stopped the search: not every document was looked through.')
  release()
  await page.getByLabel('Search the collection for').fill('the weather')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'found' })).toContainText('30 places found in 30 documents.')
  await expect(page.locator('.search-failed')).toContainText('1 document could not be read')
})

test('an expression that does not come to an end is stopped within moments, with a sentence; the window lives on', async ({
  page,
  collection,
  scholion,
}) => {
  putLetter(collection, `${'a'.repeat(60)}!\n\nDear John\n`)
  await enter(page, scholion.address)
  await page.keyboard.press('Control+Shift+F')
  await page.getByLabel('Regular expression').check()
  await page.getByLabel('Search the collection for').fill('(a+)+$')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText(`This expression takes too long (more than a second in ${LETTER})`)
  await page.getByLabel('Search the collection for').fill('(a+')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('This is no regular expression yet')
  await page.getByLabel('Search the collection for').fill('J[ohn]+')
  await page.keyboard.press('Enter')
  await expect(page.locator('.search-place mark').first()).toHaveText('John')
  await expect(page.getByRole('alert')).toHaveCount(0)
})
