// References in notes of ours, and one note called from two places: in the window, by keyboard.
import type { Page } from '@playwright/test'
import { enter, expectOnDisk, openLetter, picture, putLetter } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const ours = (page: Page, number: number) => page.locator(`.margin-note[data-kind="editornote"][data-sign="${number}"]`)
const numbers = (page: Page) =>
  page.locator('.body [data-a]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.sign ?? ''))

/** Writes an editor's note at the end of the block that holds the words, and goes back to it. */
async function note(hands: Hands, block: string, words: string): Promise<void> {
  await hands.goToBlock(block)
  await hands.press('End', 'Control+Shift+E')
  await hands.type(words)
  await hands.press('Escape')
}

test('a reference shows the number that the note has now, follows it and comes back, and says so when the note is gone', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await note(hands, 'First the weather', 'Not found in the file.')
  await note(hands, 'Dear John', 'Compare ')
  await hands.press('F9', 'End', 'Alt+k')
  await expect(page.getByRole('combobox', { name: 'Refer to' })).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  await picture(page, 'refer')
  await hands.type('found')
  await expect(page.locator('.palette .choice')).toHaveText([/^n\. 2“Not found in the file\.”/])
  await hands.press('Enter')
  await expect(ours(page, 1)).toHaveText('Compare n. 2')
  await expectOnDisk(file, '"ref": {')
  await hands.press('Shift+F9')
  await hands.expectWhere('in editor’s note')
  await expect.poll(async () => (await hands.around()).after).toBe('Not found in the file.')
  await hands.press('Shift+F9')
  await expect.poll(async () => (await hands.around()).before).toBe('Compare ')
  await picture(page, 'reference')
  expect(await axeFaults(page)).toEqual([])
  // a note before both: every number moves on
  await hands.press('Escape', 'Home', 'Control+Shift+E')
  // all at once: letters that come half a second apart are steps of their own
  await page.keyboard.insertText('The weather of March.')
  await expect(ours(page, 2)).toHaveText('Compare n. 3')
  await hands.press('Control+z', 'Control+z')
  await expect(ours(page, 1)).toHaveText('Compare n. 2')
  await ours(page, 2).click()
  await page.getByRole('button', { name: 'Delete this editor’s note' }).click()
  await expect(ours(page, 1)).toHaveText('Compare [what is referred to is not here]')
  await hands.press('Control+z')
  await expect(ours(page, 1)).toHaveText('Compare n. 2')
})

test('a reference leads to a paragraph, a page or the paper too; from handwriting nothing refers', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await note(hands, 'Dear John', 'See ')
  await hands.press('F9', 'End')
  for (const [typed, words] of [
    ['paragraph minister', '“First the weather, then the minister.”, page 1 of the transcript'],
    ['page ·', 'page 1 of the transcript'],
    ['paper', 'paper 1'],
  ] as const) {
    await hands.press('Alt+k')
    await hands.type(typed)
    await hands.press('Enter')
    await expect(page.locator('.a-ref').last()).toHaveText(words)
  }
  await hands.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Shift+F9')
  await hands.expectWhere('page 1')
  await hands.goToBlock('Yours ever')
  await hands.press('Control+m', '0', 'F9', 'Alt+k')
  await expect(page.getByText('only what is ours refers')).toBeVisible()
})

test('one editor’s note is called from two places, and stays when one of them goes', async ({ page, scholion, collection }) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await note(hands, 'Dear John', 'Twice in this letter.')
  await note(hands, 'First the weather', 'Once.')
  await hands.selectIn('ever', 'Yours ever')
  await hands.press('Alt+y')
  await expect(page.getByRole('combobox', { name: 'The same editor’s note here' })).toBeFocused()
  await hands.type('twice')
  await hands.press('Enter')
  await expect.poll(() => numbers(page)).toEqual(['1', '2', '1'])
  await expect(page.locator('.margin-note')).toHaveCount(2)
  await picture(page, 'again')
  await hands.press('Alt+y')
  await expect(page.locator('.palette .choice').first()).toHaveText(/^no more here: n\. 1/)
  await hands.press('Enter')
  await expect.poll(() => numbers(page)).toEqual(['1', '2'])
  await hands.press('Control+z')
  await expect.poll(() => numbers(page)).toEqual(['1', '2', '1'])
  // with its first place it becomes the second
  await hands.goToBlock('Dear John')
  await hands.press('End', 'Alt+y')
  await hands.type('no more')
  await hands.press('Enter')
  await expect.poll(() => numbers(page)).toEqual(['1', '2'])
  await expect(ours(page, 2)).toHaveText('Twice in this letter.')
})
