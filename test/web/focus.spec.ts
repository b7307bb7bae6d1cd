import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { enter, expectOnDisk, fileText, openLetter, putLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test('from the first moment on the arrow keys and Enter do something: no key is lost on the empty window', async ({
  page,
  scholion,
}) => {
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('button')
  await expect(documents.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Alt+w')
  await expect(documents.nth(1)).toBeFocused()
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

test('documents are found by name or by how far they have come, and opened, without the mouse', async ({
  page,
  scholion,
  collection,
}) => {
  for (const name of readdirSync(collection)) if (/^(bone|palliser|walden).*json$/.test(name)) rmSync(join(collection, name))
  await enter(page, scholion.address)
  const list = page.getByRole('list', { name: 'Documents' }).getByRole('button')
  await expect(page.getByText(/4 documents · .*3 never opened/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Find a document' }).focus()
  await page.keyboard.type('never pall')
  await expect(list).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(list.first()).toBeFocused()
  await page.getByRole('textbox', { name: 'Find a document' }).fill('')
  await page.getByRole('combobox', { name: 'Order of the documents' }).selectOption('most')
  await expect(list.first()).toContainText('richards')
  await page.getByRole('textbox', { name: 'Find a document' }).fill('walden')
  await expect(list).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('.crumb')).toHaveAttribute('title', /^walden/)
})

test('a panel has the focus with its key, not a moment later: what is done next keeps it', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, 'bone-to-coles-1982-10-14.txt')
  const text = page.locator('.ProseMirror')
  await expect(text).toBeFocused()
  // the key and what comes after it in one breath, before a frame is drawn
  const at = await text.evaluate(async (element: HTMLElement) => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'i', code: 'KeyI', altKey: true, bubbles: true, cancelable: true }))
    const first = document.activeElement?.closest('[data-part]')?.getAttribute('data-part')
    element.focus()
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
    return [first, document.activeElement?.closest('[data-part]')?.getAttribute('data-part')]
  })
  expect(at[0]).toBe('inspector')
  expect(at[1]).not.toBe('inspector')
  await expect(text).toBeFocused()
})

test('who is editing is asked at the first save, takes no key from who is typing, and the answer stands with the revision', async ({
  page,
  scholion,
  collection,
}) => {
  const path = putLetter(collection)
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  const question = page.getByLabel('Who is editing?')
  await openLetter(page)
  await expect(question).toHaveCount(0)
  await page.keyboard.type('My ')
  await page.keyboard.press('Control+s')
  await expect(question).toBeVisible()
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.type('dear ')
  await expect(page.locator('.ProseMirror .body')).toContainText('My dear')
  await question.fill('Ruth')
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expectOnDisk(path, '"who": "Ruth"')
  expect(JSON.parse(fileText(path)!).revisions.map(({ who }: { who: string }) => who)).toEqual(['Ruth'])
})
