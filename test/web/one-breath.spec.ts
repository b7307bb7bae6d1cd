// What somebody does in one breath: a key right after a selection, letters right after Esc. Each is told to the page before it can draw a frame.
import { enter, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

test.beforeEach(async ({ page, scholion, collection }) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

test('a command acts on the words that were selected right before it, though the browser has not told of them yet', async ({
  page,
}) => {
  await text(page).evaluate((body) => {
    const words = document.createTreeWalker(body.querySelectorAll('.block')[1]!, NodeFilter.SHOW_TEXT).nextNode()!
    getSelection()!.setBaseAndExtent(words, 'First the '.length, words, 'First the weather'.length)
    const key = { key: 'I', code: 'KeyI', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }
    body.closest('.ProseMirror')!.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await expect(text(page).locator('.m-unclear')).toHaveText('weather')
})

test('letters typed right after Esc go where the caret was', async ({ page }) => {
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'All commands' })).toBeFocused()
  const isBack = await page.evaluate(async () => {
    const key = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true }
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', key))
    await null
    const { anchorNode } = getSelection()!
    return document.activeElement!.matches('.ProseMirror') && document.activeElement!.contains(anchorNode)
  })
  expect(isBack).toBe(true)
  await page.keyboard.type(' and so on')
  await expect(text(page)).toContainText('Dear John, and so on')
})

const WAYS = {
  'its key': () => ({ key: 'i', code: 'KeyI', altKey: true }),
  'the key of the next part': () => ({ key: 'F6', code: 'F6' }),
  'the mouse': () => null,
} as const

for (const [way, key] of Object.entries(WAYS))
  test(`a fact stated right after a letter was typed is stated of what stands there now, by ${way}`, async ({ page }) => {
    const hands = new Hands(page)
    await hands.find('weather')
    await hands.press('Control+Shift+G', '1', 'Home', 'Control+ArrowRight', 'Control+ArrowRight', 'ArrowRight')
    // what was stated is shown; what was not waits under “Add a fact”
    const reason = page.getByRole('group', { name: 'Gap' }).getByRole('combobox', { name: 'Reason' })
    await expect(reason).toHaveValue('illegible')
    await text(page).evaluate(async (body, pressed) => {
      document.execCommand('insertText', false, 'x')
      await null
      if (pressed !== null)
        body.closest('.ProseMirror')!.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }))
      // React tells of a pointer that enters by what it leaves and where it goes
      else
        document
          .querySelector('.facts')!
          .dispatchEvent(new PointerEvent('pointerover', { bubbles: true, relatedTarget: document.body }))
      await null
      const fields = [...document.querySelectorAll<HTMLSelectElement>('.facts select')]
      const field = fields.find((one) => one.labels[0]?.textContent.startsWith('Reason'))!
      field.value = 'cancelled'
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }, key())
    await expect(text(page)).toContainText('First the x[')
    await expect(reason).toHaveValue('cancelled')
  })
