// A machine transcript that is one page of hundreds of blocks: it is drawn in parts, and nothing of it is out of reach.
import type { Page } from '@playwright/test'
import { placeOf } from '../support/at-rest.ts'
import { enter, expectOnDisk, openLetter, putLetter, sign, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const BLOCKS = 600
const wordsOf = (at: number) => `Paragraph ${at} of the volume,\nread by a machine that met no form feed.`
const WORDS = `${Array.from({ length: BLOCKS }, (_, at) => wordsOf(at + 1)).join('\n\n')}\n`

let transcript = ''

test.beforeEach(async ({ page, scholion, collection }) => {
  transcript = putLetter(collection, WORDS)
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(text(page)).toContainText(`Paragraph ${BLOCKS} of`)
})

const block = (page: Page, at: number) =>
  text(page)
    .locator('.block')
    .filter({ hasText: new RegExp(`^Paragraph ${at} of`) })

/** Whether the browser lays a block out. */
const isLaidOut = (page: Page, at: number) =>
  block(page, at).evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))

test('only what is near is laid out, and an edit leaves the other parts of the page as they are', async ({ page }) => {
  await expect(page.locator('.page')).toHaveCount(1)
  expect(await isLaidOut(page, 1)).toBe(true)
  expect(await isLaidOut(page, 400)).toBe(false)
  await text(page).evaluate((body) => {
    for (const element of body.querySelectorAll('.block')) element.setAttribute('data-as-it-was', '')
  })
  const hands = new Hands(page)
  await hands.press('Control+Home', 'End')
  await hands.type(' Here')
  await hands.press('Enter')
  await hands.type('And a block of its own')
  const made = text(page).locator('.block:not([data-as-it-was])')
  await expect(made).toHaveCount(1)
  await hands.press('Control+End')
  await hands.type(' Last words.')
  await expect(block(page, BLOCKS)).toHaveText(/form feed\. Last words\.$/)
  await expect(block(page, BLOCKS)).toBeInViewport()
  await expectOnDisk(transcript, 'Last words.')
})

test('words are found in a part that was never in sight, and shown', async ({ page }) => {
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Paragraph 555')
  await expect(page.locator('.find-bar output')).toHaveText('1 of 1')
  await page.keyboard.press('Enter')
  await expect(page.locator('.found.here')).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  await expect(text(page)).toContainText('Paragraph 555! of')
})

test('a note stands beside its line in whichever part that is, goes with it, and is come back to', async ({ page }) => {
  const hands = new Hands(page)
  for (const at of [500, 3]) {
    await page.keyboard.press('Control+f')
    await page.keyboard.type(`Paragraph ${at} of`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await hands.press('Control+m', '1')
  }
  const note = (at: number) => page.locator('.margin-note').filter({ hasText: `Paragraph ${at} of` })
  const anchor = (at: number) =>
    text(page)
      .locator('.block')
      .filter({ has: page.locator('[data-a]') })
      .nth(at === 3 ? 0 : 1)
  const besideItsLine = async (at: number) => {
    await expect(note(at)).toBeInViewport()
    await expect.poll(async () => Math.abs((await placeOf(note(at))).top - (await placeOf(anchor(at))).top)).toBeLessThan(24)
  }
  await besideItsLine(3)
  await expect(note(500)).toBeHidden()
  await hands.press('Control+End')
  await expect(note(3)).toBeHidden()
  await anchor(500).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await besideItsLine(500)
})

test('all of it is selected, copied, cut and brought back by one undo', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const whole = await text(page).textContent()
  const hands = new Hands(page)
  await hands.press('Control+a', 'Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`Paragraph ${BLOCKS} of`)
  await hands.press('Control+x')
  await expect(text(page)).not.toContainText('Paragraph')
  await hands.press('Control+z')
  expect(await text(page).textContent()).toBe(whole)
  await hands.press('Control+Home')
  await hands.type('Now ')
  await expect(text(page)).toContainText('Now Paragraph 1 of')
  await expect(block(page, 300)).toHaveText(/^Paragraph 300 of/)
  await block(page, 300).scrollIntoViewIfNeeded()
  await expect.poll(() => isLaidOut(page, 300)).toBe(true)
  await expect(sign(page)).toContainText('Saved', { timeout: 40_000 })
})

test('a selection by Shift and the arrows goes from part to part, and what is typed takes its place', async ({ page }) => {
  const hands = new Hands(page)
  await hands.press('Control+Home', 'Control+Shift+End')
  await hands.type('All new.')
  await expect(text(page)).toHaveText('All new.')
  await hands.press('Control+z')
  await expect(block(page, BLOCKS)).toHaveCount(1)
})

test('a block that was drawn is not written again when the letter is opened', async ({ page }) => {
  await page.addInitScript(() => {
    const written = { count: 0 }
    Object.assign(window, { written })
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target instanceof Element && target.matches('.block')) written.count += 1
    }).observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ['data-id', 'data-role', 'data-flow', 'data-role-label'],
    })
  })
  await page.reload()
  await openLetter(page)
  await expect(text(page)).toContainText(`Paragraph ${BLOCKS} of`)
  expect(await page.evaluate(() => (window as unknown as { written: { count: number } }).written.count)).toBe(0)
})

test('where very much is selected, what is out of sight is hidden part by part and not block by block', async ({ page }) => {
  await page.keyboard.press('Control+a')
  await expect(page.locator('.selected-far')).toHaveCount(1)
  const hidden = await text(page).evaluate((body) => {
    const own = (element: Element) =>
      getComputedStyle(element).display === 'none' && getComputedStyle(element.parentElement!).display !== 'none'
    const blocks = [...body.querySelectorAll('.block')]
    return { alone: blocks.filter(own).length, together: blocks.filter((block) => own(block.parentElement!)).length }
  })
  expect(hidden.together).toBeGreaterThan(BLOCKS / 2)
  expect(hidden.alone).toBe(0)
})

test('a very long paste is put in by a task of its own, and a key that follows comes after it', async ({ page }) => {
  const hands = new Hands(page)
  await hands.press('Control+End')
  const pasted = await page.evaluate((words) => {
    const view = document.querySelector('.ProseMirror')!
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const before = view.textContent!.length
    view.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    const read = view.textContent!.length - before
    // somebody who types at once finds it there
    view.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }))
    return { read, put: view.textContent!.length - before }
  }, Array(6000).fill('A line of the paste.').join('\n\n'))
  expect(pasted.read).toBe(0)
  expect(pasted.put).toBe(6000 * 'A line of the paste.'.length)
  await hands.type('!')
  await expect(text(page).locator('.block').last()).toHaveText('A line of the paste.!')
  await hands.press('Control+z', 'Control+z')
  await expect(text(page)).not.toContainText('A line of the paste.')
})
