import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { placeOf } from '../support/at-rest.ts'
import { test as base, expect } from '../support/fixtures.ts'
import { serveHarness } from './editor-harness/serve.ts'

/** The editor alone, in a page of its own: what it does to a document is read from its state. */
const test = base.extend<{ sheet: Sheet }, { harness: string }>({
  harness: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const { address, close } = await serveHarness()
      await use(address)
      await close()
    },
    { scope: 'worker' },
  ],
  sheet: async ({ page, harness, watched: _ }, use) => {
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    await page.goto(harness)
    await page.waitForFunction(() => window.harness !== undefined)
    await use(new Sheet(page))
    expect(broken).toEqual([])
  },
})

class Sheet {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async openLines(...args: Parameters<Window['harness']['openLines']>): Promise<void> {
    await this.page.evaluate((given) => window.harness.openLines(...given), args)
    await this.notesDrawn(1)
  }

  async notesDrawn(atLeast: number): Promise<void> {
    await expect.poll(() => this.page.locator('.margin-note.on').count()).toBeGreaterThanOrEqual(atLeast)
  }

  read() {
    return this.page.evaluate(() => window.harness.read())
  }

  caret(id: string, offset: number, to = offset) {
    return this.page.evaluate((given) => window.harness.caret(...given), [id, offset, to] as const)
  }

  /** Presses keys one after the other, each when the browser's selection has reached the state. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      await this.page.waitForFunction(() => window.harness.settled())
    }
  }

  /** The middle of the n-th letter of a block or note on screen, once it stays where it is: pages and letters come a frame later. */
  async spot(id: string, offset: number): Promise<{ readonly x: number; readonly y: number }> {
    return this.page.evaluate(
      async ([wanted, at]) => {
        const { view } = window.harness.editor
        const look = () => {
          let found = { x: 0, y: 0 }
          view.state.doc.descendants((node, pos) => {
            if (!node.isTextblock || node.attrs.id !== wanted) return
            const start = view.coordsAtPos(pos + 1 + at)
            found = { x: start.left + 1, y: (start.top + start.bottom) / 2 }
          })
          return found
        }
        await document.fonts.ready
        for (let before = look(), still = 0; ; ) {
          await new Promise(requestAnimationFrame)
          const now = look()
          still = now.x === before.x && now.y === before.y ? still + 1 : 0
          before = now
          if (still >= 3) return now
        }
      },
      [id, offset] as const,
    )
  }

  /** Drags with the mouse, until what the browser has selected is what the state says. */
  async drag(from: readonly [string, number], to: readonly [string, number]): Promise<void> {
    await this.pull(from, to)
    await this.page.waitForFunction(() => window.harness.settled())
  }

  private async pull(from: readonly [string, number], to: readonly [string, number]): Promise<void> {
    const [start, end] = [await this.spot(...from), await this.spot(...to)]
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 })
    await this.page.mouse.move(end.x, end.y, { steps: 5 })
    await this.page.mouse.up()
  }

  /** Selects words and drags them as one: the drag begins inside the selection. Ends when the browser has said that this is over. */
  async carry(id: string, from: number, to: number, target: readonly [string, number]): Promise<void> {
    await this.caret(id, from, to)
    await this.page.evaluate(() => {
      const over = () => document.documentElement.setAttribute('data-dropped', '')
      for (const end of ['drop', 'dragend']) document.addEventListener(end, over, { capture: true, once: true })
    })
    await this.pull([id, Math.floor((from + to) / 2)], target)
    await expect(this.page.locator('html')).toHaveAttribute('data-dropped')
  }
}

const PAGES = [
  ['one two three', 'four five'],
  ['six seven', 'eight nine'],
  ['ten eleven', 'last words'],
]
const NOTES = [
  { words: 'first note', block: 'b1-1' },
  { words: 'second note', block: 'b2-1', place: 'left' },
  { words: 'third note', block: 'b3-2' },
]
const WHOLE = [
  ['*one two three', 'four five'],
  ['*six seven', 'eight nine'],
  ['ten eleven', '*last words'],
]
const WORDS = ['first note', 'second note', 'third note']

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

/** In the page: whether both ends of the browser's selection stand in one note. */
function selectionInOneNote(): boolean {
  const noteOf = (node: Node | null) => (node instanceof Element ? node : node?.parentElement)?.closest('.margin-note') ?? null
  const { anchorNode, focusNode } = getSelection()!
  return noteOf(anchorNode) !== null && noteOf(anchorNode) === noteOf(focusNode)
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
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    await client.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
    await client.send('Input.insertText', { text: '日本' })
    await expect.poll(async () => (await sheet.read()).pages).toEqual([['*one two three', 'four日本'], [' nine'], WHOLE[2]])
    expect((await sheet.read()).notes).toEqual(WORDS)
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

test.describe('Enter and Backspace in the text', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  test('divide and join blocks of a page', async ({ sheet }) => {
    await sheet.caret('b1-2', 4)
    await sheet.press('Enter')
    expect((await sheet.read()).pages[0]).toEqual(['*one two three', 'four', ' five'])
    await sheet.press('Backspace', 'Shift+Enter')
    expect((await sheet.read()).pages[0]).toEqual(['*one two three', 'four| five'])
  })
  test('never join pages', async ({ sheet }) => {
    await sheet.caret('b2-1', 0)
    await sheet.press('Backspace', 'Control+Backspace')
    await sheet.caret('b1-2', 9)
    await sheet.press('Delete', 'Control+Delete')
    expect((await sheet.read()).pages).toEqual(WHOLE)
  })
  test('words go, their anchors stay', async ({ sheet }) => {
    await sheet.caret('b2-1', 4)
    await sheet.press('Control+Backspace')
    expect((await sheet.read()).pages[1]![0]).toBe('* seven')
    await sheet.press('Delete', 'Control+Delete')
    expect((await sheet.read()).pages[1]![0]).toBe('*')
  })
  test('an arrow over an anchor goes on over the next letter', async ({ sheet }) => {
    await sheet.caret('b2-1', 0)
    await sheet.press('ArrowRight')
    expect((await sheet.read()).head).toBe('b2-1:2')
    await sheet.caret('b3-2', 1)
    await sheet.press('ArrowLeft')
    expect((await sheet.read()).head).toBe('b3-1:10')
  })
})

test.describe('an input method', () => {
  test.beforeEach(({ sheet }) => sheet.openLines(PAGES, NOTES))

  for (const [where, id] of [
    ['a note', 'n1'],
    ['the text', 'b1-2'],
  ] as const) {
    test(`composes in ${where} while notes move`, async ({ sheet, page }) => {
      await sheet.caret(id, 4)
      const client = await page.context().newCDPSession(page)
      for (let step = 1; step <= 12; step++) {
        const text = 'あいうえおかきくけこさし'.slice(0, step)
        await client.send('Input.imeSetComposition', { text, selectionStart: step, selectionEnd: step })
      }
      await client.send('Input.insertText', { text: '漢字' })
      await expect.poll(async () => JSON.stringify(await sheet.read())).toContain('漢字')
      const { pages, notes } = await sheet.read()
      expect(`${pages[0]![1]} ${notes[0]}`).toBe(id === 'n1' ? 'four five firs漢字t note' : 'four漢字 five first note')
    })
  }
})

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

test('a deletion that fills the tray and the unused draws only its own page anew', async ({ sheet, page }) => {
  await sheet.openLines(PAGES, NOTES)
  const marked = () =>
    page.evaluate(() => [...document.querySelectorAll('.page')].map((one) => (one as HTMLElement).dataset.seen ?? 'new'))
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('.page')) one.dataset.seen = 'same'
  })
  await sheet.caret('b2-1', 0, 4)
  await sheet.press('Control+x')
  expect((await sheet.read()).json).toContain('"tray":[{"id":"n2"')
  expect(await marked()).toEqual(['same', 'same', 'same'])
  await expect(page.locator('#note-n2')).toBeHidden()
})

test('undo of an edit in a note that is far away shows that note, and typing goes on there', async ({ sheet, page }) => {
  await page.evaluate(() => window.harness.openMany(60, 6, 52, 19))
  await sheet.notesDrawn(5)
  await sheet.caret('n3', 0)
  await page.keyboard.type('Q')
  await page.evaluate(() => {
    document.querySelector('#sheet')!.scrollTop = 1e6
  })
  await expect(page.locator('#note-n1139')).toHaveClass(/on/)
  await sheet.caret('b59-5', 3)
  await page.keyboard.press('Control+z')
  await expect(page.locator('#note-n3')).toBeInViewport()
  await page.keyboard.type('Z')
  expect((await sheet.read()).notes[3]).toMatch(/^Z/)
  expect(await page.evaluate(() => window.harness.faults())).toEqual([])
})

for (const [width, height] of [
  [1280, 800],
  [900, 900],
  [2560, 1200],
] as const) {
  test(`1,200 notes beside 20,000 words have their places at ${width} pixels`, async ({ sheet, page }) => {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => window.harness.openMany(64, 6, 52, 19))
    await sheet.notesDrawn(8)
    const faults = () =>
      page.evaluate(
        () =>
          new Promise<readonly string[]>((done) => {
            requestAnimationFrame(() => requestAnimationFrame(() => done(window.harness.faults())))
          }),
      )
    expect(await faults()).toEqual([])
    for (let step = 0; step < 60; step++) {
      await page.evaluate(() => document.querySelector('#sheet')!.scrollBy(0, 377))
      expect(await faults(), `after scroll ${step}`).toEqual([])
    }
    await page.evaluate(() => {
      const sheet = document.querySelector('#sheet')!
      sheet.scrollTop = sheet.scrollHeight / 2
    })
    // a far jump lays out pages that were only estimated
    await expect.poll(faults, 'in the middle').toEqual([])
    const places = await page.evaluate(() => {
      const { view } = window.harness.editor
      const page = [...view.dom.querySelectorAll<HTMLElement>('.page')].find((one) => one.getBoundingClientRect().bottom > 200)!
      const block = page.querySelector<HTMLElement>('.block')!
      return { here: block.dataset.id!, above: 'b1-1' }
    })
    await sheet.caret(places.here, 1)
    await page.keyboard.type('some more words that make this paragraph two lines longer than it was before they came here')
    expect(await faults(), 'after typing').toEqual([])
    await page.evaluate(() => {
      const { view } = window.harness.editor
      view.dispatch(view.state.tr.insertText('words in a page that is not drawn '.repeat(40), 3))
    })
    expect(await faults(), 'after a change far above').toEqual([])
    for (const zoom of ['0.8', '1.5', '2', '1']) {
      await page.evaluate((value) => document.querySelector<HTMLElement>('.editor-stack')!.style.setProperty('zoom', value), zoom)
      await expect.poll(faults, `at zoom ${zoom}`).toEqual([])
    }
    await page.evaluate(() => document.querySelector<HTMLElement>('#sheet')!.style.setProperty('--editor-size', '32px'))
    await expect.poll(faults, 'with text of 32 px').toEqual([])
    await page.setViewportSize({ width: width - 260, height })
    await expect.poll(faults, 'after the window was made narrower').toEqual([])
  })
}

test('the notes, pages and anchors are told to assistive technology', async ({ sheet, page }) => {
  await page.evaluate(() => window.harness.openLetter())
  await sheet.notesDrawn(8)
  await expect(page.getByRole('textbox', { name: 'Transcript' })).toMatchAriaSnapshot({ name: 'letter.aria.yml' })
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with the sheet in ${scheme}`, async ({ sheet, page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(() => window.harness.openLetter())
    await page.locator('#sheet').evaluate((element) => element.classList.add('structure'))
    await sheet.notesDrawn(8)
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(on: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations } = await axe.run('#sheet')
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 120))])
    })
    expect(found).toEqual([])
  })
}
