import { enter, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const LETTER = 'Dear John,\n\nThe mission will go to Bonn.\n\nNot now.\n\nThe mission may go to Rome.\n\nYours ever,\n'

test.beforeEach(async ({ page, collection, scholion }) => {
  putLetter(collection, LETTER)
  await enter(page, scholion.address)
  await openLetter(page)
})

test('one key goes on to the next block without a role, from the list too; once all have theirs it says so', async ({ page }) => {
  const hands = new Hands(page)
  const said = page.locator('.status .said')
  await hands.press('Control+b', 's', 'Control+F2')
  await expect(said).toHaveText('Block without a role 1 of 4.')
  expect((await hands.around()).after).toBe('The mission will go to Bonn.')
  await hands.press('Control+Shift+F2')
  await expect(said).toHaveText('Block without a role 4 of 4, from the end again.')
  await hands.press('Alt+l')
  await expect(page.locator('.documents :focus')).toHaveCount(1)
  await hands.press('Control+F2')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect(said).toHaveText('Block without a role 1 of 4, from the beginning again.')
  for (const role of ['p', 'p', 'p', 'c']) await hands.press('Control+b', role, 'Control+F2')
  await expect(said).toHaveText('Every block has its role.')
})

test('tags, uncertain places, queries and notes without a hand have a key each, and what is come to is selected', async ({
  page,
}) => {
  const hands = new Hands(page)
  const said = page.locator('.status .said')
  const selected = () => page.evaluate(() => String(getSelection()))
  await hands.press('Control+F10')
  await expect(said).toContainText('Nothing is marked as unclear')
  await hands.find('Bonn')
  await hands.press('Control+Shift+I', 'Control+Home', 'Control+F10')
  await expect(said).toHaveText('Uncertain 1 of 1.')
  expect(await selected()).toBe('Bonn')
  await hands.press('Control+Home', 'Control+F3')
  expect(await selected()).toBe('Bonn')
  await hands.find('Not now.')
  await hands.press('Control+m', '0', 'Control+Home', 'Control+F9')
  await expect(said).toHaveText('Every note and pen mark has its hand.')
  await hands.find('Rome')
  await hands.press('Control+Shift+Q')
  await hands.type('Or Paris?')
  await hands.press('Escape', 'Control+Home', 'Control+F8')
  await expect(said).toHaveText('Open query 1 of 1.')
})

test('after a lift the caret stands in the next block; undo says what it took back, and redo what it brought again', async ({
  page,
}) => {
  const hands = new Hands(page)
  const said = page.locator('.status .said')
  await hands.find('Not now.')
  await hands.press('Control+m', '1')
  await expect(page.locator('.margin-note')).toHaveCount(1)
  expect((await hands.around()).after).toBe('The mission may go to Rome.')
  await hands.press('Control+Z')
  await expect(said).toHaveText('Undone: note “Not now.”.')
  await expect(text(page)).toContainText('Not now.')
  await hands.press('Control+Y')
  await expect(said).toHaveText('Done again: note “Not now.”.')
})

test('find has the words of last time, and what is to be replaced by nothing is looked at first', async ({ page }) => {
  const hands = new Hands(page)
  await hands.find('mission')
  await hands.press('Control+Home', 'Control+H')
  await expect(page.getByLabel('Find', { exact: true })).toHaveValue('mission')
  await page.getByRole('button', { name: 'Delete all 2' }).click()
  const box = page.getByRole('dialog', { name: 'Look at each replacement' })
  await expect(box).toContainText('These words would go')
  await expect(text(page)).toContainText('The mission may go to Rome.')
  await box.getByRole('button', { name: 'Replace 2' }).click()
  await expect(text(page)).not.toContainText('mission')
  await hands.press('Escape', 'Control+Z')
  await expect(text(page)).toContainText('The mission may go to Rome.')
})
