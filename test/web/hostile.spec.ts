// Every payload of the hostile corpus through what a person can do with it, in a real browser: nothing runs, nothing is asked for, text stays text.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { parseTranscript } from '../../shared/format/parse.ts'
import { legalText } from '../../shared/xml/characters.ts'
import { fileText, LETTER_OF_PAYLOADS, MARKUP_PAYLOADS, NAMES, PAYLOADS, TRAP } from '../fault/hostile/corpus.ts'
import { hostileFile, hostileRegisters } from '../fault/hostile/transcript.ts'
import { enter, expectOnDisk, openLetter, fileText as read, sign, text, typeWords } from '../support/at-the-desk.ts'
import { leaveEditions } from '../support/editions.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'
import { isEditor } from '../support/settings.ts'

const NAME = 'hostile.txt'
const PAYLOAD_LIST = Object.values(PAYLOADS)

/** Counts what a payload would do if it were taken for more than text. Exceptions, requests off this computer and broken policies the fixtures count. */
function tripwire(context: BrowserContext): { readonly expectQuiet: () => Promise<void> } {
  const seen: string[] = []
  context.on('dialog', (dialog) => {
    // leaving with work that is not saved is asked about, as it should be
    if (dialog.type() !== 'beforeunload') seen.push(`dialog: ${dialog.message()}`)
    void dialog.accept()
  })
  context.on('request', (request) => {
    if (request.url().startsWith(TRAP)) seen.push(`request: ${request.url()}`)
  })
  context.on('download', (download) => seen.push(`download: ${download.url()}`))
  context.on('page', (page) =>
    page.on('framenavigated', (frame) => {
      if (/^(javascript|data):/.test(frame.url())) seen.push(`frame: ${frame.url()}`)
    }),
  )
  const expectQuiet = async () => {
    for (const page of context.pages())
      for (const frame of page.frames()) {
        const ran = await frame.evaluate(() => [Number('__pwned' in window), Number('polluted' in {})]).catch(() => [0, 0])
        if (ran.some((one) => one > 0)) seen.push(`ran in ${frame.url()}: ${ran}`)
      }
    expect(seen).toEqual([])
    expect(context.pages().length).toBeLessThanOrEqual(2)
  }
  return { expectQuiet }
}

const hashOf = (words: string) => createHash('sha256').update(words).digest('hex')

/** A page that has seen everything that shows words: all panels, the key sheet, the palette, the edition. */
async function lookEverywhere(page: Page): Promise<void> {
  await page.locator('.ProseMirror').focus()
  for (const key of ['Alt+i', 'Alt+n', 'Alt+t', 'Alt+u', 'Alt+g', 'Alt+s', 'Alt+s']) await page.keyboard.press(key)
  for (const key of ['F1', 'Control+k', 'Control+e', 'Control+b']) {
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    if (key === 'Control+k') await page.keyboard.type('<img src=x onerror=alert(1)>')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

test.describe('a machine transcript of payloads', () => {
  for (const [encoding, bytes] of [
    ['UTF-8', Buffer.from(LETTER_OF_PAYLOADS)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${LETTER_OF_PAYLOADS}`)],
    ['Windows-1252', Buffer.from(`\u0093${LETTER_OF_PAYLOADS.replace(/[^\u0000-\u007f\u00a0-\u00ff]/g, '')}`, 'latin1')],
  ] as const) {
    test(`(${encoding}) is shown as text and saved as text`, async ({ page, context, scholion, collection }) => {
      const { expectQuiet } = tripwire(context)
      writeFileSync(join(collection, NAME), bytes)
      await enter(page, scholion.address)
      await openLetter(page, NAME)
      for (const payload of Object.values(MARKUP_PAYLOADS))
        expect((await text(page).textContent())!.includes(payload.replace(/\s*\n\s*/g, ''))).toBe(true)
      await lookEverywhere(page)
      await typeWords(page, ' typed')
      await page.keyboard.press('Control+s')
      await expectOnDisk(join(collection, `${NAME}.tei.json`), ' typed')
      const saved = parseTranscript(readFileSync(join(collection, `${NAME}.tei.json`), 'utf8'))
      expect(saved.ok).toBe(true)
      await expectQuiet()
    })
  }
})

test('file names that look like something else are names: in the list, as the title, in messages', async ({
  page,
  context,
  scholion,
  collection,
}) => {
  const { expectQuiet } = tripwire(context)
  for (const name of NAMES) writeFileSync(join(collection, name), `words of ${NAMES.indexOf(name)}\n`)
  await enter(page, scholion.address)
  for (const [index, name] of NAMES.entries()) {
    const entry = page
      .locator('.documents button')
      .filter({ has: page.locator('.document-name').getByText(name, { exact: true }) })
    await expect(entry).toHaveCount(1)
    if (!(await entry.isVisible())) await page.keyboard.press('Alt+l')
    await entry.click()
    await expect(text(page)).toContainText(`words of ${index}`)
    await typeWords(page, ' more')
    await page.keyboard.press('Control+s')
    await expectOnDisk(join(collection, `${name}.tei.json`), ' more')
  }
  await expectQuiet()
})

test('every field of a transcript and of the registers is shown as text, and comes back from work as it was', async ({
  page,
  context,
  scholion,
  collection,
}) => {
  const { expectQuiet } = tripwire(context)
  const words = 'x\n'
  writeFileSync(join(collection, NAME), words)
  const file = join(collection, `${NAME}.tei.json`)
  const before = hostileFile(NAME, hashOf(words))
  writeFileSync(file, before)
  writeFileSync(join(collection, 'collection.json'), hostileRegisters(PAYLOADS['image with a handler']!))
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  await expect(sign(page)).toHaveText('No changes')
  // the title is block 0's twin with the id t0: each payload stands in the page as the very same characters
  for (const [index, payload] of PAYLOAD_LIST.entries())
    expect(await page.locator(`.block[data-id="t${index}"]`).evaluate((element) => element.textContent)).toBe(payload)
  await lookEverywhere(page)
  await page.locator('.block[data-id="t0"]').click()
  await page.keyboard.press('F9')
  for (const index of [0, 2, 20]) {
    await page.locator(`.block[data-id="b${index}"]`).click()
    await page.keyboard.press('Alt+i')
  }
  await typeWords(page, ' typed')
  await page.keyboard.press('Control+s')
  await expectOnDisk(file, ' typed')
  const [was, now] = [before, read(file)!].map((one) => parseTranscript(one))
  if (!was!.ok || !now!.ok) throw new Error('one of the two cannot be read')
  for (const key of ['paper', 'tray', 'people', 'hands'] as const) expect(now!.value[key]).toEqual(was!.value[key])
  expect(now!.value.pages.slice(1)).toEqual(was!.value.pages.slice(1))
  await expectQuiet()
})

test('signs that cannot be seen have a mark with their name, and words stay in their order on the screen', async ({
  page,
  context,
  scholion,
  collection,
}) => {
  const { expectQuiet } = tripwire(context)
  const words = 'pay \u202e00.1\u202c now, he\u200bllo \u2067end'
  writeFileSync(join(collection, NAME), `${words}\n\nplain words\n`)
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const marks = page.locator('.ProseMirror .unseen')
  const names = () => marks.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.sign))
  await expect.poll(names).toEqual(['RLO', 'PDF', 'ZWSP', 'RLI'])
  await expect(marks.first()).toHaveAttribute('title', 'right-to-left override (U+202E)')
  for (const mark of await marks.all()) expect((await mark.boundingBox())!.width).toBeGreaterThan(8)
  // the letters between the marks go from left to right, as they stand in the file
  const lefts = await page
    .locator('.ProseMirror .block')
    .first()
    .evaluate((block) => {
      const found: number[] = []
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.textContent!.length; at++) {
          if (node.parentElement!.closest('.unseen')) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          found.push(range.getBoundingClientRect().left)
        }
      return found
    })
  expect(lefts.length).toBe(words.length - 4)
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b))
  // they come with what is pasted and go with what is deleted, and the text is what it was
  await page.locator('.ProseMirror').focus()
  await new Hands(page).press('Control+End')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'a\u200db\u2066c')
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(names).toEqual(['RLO', 'PDF', 'ZWSP', 'RLI', 'ZWJ', 'LRI'])
  for (let press = 0; press < 2; press++) await page.keyboard.press('Backspace')
  await expect.poll(names).toEqual(['RLO', 'PDF', 'ZWSP', 'RLI', 'ZWJ'])
  expect((await text(page).locator('.block').first().textContent())!).toBe(words)
  await expectQuiet()
})

test('editions of it run nothing and ask for nothing, in the read view, from disk and as TEI', async ({
  page,
  context,
  scholion,
  collection,
}) => {
  const { expectQuiet } = tripwire(context)
  writeFileSync(join(collection, NAME), 'x\n')
  const file = hostileFile(NAME, hashOf('x\n'))
  writeFileSync(join(collection, `${NAME}.tei.json`), file)
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  await page.keyboard.press('F7')
  const shown = page.frameLocator('iframe[title="Reading edition"]')
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible()
  const legal = PAYLOAD_LIST.map((payload) => legalText(payload, new Map()))
  const missing = (whole: string) => legal.filter((payload) => !whole.includes(payload))
  await expect.poll(async () => missing((await shown.locator('body').textContent())!)).toEqual([])
  await expectQuiet()

  const folder = mkdtempSync(join(tmpdir(), 'scholion-editions-'))
  for (const { path } of leaveEditions(file, folder)) {
    const reader = await context.newPage()
    await reader.goto(pathToFileURL(path).href)
    expect(missing((await reader.evaluate(() => document.documentElement.textContent))!), path).toEqual([])
    expect(
      await reader.evaluate(
        () =>
          document.querySelectorAll('parsererror, script, img, iframe, object, embed, link, form, svg, a[href^="javascript"]')
            .length,
      ),
    ).toBe(0)
    await reader.mouse.move(300, 300)
    await reader.keyboard.press('Tab')
    await expectQuiet()
    await reader.close()
  }
  rmSync(folder, { recursive: true })
})

const WORD = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:x"><head><meta charset=utf-8><link rel=File-List href="${TRAP}/filelist.xml"><style>p.MsoNormal{background:url(${TRAP}/bg)}</style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=EN-GB link=blue><!--StartFragment--><p class=MsoNormal style='mso-margin-top-alt:auto'>${body}<o:p></o:p></p><table><tr><td>${body}</td></tr></table><v:shape><v:imagedata src="${TRAP}/image.png" o:title=""/></v:shape><!--EndFragment--></body></html>`

test('pasted in every way it is text: markup, words, Word, our own clipboard forged, files', async ({
  page,
  context,
  scholion,
  collection,
}) => {
  const { expectQuiet } = tripwire(context)
  writeFileSync(join(collection, NAME), 'Dear John\n')
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const attrs = (value: unknown) => JSON.stringify(value).replaceAll("'", '&#39;')
  const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const htmls = PAYLOAD_LIST.flatMap((payload) => [
    payload,
    `<p>before ${payload} after</p>`,
    WORD(payload),
    `<div data-block='${attrs({ id: 'x', role: payload, hand: payload, continues: false })}'>${escaped(payload)}</div>`,
    `<p data-pm-slice="0 0 ${escaped(payload)}">${escaped(payload)}</p>`,
    `<p><span data-mark="persName" data-attrs='${attrs({ id: 'm', ref: 'nobody', cert: payload, basisNote: payload })}'>${escaped(payload)}</span></p>`,
    `<p><span data-mark="emendation" data-attrs='${attrs({ id: 'constructor', corr: payload, basisNote: payload })}'>${escaped(payload)}</span></p>`,
    `<p><span data-atom="gap" data-attrs='${attrs({ id: '', hand: 'zz', description: payload, evidence: [[9, 1, 99999]] })}'></span></p>`,
  ])
  const forged = [
    `<p data-pm-slice="0 0 null">x</p>`,
    `<p data-pm-slice='9999999 9999999 -99999 ["block",{"hand":"__proto__"}]'>x</p>`,
    `<p data-pm-slice='1 1 ["page",{"id":"p1"},"body",{},"doc",{"unused":7}]'>x</p>`,
    `<p data-cut="x" data-pm-slice='1 1 []'><span data-atom="point" data-attrs='{"note":"n1"}'></span>x</p>`,
    `<div data-block='{"__proto__":{"polluted":1},"id":"x","constructor":{"prototype":{"polluted":1}}}'>x</div>`,
    `<table><tr><td>${'<div>'.repeat(3000)}deep`,
  ]
  await page.evaluate(
    ([htmls, texts]) => {
      const view = document.querySelector<HTMLElement>('.ProseMirror')!
      const paste = (fill: (data: DataTransfer) => void) => {
        const data = new DataTransfer()
        fill(data)
        view.focus()
        view.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      }
      for (const html of htmls!) paste((data) => data.setData('text/html', html))
      for (const words of texts!) paste((data) => data.setData('text/plain', words))
      for (const type of ['image/png', 'image/svg+xml', 'text/html', 'text/plain', 'application/x-msdownload'])
        paste((data) =>
          data.items.add(
            new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"/>'], '../../x.svg', { type }),
          ),
        )
      paste((data) => {
        data.setData('text/uri-list', 'javascript:window.__pwned=1')
        data.setData('text/rtf', '{\\rtf1 {\\object}}')
      })
    },
    [[...htmls, ...forged], PAYLOAD_LIST],
  )
  await expectQuiet()
  const all = (await text(page).evaluate((element) => element.textContent))!
  // words that came as words stand there letter for letter, but for what no file can hold
  for (const payload of PAYLOAD_LIST.filter((one) => !/[\r\n]/.test(one)))
    expect(
      all.toWellFormed().includes(payload.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')),
      payload,
    ).toBe(true)
  expect(
    await text(page)
      .locator('script, img, iframe, object, embed, link, form, svg, style, a, [onclick], [onerror], [style*="url"]')
      .count(),
  ).toBe(0)
  await page.keyboard.press('Control+s')
  await expect(sign(page)).toContainText('Saved', { timeout: 30_000 })
  const saved = parseTranscript(readFileSync(join(collection, `${NAME}.tei.json`), 'utf8'))
  if (!saved.ok) throw new Error(saved.fault.sentence)
  await page.reload()
  await openLetter(page, NAME)
  await expectQuiet()
})

test('what a person types into names and facts is text', async ({ page, context, scholion, collection }) => {
  const { expectQuiet } = tripwire(context)
  mkdirSync(join(collection, 'sub'))
  writeFileSync(join(collection, NAME), fileText(PAYLOADS['script element']!))
  await page.goto(scholion.address)
  await isEditor(page, PAYLOADS['image with a handler']!)
  await openLetter(page, NAME)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+i')
  await page.keyboard.press('Alt+i')
  for (const field of await page.locator('.inspector input[type="text"], .inspector textarea').all()) {
    if (await field.isEditable()) await field.fill(PAYLOADS['handler that breaks out of quotes']!)
  }
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+s')
  await expectOnDisk(join(collection, `${NAME}.tei.json`), 'onerror')
  await expect(sign(page)).toContainText('Saved')
  await page.reload()
  await openLetter(page, NAME)
  await lookEverywhere(page)
  await expectQuiet()
})
