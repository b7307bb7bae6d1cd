// What the machine may have misread: pointed at, never mended by itself.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, expectOnDisk, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const LETTER = `Dear John,

We are grateful for tbe report of the com mittee on the harbour.

The minister has read tbe paper and will write to the Board of Trade again next week.

The quondle will be settled by then.

Yours ever,
`

const doubted = (page: Page) => text(page).locator('.doubted')
const said = (page: Page) => page.locator('.status .said')
const queue = (page: Page) => page.getByRole('listbox', { name: 'Doubts' })

/** Where the lines of the sheet stand. */
const places = (page: Page) =>
  text(page)
    .locator('.block')
    .evaluateAll((blocks) =>
      blocks.flatMap((block) => {
        const range = document.createRange()
        range.selectNodeContents(block)
        const { left, top, right, bottom } = range.getBoundingClientRect()
        return [left, top, right, bottom]
      }),
    )

test.describe('a letter with slips of the machine', () => {
  let file: string
  let hands: Hands

  test.beforeEach(async ({ page, scholion, collection }) => {
    file = putLetter(collection, LETTER)
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(page.locator('.ProseMirror')).toBeFocused()
    hands = new Hands(page)
  })

  test('before anybody asks for doubts, none is looked for and no dictionary is fetched', async ({ page }) => {
    const fetched: string[] = []
    page.context().on('request', (request) => fetched.push(request.url()))
    await hands.type('x')
    await hands.press('Control+s')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
    expect(fetched.filter((url) => url.includes('/dictionaries/'))).toEqual([])
    await expect(page.getByRole('button', { name: /doubts/ })).toHaveCount(0)
    await hands.press('F8')
    await expect(said(page)).toContainText('Doubt 1 of')
    expect(fetched.filter((url) => url.includes('/dictionaries/')).length).toBeGreaterThan(3)
  })

  test('F8 goes to the likeliest, Alt+Enter takes what is proposed and goes on, and undo gives each back', async ({ page }) => {
    const before = await text(page).innerText()
    await hands.press('F8')
    await expect(said(page)).toContainText(/Doubt 1 of \d+: “/)
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(2)
    await expect(doubted(page).filter({ hasText: 'com mittee' })).toHaveCount(1)
    for (const mended of [1, 2, 3]) {
      await hands.press('Alt+Enter')
      await expect(said(page)).toContainText('Now “')
      await expect(page.locator('.ProseMirror')).toBeFocused()
      expect((await text(page).innerText()).split(/\btbe\b|com mittee/).length).toBe(4 - mended)
    }
    await expect(text(page)).toContainText('for the report of the committee on the harbour')
    await expect(doubted(page).filter({ hasText: /tbe|com mittee/ })).toHaveCount(0)
    await hands.press('Control+z', 'Control+z', 'Control+z')
    expect(await text(page).innerText()).toBe(before)
    // and what is in doubt again is pointed at again
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(2)
  })

  test('looking at doubts changes nothing: no word moves, and no file is written', async ({ page, collection }) => {
    const before = await places(page)
    await hands.press('Alt+d')
    await expect(queue(page)).toBeVisible()
    await hands.press('ArrowDown', 'ArrowDown', 'ArrowUp')
    await expect(doubted(page).first()).toBeVisible()
    const moved = (await places(page)).map((at, index) => Math.abs(at - before[index]!))
    // words that are drawn in two pieces end on another 64th of a pixel
    expect(Math.max(...moved)).toBeLessThan(0.1)
    await hands.press('Escape', 'Control+s')
    expect(existsSync(file)).toBe(false)
    expect(readFileSync(join(collection, 'a-short-letter.txt'), 'utf8')).toBe(LETTER)
  })

  test('one is accepted for all like it, after they were looked at; one undo takes it back', async ({ page }) => {
    await hands.press('F8')
    await expect(said(page)).toContainText('Doubt 1')
    await hands.find('tbe')
    await hands.press('Alt+Shift+Enter')
    const box = page.getByRole('dialog', { name: 'Accept it for all like it' })
    await expect(box).toContainText('2 of 2 are ticked')
    await expect(box).toContainText('The minister has read tbe the paper')
    expect(await axeFaults(page, 'dialog')).toEqual([])
    await hands.press('Enter')
    await expect(said(page)).toContainText('2 places corrected')
    await expect(text(page)).not.toContainText('tbe')
    await hands.press('Control+z')
    await expect(text(page)).toContainText('for tbe report')
    await expect(text(page)).toContainText('read tbe paper')
  })

  test('a word that is right goes into the word list of the collection, and undo takes it off again', async ({
    page,
    collection,
  }) => {
    const words = () => (JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8')).words ?? []) as string[]
    await hands.press('F8')
    await expect(doubted(page).filter({ hasText: 'quondle' })).toHaveCount(1)
    await hands.find('quondle')
    await hands.press('Alt+.')
    await expect(said(page)).toContainText('“quondle” is right in this collection.')
    await expect(doubted(page).filter({ hasText: 'quondle' })).toHaveCount(0)
    await expect.poll(words).toEqual(['quondle'])
    await expectOnDisk(file, ':quondle"')
    await page.reload()
    await openLetter(page)
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(2)
    await expect(doubted(page).filter({ hasText: 'quondle' })).toHaveCount(0)
    await hands.find('com mittee')
    await hands.press('Alt+.')
    await expect(said(page)).toContainText('Right as it stands.')
    await expect(doubted(page).filter({ hasText: 'com mittee' })).toHaveCount(0)
    await hands.press('Control+z')
    await expect(doubted(page).filter({ hasText: 'com mittee' })).toHaveCount(1)
    expect(words()).toEqual(['quondle'])
    await hands.find('tbe')
    await hands.press('Alt+.')
    await expect.poll(words).toEqual(['quondle', 'tbe'])
    await hands.press('Control+z')
    await expect.poll(words).toEqual(['quondle'])
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(2)
  })

  test('what only the paper can tell becomes an undetermined reading', async ({ page }) => {
    await hands.press('F8')
    await expect(said(page)).toContainText('Doubt 1')
    await hands.find('quondle')
    await hands.press('Control+Shift+F12')
    await expect(text(page).locator('.m-undetermined')).toHaveText('quondle')
    await expect(doubted(page).filter({ hasText: 'quondle' })).toHaveCount(0)
    await hands.press('Control+z')
    await expect(text(page).locator('.m-undetermined')).toHaveCount(0)
    await expect(doubted(page).filter({ hasText: 'quondle' })).toHaveCount(1)
  })

  test('a doubt goes when its word is changed, at once, and typing goes on', async ({ page }) => {
    await hands.press('F8')
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(2)
    await hands.find('tbe')
    await hands.press('ArrowRight', 'ArrowLeft', 'Backspace')
    await hands.type('h')
    await expect(text(page)).toContainText('read the paper')
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(1)
    await expect(page.getByRole('button', { name: /^\d+ doubts$/ })).toBeVisible()
  })

  test('in handwriting a proposal becomes a marked correction, one place at a time', async ({ page }) => {
    await hands.find('The minister')
    await hands.press('Alt+e', '1')
    await hands.press('F8')
    await expect(doubted(page).filter({ hasText: 'tbe' })).toHaveCount(2)
    await hands.find('read tbe')
    await hands.press('ArrowRight', 'ArrowLeft')
    await hands.press('Alt+Shift+Enter')
    const box = page.getByRole('dialog', { name: 'Accept it for all like it' })
    await expect(box).toContainText('1 of 1 are ticked')
    await expect(box).not.toContainText('The minister')
    await hands.press('Escape', 'Alt+Enter')
    await expect(text(page).locator('.m-correction')).toHaveText('the')
    await hands.press('Control+z')
    await expect(text(page).locator('.m-correction')).toHaveCount(0)
    await expect(text(page)).toContainText('read tbe paper')
  })

  test('with the mouse: the count shows the list, a press shows the place, a button takes a proposal', async ({ page }) => {
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await page.getByRole('menuitem', { name: /Look for doubts/ }).click()
    await page.getByRole('button', { name: /^\d+ doubts$/ }).click()
    await queue(page)
      .getByRole('option', { name: /com mittee/ })
      .click()
    const here = page.getByRole('region', { name: 'The doubt here' })
    await expect(here).toContainText('com mittee')
    await expect(text(page).locator('.doubt-lit')).toHaveText('com mittee')
    expect(await axeFaults(page, '.facts-side')).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: test.info().outputPath(`doubts-${colorScheme}.png`) })
    }
    await here.getByRole('button', { name: 'committee' }).click()
    await expect(text(page)).toContainText('report of the committee on')
    await queue(page).getByRole('option', { name: /tbe/ }).first().click()
    await here.getByRole('button', { name: /All like it \(2\)/ }).click()
    await page.getByRole('button', { name: /^Accept 2/ }).click()
    await expect(text(page)).not.toContainText('tbe')
    await queue(page)
      .getByRole('option', { name: /quondle/ })
      .click()
    await here.getByRole('button', { name: 'This is right' }).click()
    await expect(doubted(page)).toHaveCount(0)
    await expect(page.locator('.facts-side')).toContainText('nothing is in doubt')
    await expect(page.locator('.facts-side')).toContainText('may have misread')
  })

  test('in the list, Enter takes one and Backspace says that one is right; the keyboard stays there', async ({ page }) => {
    await hands.press('Alt+d')
    await expect(queue(page)).toBeVisible()
    await expect(page.locator('.review-rows:focus, .review-rows :focus')).toHaveCount(1)
    const count = await doubted(page).count()
    await hands.press('ArrowDown', 'ArrowUp', 'Enter')
    await expect(doubted(page)).toHaveCount(count - 1)
    await expect(queue(page).locator(':focus')).toHaveCount(1)
    await hands.press('Backspace')
    await expect.poll(() => doubted(page).count()).toBeLessThan(count - 1)
    await expect(page.locator('.review-list :focus, .facts-side :focus')).toHaveCount(1)
    await hands.press('Escape')
    await expect(page.locator('.ProseMirror')).toBeFocused()
  })

  test('where the dictionary cannot be had, the list says so and the text can be worked on', async ({ page }) => {
    await page.context().route('**/dictionaries/**', (route) => route.fulfill({ status: 200, body: '' }))
    await hands.press('Alt+d')
    const panel = page.locator('.facts-side')
    await expect(panel).toContainText('The dictionary could not be read')
    await expect(panel).toContainText('The text is not touched by it')
    await hands.press('Escape', 'Control+Home')
    await hands.type('My ')
    await expect(text(page)).toContainText('My Dear John,')
    await page.context().unroute('**/dictionaries/**')
    await panel.getByRole('button', { name: 'Try again' }).click()
    await expect(queue(page)).toBeVisible()
  })
})
