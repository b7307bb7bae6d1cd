import { enter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test('from the first moment on the arrow keys and Enter do something: no key is lost on the empty window', async ({
  page,
  scholion,
}) => {
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('button')
  await expect(page.getByLabel('Who is editing?')).toBeFocused()
  await page.keyboard.type('Ruth')
  await page.keyboard.press('Enter')
  await expect(documents.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Alt+w')
  await expect(documents.first()).toBeFocused()
})

test('the focus is in the text again, or at the documents, when a question is put off or a box is closed', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('button')
  await expect(documents.first()).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(documents.first()).toBeFocused()
})
