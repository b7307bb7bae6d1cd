// A letter is paid for by the sheet alone: what stands beside the text follows between the keys, however much of it is open.
import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { MARGIN_PAPERS, putMarginPapers } from '../support/margin-papers.ts'

declare global {
  interface Window {
    /** How often React has drawn so far. */
    drawn: number
  }
}

test.beforeEach(async ({ page, scholion, collection }) => {
  putMarginPapers(collection)
  await page.addInitScript(() => {
    window.drawn = 0
    const nothing = () => undefined
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: nothing,
      onCommitFiberRoot: () => void window.drawn++,
    }
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook })
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  await enter(page, scholion.address)
  await openLetter(page, MARGIN_PAPERS[0])
})

/** How often anything beside the text is drawn while five letters are typed, a frame for each. */
function drawnWhileTyping(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const before = window.drawn
    const sheet = document.querySelector('.ProseMirror')!
    for (const key of 'abcde') {
      sheet.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      document.execCommand('insertText', false, key)
      await new Promise((resume) => requestAnimationFrame(resume))
    }
    return window.drawn - before
  })
}

test('with toolbar, roles and every panel open nothing beside the text is drawn at a letter, and all of it after the last', async ({
  page,
}) => {
  await page.keyboard.press('Alt+l')
  await page.getByRole('button', { name: 'Keep the list open' }).click()
  await page.locator('.rail').getByRole('button', { name: 'Notes' }).click()
  await expect(page.getByRole('listbox', { name: 'Notes' })).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('the')
  await page.keyboard.press('Enter')
  await expect(page.locator('.found').first()).toBeVisible()
  // the sign of what is saved changes with the first letter, and then only when the disk answers
  await page.route('**/api/writeTranscript', () => undefined)
  const line = page.locator('.page .block').nth(2)
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.type('x')
  await expect(page.getByTestId('keeping')).toHaveText('Saving …')
  await expect(page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Undo' })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
  const before = await page.evaluate(() => window.drawn)
  expect(before).toBeGreaterThan(0)
  expect(await drawnWhileTyping(page)).toBe(0)
  await expect(line).toContainText('xabcde')
  await expect.poll(() => page.evaluate(() => window.drawn)).toBeGreaterThan(before)
})
