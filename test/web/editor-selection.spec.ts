import type { Page } from '@playwright/test'
import { expect } from '../support/fixtures.ts'
import { NOTES, PAGES, test, WHOLE, WORDS } from './editor-harness/sheet.ts'

/** In the page: whether both ends of the browser's selection stand in one note. */
function selectionInOneNote(): boolean {
  const noteOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest('.margin-note') ?? null
  const { anchorNode, focusNode } = getSelection()!
  return noteOf(anchorNode) !== null && noteOf(anchorNode) === noteOf(focusNode)
}

/** An input method writes 日本 in three steps, and ends with it, or with nothing: then it was given up. */
async function compose(page: Page, end = '日本'): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await client.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 })
  await client.send('Input.insertText', { text: end })
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
    ['composed over', (page: Page) => compose(page), 'four five日本'],
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

test.describe('a composition', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  // the first letter of a note or block is where the browser may take the end of the one before for the same place
  for (const [where, id, was, from, to] of [
    ['before the first letter of the first note', 'n1', 'first note', 0, 0],
    ['before the first letter of a note', 'n2', 'second note', 0, 0],
    ['over the first letters of a note', 'n2', 'second note', 0, 3],
    ['over a whole note', 'n2', 'second note', 0, 11],
    ['amid a note', 'n2', 'second note', 3, 6],
    ['before the first letter of a page', 'b3-1', 'ten eleven', 0, 0],
    ['over the last letters of a page', 'b1-2', 'four five', 5, 9],
  ] as const)
    for (const [end, left] of [
      ['is finished', '日本'],
      ['is given up', ''],
    ] as const)
      test(`${where} that ${end} changes nothing else`, async ({ sheet, page, watched }) => {
        const { pages, notes } = await sheet.read()
        const now = was.slice(0, from) + left + was.slice(to)
        await sheet.caret(id, from, to)
        await page.waitForFunction(() => window.harness.settled())
        await compose(page, left)
        const changed = (all: readonly string[]) => all.map((words) => (words === was ? now : words))
        await expect
          .poll(async () => {
            const read = await sheet.read()
            return [read.pages, read.notes]
          })
          .toEqual([pages.map(changed), changed(notes)])
        expect(watched.violations()).toBe(0)
      })
})
