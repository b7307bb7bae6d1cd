import { placeOf } from '../support/at-rest.ts'
import { expect } from '../support/fixtures.ts'
import { NOTES, PAGES, test, WHOLE, WORDS } from './editor-harness/sheet.ts'

test.describe('the clipboard', () => {
  test.beforeEach(async ({ sheet, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await sheet.openLines(PAGES, NOTES)
  })

  test('copied words leave their anchors; words that are cut take them along', async ({ sheet }) => {
    await sheet.caret('b2-1', 0, 4)
    await sheet.press('Control+c')
    await sheet.caret('b3-1', 3)
    await sheet.press('Control+v')
    expect((await sheet.read()).pages[2]![0]).toBe('tensix eleven')
    await sheet.caret('b2-1', 0, 4)
    await sheet.press('Control+x')
    await sheet.caret('b1-2', 4)
    await sheet.press('Control+v')
    expect((await sheet.read()).pages).toEqual([
      ['*one two three', 'four*six five'],
      [' seven', 'eight nine'],
      ['tensix eleven', '*last words'],
    ])
    await sheet.press('Control+v')
    expect((await sheet.read()).pages[0]![1]).toBe('four*sixsix five')
  })
  test('all pages copied into a note are its lines', async ({ sheet }) => {
    await sheet.caret('b2-1', 2)
    await sheet.press('Control+a', 'Control+c')
    await sheet.caret('n3', 5)
    await sheet.press('Control+v')
    expect(await sheet.read()).toMatchObject({
      pages: WHOLE,
      notes: ['first note', 'second note', 'thirdone two three|four five|six seven|eight nine|ten eleven|last words note'],
    })
  })
  test('a copy over a page turn is pasted on one page', async ({ sheet }) => {
    await sheet.drag(['b1-2', 5], ['b2-1', 4])
    await sheet.press('Control+c')
    await sheet.caret('b3-1', 10)
    await sheet.press('Control+v')
    expect((await sheet.read()).pages).toEqual([...WHOLE.slice(0, 2), ['ten elevenfive', 'six', '*last words']])
  })
  test('foreign markup comes in as words only', async ({ sheet, page }) => {
    await page.evaluate(() => {
      const html =
        '<p onclick="alert(1)">bold <b>words</b></p><p><img src="x" onerror="alert(1)">next</p><script>alert(1)</script>'
      const data = new DataTransfer()
      data.setData('text/html', html)
      data.setData('text/plain', 'no')
      window.harness.caret('b3-1', 10)
      window.harness.editor.view.dom.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    expect((await sheet.read()).pages[2]).toEqual(['ten elevenbold words', 'next', '*last words'])
  })
})

test.describe('words dragged', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  test('from the text into a note stay where they were: they are not that hand’s', async ({ sheet }) => {
    await sheet.carry('b2-2', 0, 5, ['n1', 5])
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: WORDS })
  })
  test('from a note into the text stay where they were: put-back is for that', async ({ sheet }) => {
    await sheet.carry('n1', 0, 5, ['b2-2', 5])
    expect(await sheet.read()).toMatchObject({ pages: WHOLE, notes: WORDS })
  })
  test('with their anchor to another page: the note goes with them', async ({ sheet, page }) => {
    await sheet.carry('b1-1', 0, 4, ['b3-1', 3])
    await expect.poll(async () => (await sheet.read()).pages[2]![0]).toBe('ten*one eleven')
    const [note, block] = [page.locator('#note-n1'), page.locator('[data-id="b3-1"]')]
    await expect.poll(async () => Math.abs((await placeOf(note)).top - (await placeOf(block)).top)).toBeLessThan(24)
  })
})
