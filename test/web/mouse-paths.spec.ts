// With the mouse alone: what is wanted most often takes as few presses as the picture of the interface says.
import type { Page } from '@playwright/test'
import { enter, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Mouse } from '../support/mouse.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

const choice = (page: Page, words: string | RegExp) => page.locator('.choice').filter({ hasText: words }).first()
const bar = (page: Page) => page.getByRole('toolbar', { name: 'What is selected' })

test.describe('in a letter', () => {
  test.beforeEach(async ({ page, scholion }) => {
    await enter(page, scholion.address)
    await openLetter(page, RICHARDS)
  })

  test('a note is three actions: its words, To margin, the hand', async ({ page }) => {
    const mouse = new Mouse(page)
    const notes = page.locator('.margin-note.on')
    const had = await notes.count()
    await mouse.drag(text(page).locator('.block').filter({ hasText: 'We have now heard' }), 'now heard')
    await mouse.press(bar(page).getByRole('button', { name: 'To margin' }))
    await mouse.press(choice(page, 'Margaret Thatcher'))
    await expect(notes).toHaveCount(had + 1)
    expect(mouse.used).toBe(3)
  })

  test('a name is three actions: its words, Person, who', async ({ page }) => {
    const mouse = new Mouse(page)
    await mouse.drag(text(page).locator('.block').filter({ hasText: 'We have now heard' }), 'Mr Buckley')
    await mouse.press(bar(page).getByRole('button', { name: 'Person' }))
    await mouse.press(choice(page, /A J Coles|Margaret Thatcher/))
    await expect(text(page).locator('.m-person').filter({ hasText: 'Mr Buckley' })).toBeVisible()
    expect(mouse.used).toBe(3)
  })

  test('a role is two actions: the label left of the block, and the role; also of several blocks at once', async ({ page }) => {
    const mouse = new Mouse(page)
    const block = text(page).locator('.block').filter({ hasText: 'We have now heard' })
    await mouse.label(block)
    await mouse.press(choice(page, 'heading'))
    await expect(block).toHaveAttribute('data-role', 'heading')
    expect(mouse.used).toBe(2)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+a')
    await mouse.label(block)
    await expect(page.getByRole('dialog')).toBeVisible()
    await choice(page, 'heading').click()
    await expect(text(page).locator('.block:not([data-role="heading"])')).toHaveCount(0)
  })

  test('the bar is for the mouse: words selected by keys have none, and a key takes it away', async ({ page }) => {
    const mouse = new Mouse(page)
    await mouse.drag(text(page).locator('.block').filter({ hasText: 'We have now heard' }), 'now heard')
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(bar(page)).toHaveCount(0)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).not.toBe('')
    await expect(bar(page)).toHaveCount(0)
  })

  test('the other button asks what can be done, with its key, and the browser’s own menu stays in fields', async ({ page }) => {
    const menu = page.getByRole('dialog')
    const block = text(page).locator('.block').filter({ hasText: 'We have now heard' })
    await block.click({ button: 'right' })
    await expect(menu).toContainText('Ctrl+B')
    await page.keyboard.press('Escape')
    await expect(page.locator('.ProseMirror')).toBeFocused()
    await page.locator('.margin-note.on').first().click({ button: 'right' })
    await expect(menu).toContainText('Put the note back')
    await choice(page, 'Put the note back').click()
    await expect(menu).toHaveCount(0)
    await page.keyboard.press('Control+z')
    // a selection stays what it is about
    await new Mouse(page).drag(block, 'Mr Buckley')
    await block
      .getByText('Buckley')
      .first()
      .click({ button: 'right', position: { x: 4, y: 4 } })
      .catch(() => undefined)
    await page.keyboard.press('Escape')
    for (const [what, words] of [
      [page.getByRole('tab', { name: 'Details' }), 'Ctrl+K'],
      [page.locator('.status'), 'Ctrl+K'],
    ] as const) {
      await what.click({ button: 'right' })
      await expect(menu).toContainText(words)
      await page.keyboard.press('Escape')
      await expect(menu).toHaveCount(0)
    }
    const prevented = await page.evaluate(() => {
      const field = document.querySelector('.facts-side select, .facts-side input')!
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
      field.dispatchEvent(event)
      return event.defaultPrevented
    })
    expect(prevented).toBe(false)
  })

  test('copy and cut are in the menu, since it stands in place of the browser’s', async ({ page }) => {
    const found = text(page).locator('.block').filter({ hasText: 'We have now heard' })
    const block = text(page).locator(`.block[data-id="${await found.getAttribute('data-id')}"]`)
    await block.dblclick({ position: { x: 6, y: 8 } })
    await block.click({ button: 'right', position: { x: 6, y: 8 } })
    await choice(page, /^Cut/).click()
    await expect(block).not.toContainText('We have now')
    await page.keyboard.press('Control+v')
    await expect(block).toContainText('We have now')
  })
})

test('a block without a role asks for one under the mouse and at the caret, and is quiet otherwise', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  const label = (at: number) =>
    text(page)
      .locator('.block')
      .nth(at)
      .evaluate((block) => {
        const { content, opacity } = getComputedStyle(block, '::before')
        return `${content.replaceAll('"', '')} ${opacity}`
      })
  await page.keyboard.press('Control+Home')
  await expect.poll(() => label(0)).toBe('role? 1')
  expect(await label(1)).toBe('role? 0')
  await text(page).locator('.block').nth(1).hover()
  await expect.poll(() => label(1)).toBe('role? 1')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('s')
  await page.keyboard.press('Control+End')
  await expect.poll(() => label(0)).toBe('salutation 1')
})
