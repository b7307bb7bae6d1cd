import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '../support/fixtures.ts'
import { NOTES, PAGES, test, WHOLE } from './editor-harness/sheet.ts'

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
