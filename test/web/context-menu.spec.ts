// The other button of the mouse asks what can be done with what is under it: rows of lists, names and roles too, and paste.
import type { Page } from '@playwright/test'
import { enter, openLetter, text } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

const menu = (page: Page, name: string) => page.getByRole('dialog', { name })
const choice = (page: Page, words: string | RegExp) => page.locator('.choice').filter({ hasText: words }).first()

test.beforeEach(async ({ page, scholion }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await enter(page, scholion.address)
})

test('on a row of the list of documents it opens that document', async ({ page }) => {
  const row = page.getByRole('list', { name: 'Documents' }).getByRole('listitem').filter({ hasText: 'Richards to Coles' })
  await row.click({ button: 'right' })
  await expect(menu(page, 'This entry')).toBeVisible()
  await expect(choice(page, /^Open/)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(menu(page, 'This entry')).toHaveCount(0)
  await row.click({ button: 'right' })
  await choice(page, /^Open/).click()
  await expect(page.locator('.crumb')).toHaveAttribute('title', /^richards-to-coles/)
})

test('on a name it goes to that name, over the box of names, and Escape leaves the box as it was', async ({ page }) => {
  await openLetter(page, RICHARDS)
  await text(page)
    .locator('.block')
    .filter({ hasText: 'We have now heard' })
    .dblclick({ position: { x: 6, y: 8 } })
  await page.keyboard.press('Control+Shift+P')
  await page.keyboard.press('0')
  await page.keyboard.press('Alt+Shift+N')
  const names = page.getByRole('dialog', { name: 'Names, and where they stand' })
  const entries = names.getByRole('listbox', { name: 'Names' }).getByRole('option')
  await expect(entries.first()).toBeVisible()
  const last = entries.last()
  await last.click({ button: 'right' })
  await expect(menu(page, 'This entry')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu(page, 'This entry')).toHaveCount(0)
  await expect(names).toBeVisible()
  await last.click({ button: 'right' })
  await choice(page, /^Open/).click()
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await expect(names).toBeVisible()
})

test('on a name it offers what can be done with that name, whichever was chosen before', async ({ page }) => {
  await openLetter(page, RICHARDS)
  await page.keyboard.press('Alt+Shift+N')
  const names = page.getByRole('dialog', { name: 'Names, and where they stand' })
  const row = names.getByRole('listbox', { name: 'Names' }).getByRole('option').filter({ hasText: 'Mr Buckley' })
  await row.click({ button: 'right' })
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(menu(page, 'This entry').locator('.choice')).toHaveText(['Edit …', 'Merge into …', 'Delete'])
  await choice(page, /^Edit/).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Mr Buckley')
})

test('all that can be done with words that are selected is seen at once, wherever they stand', async ({ page }) => {
  await openLetter(page, RICHARDS)
  const line = text(page).locator('.block').filter({ hasText: 'We have now heard' })
  for (const lower of [false, true]) {
    await line.dblclick({ position: { x: 6, y: 8 } })
    if (lower) await page.mouse.move(700, 820)
    await (lower ? page.mouse.click(700, 820, { button: 'right' }) : line.click({ button: 'right', position: { x: 6, y: 8 } }))
    const all = page.locator('dialog.chooser .choices')
    await expect(all.locator('.choice').first()).toBeVisible()
    expect(await all.evaluate((list) => list.scrollHeight - list.clientHeight)).toBe(0)
    expect((await page.locator('dialog.chooser').boundingBox())!.y).toBeGreaterThanOrEqual(8)
    await page.keyboard.press('Escape')
  }
})

test('on the role left of a block it is about that block, and states another role of it', async ({ page }) => {
  await openLetter(page, RICHARDS)
  const found = text(page).locator('.block').filter({ hasText: 'We have now heard' })
  const block = text(page).locator(`.block[data-id="${await found.getAttribute('data-id')}"]`)
  const box = (await block.boundingBox())!
  await page.mouse.click(box.x - 16, box.y + 10, { button: 'right' })
  await expect(menu(page, 'This block')).toBeVisible()
  await expect(menu(page, 'This block')).toContainText('Ctrl+B')
  await choice(page, 'Ctrl+B').click()
  await choice(page, 'heading').click()
  await expect(block).toHaveAttribute('data-role', 'heading')
})

test('paste, where the browser does it for the menu, pastes; where it does not, the key is told, and nothing is lost', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openLetter(page, RICHARDS)
  await page.evaluate(() => navigator.clipboard.writeText('PASTED '))
  const found = text(page).locator('.block').filter({ hasText: 'We have now heard' })
  const block = text(page).locator(`.block[data-id="${await found.getAttribute('data-id')}"]`)
  const before = await text(page).textContent()
  await block.click({ button: 'right', position: { x: 2, y: 8 } })
  await choice(page, /^Paste/).click()
  const told = page.locator('.said').filter({ hasText: 'Paste: press Ctrl+V' })
  const pasted = text(page).locator('.block').filter({ hasText: 'PASTED' })
  await expect(told.or(pasted).first()).toBeVisible()
  await expect(page.locator('.ProseMirror')).toBeFocused()
  if (await told.isVisible()) {
    expect(await text(page).textContent()).toBe(before)
    await page.keyboard.press('Control+v')
  }
  await expect(block).toContainText('PASTED We have now heard')
})

test('the mouse alone divides a block where it was pressed, and joins it with the one before', async ({ page }) => {
  await openLetter(page, RICHARDS)
  const block = text(page).locator('.block').filter({ hasText: 'We have now heard' })
  const count = await text(page).locator('.block').count()
  const whole = await block.textContent()
  await block.click({ button: 'right', position: { x: 70, y: 8 } })
  await choice(page, 'Divide the block').click()
  await expect(text(page).locator('.block')).toHaveCount(count + 1)
  await page
    .getByRole('menuitem', { name: 'Block', exact: true })
    .or(page.getByRole('button', { name: 'Block', exact: true }))
    .first()
    .click()
  await page.getByRole('menuitem', { name: /^Join the block with the one before/ }).click()
  await expect(text(page).locator('.block')).toHaveCount(count)
  await expect(text(page).locator('.block').filter({ hasText: 'We have now heard' })).toHaveText(whole!)
})
