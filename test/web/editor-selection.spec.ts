import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures.ts'
import { NOTES, PAGES, test, WHOLE, WORDS } from './editor-harness/sheet.ts'

/** In the page: whether both ends of the browser's selection stand in one note. */
function selectionInOneNote(): boolean {
  const noteOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest('.margin-note') ?? null
  const { anchorNode, focusNode } = getSelection()!
  return noteOf(anchorNode) !== null && noteOf(anchorNode) === noteOf(focusNode)
}

/** An input method writes 日本, in three steps. */
async function compose(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await client.send('Input.insertText', { text: '日本' })
}

test.describe('a selection', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  test('dragged from the text over a note stays in the text', async ({ sheet, page }) => {
    await sheet.drag(['b1-1', 5], ['n1', 4])
    const { anchor, head } = await sheet.read()
    expect(anchor).toBe('b1-1:5')
    expect(head).toMatch(/^b1-1/)
    await page.keyboard.type('X')
    expect((await sheet.read()).notes).toEqual(WORDS)
  })
  test('dragged from a note over the text stays in the note', async ({ sheet, page }) => {
    await sheet.drag(['n1', 4], ['b2-1', 3])
    const { anchor, head } = await sheet.read()
    expect([anchor, head.split(':')[0]]).toEqual(['n1:4', 'n1'])
    // what the browser shows follows what the editor decided, an event later
    await expect.poll(() => page.evaluate(selectionInOneNote)).toBe(true)
    await page.keyboard.type('X')
    expect((await sheet.read()).pages).toEqual(WHOLE)
  })
  test('dragged from one note to another stays in the first', async ({ sheet }) => {
    await sheet.drag(['n3', 4], ['n1', 3])
    expect((await sheet.read()).head).toMatch(/^n3/)
  })
  test('Shift and a click into a note leave it as it is', async ({ sheet, page }) => {
    await sheet.caret('b1-2', 2, 4)
    const { x, y } = await sheet.spot('n3', 3)
    await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    await page.keyboard.up('Shift')
    expect(await sheet.read()).toMatchObject({ anchor: 'b1-2:2', head: 'b1-2:4' })
  })
  test('over a page turn has one range a page, and Backspace leaves the pages', async ({ sheet }) => {
    await sheet.caret('b1-2', 4)
    await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown')
    expect(await sheet.read()).toMatchObject({ ranges: 2, anchor: 'b1-2:4' })
    await sheet.press('Backspace')
    const { pages, notes } = await sheet.read()
    expect([pages.length, pages[0], notes]).toEqual([3, ['*one two three', 'four'], WORDS])
  })
  test('over a page turn is typed over on its first page', async ({ sheet, page }) => {
    await sheet.drag(['b1-2', 4], ['b2-2', 5])
    expect((await sheet.read()).ranges).toBe(2)
    await page.keyboard.type('X')
    expect(await sheet.read()).toMatchObject({ pages: [['*one two three', 'fourX'], [' nine'], WHOLE[2]], notes: WORDS })
    await sheet.press('Control+z')
    expect((await sheet.read()).pages).toEqual(WHOLE)
  })
  test('over a page turn is divided by Enter', async ({ sheet }) => {
    await sheet.drag(['b1-2', 4], ['b2-2', 5])
    await sheet.press('Enter')
    expect((await sheet.read()).pages).toEqual([['*one two three', 'four', ''], [' nine'], WHOLE[2]])
  })
  test('over a page turn is composed over without touching pages', async ({ sheet, page }) => {
    await sheet.drag(['b1-2', 4], ['b2-2', 5])
    await compose(page)
    await expect.poll(async () => (await sheet.read()).pages).toEqual([['*one two three', 'four日本'], [' nine'], WHOLE[2]])
    expect((await sheet.read()).notes).toEqual(WORDS)
  })
  // from the last letter of a page to the first of the next, as a double click on a page's last word selects it
  for (const [what, act, first] of [
    ['typed over', (page: Page) => page.keyboard.type('ab'), 'four fiveab'],
    ['composed over', compose, 'four five日本'],
    ['dictated over', (page: Page) => page.keyboard.insertText('dictated'), 'four fivedictated'],
    ['deleted backwards', (page: Page) => page.keyboard.press('Backspace'), 'four five'],
    ['deleted forwards', (page: Page) => page.keyboard.press('Delete'), 'four five'],
    ['deleted by the word', (page: Page) => page.keyboard.press('Control+Backspace'), 'four five'],
    ['pasted over', (page: Page) => page.evaluate(() => window.harness.paste({ 'text/plain': 'here' })), 'four fivehere'],
  ] as const)
    test(`of a page turn alone is ${what} on its first page, and both pages stay`, async ({ sheet, page, watched }) => {
      await sheet.caret('b1-2', 9)
      await sheet.press('Shift+ArrowRight')
      expect(await sheet.read()).toMatchObject({ ranges: 2, anchor: 'b1-2:9', head: 'b2-1:0' })
      await act(page)
      await expect.poll(async () => (await sheet.read()).pages).toEqual([['*one two three', first], WHOLE[1], WHOLE[2]])
      expect(await sheet.read()).toMatchObject({ notes: WORDS, head: `b1-2:${first.length}` })
      expect(watched.violations()).toBe(0)
    })
  test('over a page turn takes text that comes without keys', async ({ sheet, page }) => {
    await sheet.drag(['b1-2', 4], ['b2-2', 5])
    await page.keyboard.insertText('dictated')
    expect((await sheet.read()).pages).toEqual([['*one two three', 'fourdictated'], [' nine'], WHOLE[2]])
  })
  test('of everything is the body; deleting it leaves every page and note', async ({ sheet }) => {
    await sheet.caret('b2-1', 2)
    await sheet.press('Control+a')
    expect((await sheet.read()).ranges).toBe(3)
    await sheet.press('Backspace')
    expect(await sheet.read()).toMatchObject({ pages: [['*'], ['*'], ['']], notes: WORDS })
    await sheet.press('Control+z')
    expect((await sheet.read()).pages).toEqual(WHOLE)
  })
})
