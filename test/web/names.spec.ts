import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, openLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const PALLISER = 'palliser-to-coles-1982-06-01.txt'
const RICHARDS = 'richards-to-coles-1982-03-12.txt'

async function open(page: Page, address: string, letter: string, words: string): Promise<Hands> {
  await enter(page, address)
  await openLetter(page, letter)
  await expect(text(page)).toContainText(words)
  return new Hands(page)
}

const entries = (page: Page) => page.getByRole('listbox', { name: 'Names' }).getByRole('option')
const registers = (collection: string) => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8'))

test('the holder of an office at the letter’s date is offered first, and nobody is stated without a key', async ({
  page,
  scholion,
}) => {
  const hands = await open(page, scholion.address, RICHARDS, 'Buckley')
  await hands.find('Lord Carrington')
  await hands.press('Control+Shift+P')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText(
    'Foreign and Commonwealth Secretary, from 5 May 1979 to 5 Apr 1982',
  )
  await hands.press('Escape')
  await expect(text(page).locator('.m-person')).toHaveCount(0)
})

test('a name that is known takes two keys, and one that is new as well', async ({ page, scholion, collection }) => {
  const hands = await open(page, scholion.address, PALLISER, 'Gutman')
  await hands.find('Gutman')
  await hands.press('Control+Shift+P')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText('new person called “Gutman”')
  await expect(page.locator('.choice').first(), 'and stands where it is seen').toContainText('new person called “Gutman”')
  await expect(text(page).locator('.m-person')).toHaveCount(0)
  await hands.press('Enter')
  await expect(text(page).locator('.m-person')).toHaveText('Gutman')
  await expect.poll(() => registers(collection).people.map(({ name }: { name: string }) => name)).toContain('Gutman')
  await expect(page.getByRole('group', { name: 'person' }), 'the tag names the new entry').toContainText('named once')
  await hands.press('Control+z')
  await expect(text(page).locator('.m-person')).toHaveCount(0)
  for (const key of ['1', 'Enter']) {
    await hands.find('Gutman')
    const before = hands.actions
    await hands.press('Control+Shift+P', key)
    expect(hands.actions - before).toBe(2)
    await expect(text(page).locator('.m-person').first()).toHaveText('Gutman')
    await hands.press('Control+z')
  }
})

test('the register lists everybody with every place, by keyboard: states an entry, merges two, takes one away, and goes there', async ({
  page,
  collection,
  scholion,
}) => {
  const hands = await open(page, scholion.address, PALLISER, 'Gutman')
  await hands.find('Gutman')
  await hands.press('Control+Shift+P', 'N')
  await page.getByLabel('Office', { exact: true }).fill('at the Embassy')
  await page.getByLabel('Held from').fill('1981')
  await page.getByLabel('Link to an authority file').fill('somewhere')
  await hands.press('Enter')
  await expect(page.getByRole('alert')).toContainText('begins with https://')
  await page.getByLabel('Link to an authority file').fill('https://viaf.org/viaf/1')
  await hands.press('Enter')
  await expect(text(page).locator('.m-person')).toHaveText('Gutman')
  // the inspector tells who, the office, and how often
  await expect(page.getByRole('group', { name: 'person' })).toContainText(
    'at the Embassy, from 1981 · named once in this document',
  )

  await hands.press('Alt+Shift+N')
  await expect(page.getByRole('combobox', { name: 'Names' })).toBeFocused()
  await hands.type('gut')
  await expect(entries(page)).toHaveText([/Gutman\s*person · 1/])
  await expect(page.locator('.name-facts')).toContainText('at the Embassy, from 1981')
  await look(page, '32-names')
  await hands.press('Enter', 'Enter')
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('Gutman')
  await expect(page.locator('.ProseMirror')).toBeFocused()

  // an office is stated anew, by the form; the other entries keep theirs
  await hands.press('Alt+Shift+N')
  await page.getByRole('combobox', { name: 'Names' }).fill('gut')
  await page.getByRole('button', { name: 'Edit …' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Monsieur Gutman')
  await hands.press('Enter')
  await expect(entries(page)).toHaveText([/Monsieur Gutman/])
  const own = () => registers(collection).people.find((one: { name: string }) => one.name === 'Monsieur Gutman')
  await expect.poll(own).toMatchObject({
    offices: ['at the Embassy'],
    held: [{ office: 'at the Embassy', from: '1981' }],
    authority: 'https://viaf.org/viaf/1',
  })

  // two that are one: the tag stays and names the other
  await page.getByRole('button', { name: 'Merge into …' }).click()
  await page.locator('.choice', { hasText: 'Gromyko' }).click()
  await expect.poll(own).toBeUndefined()
  await page.getByRole('combobox', { name: 'Names' }).fill('gromyko')
  await expect(entries(page)).toHaveText([/Gromyko\s*person · 1/])
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('combobox', { name: 'Names' }).fill('not stated')
  await expect(entries(page)).toHaveText([/person not stated\s*person · 1/])
  await expect.poll(() => registers(collection).people.some((one: { id: string }) => one.id === 'gromyko')).toBe(false)
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(text(page).locator('.m-person')).toHaveText('Gutman')
  // both are undone, one step each
  await hands.press('Control+Z')
  await hands.press('Control+Z')
  await hands.press('Alt+Shift+N')
  await page.getByRole('combobox', { name: 'Names' }).fill('gutman')
  await expect(entries(page)).toHaveText([/Monsieur Gutman\s*person · 1/])
})

test('in the whole collection the places of other letters are listed, and Enter opens the letter there', async ({
  page,
  scholion,
}) => {
  const hands = await open(page, scholion.address, PALLISER, 'Gutman')
  await hands.find('Gutman')
  await hands.press('Control+Shift+P', '1', 'Control+S')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  await page.keyboard.press('Alt+l')
  await page.getByRole('button', { name: RICHARDS }).click()
  await expect(text(page)).toContainText('Buckley')
  await hands.press('Alt+Shift+N')
  await expect(entries(page).filter({ hasText: 'Margaret Thatcher' })).toHaveText(/person · 0/)
  await page.getByLabel('In the whole collection').check()
  await expect(entries(page).filter({ hasText: 'Margaret Thatcher' })).toHaveText(/person · 1/)
  await page.getByRole('combobox', { name: 'Names' }).fill('thatcher')
  await expect(page.locator('.mention')).toContainText('Monsieur Gutman')
  await page.getByRole('combobox', { name: 'Names' }).press('Enter')
  await page.keyboard.press('Enter')
  await expect(text(page)).toContainText('Gutman')
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('Gutman')
})
