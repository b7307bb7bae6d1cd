import { expect } from '../support/fixtures.ts'
import { NOTES, PAGES, test, WHOLE, WORDS } from './editor-harness/sheet.ts'

test.describe('a caret in a note', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  test('writes in the note and nowhere else', async ({ sheet, page }) => {
    const { x, y } = await sheet.spot('n1', 6)
    await page.mouse.click(x, y)
    await page.keyboard.type('long ')
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: ['first long note', 'second note', 'third note'] })
  })
  test('is where the click was, though a key comes before the browser has told of the click', async ({ sheet, page }) => {
    await sheet.caret('b1-1', 0)
    const head = await page.evaluate(() => {
      const note = document.querySelector('#note-n1')!
      note.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))
      getSelection()!.collapse(document.createTreeWalker(note, NodeFilter.SHOW_TEXT).nextNode()!, 6)
      note.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
      note.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }))
      return window.harness.read().head
    })
    expect(head).toBe('n1:6')
  })
  test('Enter is a line break; Backspace and Delete at its ends do nothing', async ({ sheet }) => {
    await sheet.caret('n2', 6)
    await sheet.press('Enter')
    expect((await sheet.read()).notes[1]).toBe('second| note')
    await sheet.press('Backspace')
    await sheet.caret('n2', 0)
    await sheet.press('Backspace', 'Control+Backspace')
    await sheet.caret('n2', 11)
    await sheet.press('Delete', 'Control+Delete')
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: WORDS })
  })
  test('arrows, Home and End stay in it', async ({ sheet }) => {
    await sheet.caret('n2', 0)
    await sheet.press('ArrowLeft', 'ArrowUp', 'Control+Home', 'PageUp', 'Control+ArrowLeft')
    expect(await sheet.read()).toMatchObject({ anchor: 'n2:0', head: 'n2:0' })
    await sheet.press('Control+End', 'ArrowRight', 'ArrowDown', 'PageDown', 'Control+ArrowRight')
    expect(await sheet.read()).toMatchObject({ anchor: 'n2:11', head: 'n2:11' })
  })
  test('Ctrl+A and a triple click take that one note', async ({ sheet, page }) => {
    await sheet.caret('n2', 3)
    await sheet.press('Control+a')
    expect(await sheet.read()).toMatchObject({ anchor: 'n2:0', head: 'n2:11' })
    const { x, y } = await sheet.spot('n1', 3)
    await page.mouse.click(x, y, { clickCount: 3 })
    expect(await sheet.read()).toMatchObject({ anchor: 'n1:0', head: 'n1:10' })
    await sheet.press('Delete')
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: ['', 'second note', 'third note'] })
    await page.keyboard.type('again')
    expect((await sheet.read()).notes[0]).toBe('again')
  })
  test('Esc goes back to its anchor', async ({ sheet }) => {
    await sheet.caret('n3', 3)
    await sheet.press('Escape')
    expect((await sheet.read()).head).toMatch(/^b3-2:[01]$/)
  })
})

test.describe('the end of the text', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'Control+End', 'Control+ArrowRight']) {
    test(`${key} stays there, and so does what is typed`, async ({ sheet, page }) => {
      await sheet.caret('b3-2', 11)
      await sheet.press(key, key, `Shift+${key}`)
      await page.keyboard.type('X')
      expect(await sheet.read()).toMatchObject({ pages: [...WHOLE.slice(0, 2), ['ten eleven', '*last wordsX']], notes: WORDS })
    })
  }
  test('a key that is held down does not run on into the notes', async ({ sheet, page }) => {
    await sheet.caret('b1-1', 2)
    await page.evaluate(() => window.harness.editor.view.focus())
    for (let count = 0; count < 200; count++) void page.keyboard.press('ArrowDown', { delay: 0 })
    await page.keyboard.type('X')
    await expect.poll(async () => (await sheet.read()).pages[2]![1]).toBe('*last wordsX')
  })
  test('Delete there does nothing', async ({ sheet }) => {
    await sheet.caret('b3-2', 11)
    await sheet.press('Delete', 'Control+Delete')
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: WORDS })
  })
  test('Left at the start of the text stays there', async ({ sheet }) => {
    await sheet.caret('b1-1', 0)
    await sheet.press('ArrowLeft', 'ArrowUp', 'Backspace', 'Control+Backspace')
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: WORDS, head: 'b1-1:0' })
  })
})
