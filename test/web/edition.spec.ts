import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import fc from 'fast-check'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { block, division, gap, lb, letter, mark, object, page as pageOf, point, said } from '../shared/export-letter.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { expect, test } from '../support/fixtures.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'c'.repeat(64), description: null }
const RICHARDS = join(import.meta.dirname, '../../corpus/prem19/richards-to-coles-1982-03-12.txt.tei.json')
const folder = mkdtempSync(join(tmpdir(), 'scholion-edition-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
/** The address on the disk of a transcript's reading edition. */
function editionOf(transcript: Transcript): string {
  files += 1
  const file = join(folder, `edition-${files}.html`)
  writeFileSync(file, writeReadingEdition(transcript, { queries: false }, CONTEXT).text)
  return pathToFileURL(file).href
}

function richards(): Transcript {
  const parsed = parseTranscript(readFileSync(RICHARDS, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

const LONG =
  'Lord Carrington believes that the objectives of our representatives should be to avert a further round of measures. '

/** Eight notes beside one paragraph, notes on both sides, on a heading, on an item, over a page turn; every kind of mark. */
function crowded(): Transcript {
  const ids = Array.from({ length: 8 }, (_, at) => `n${at}`)
  const notes = ids.map((id, at) =>
    object('note', id, LONG.repeat((at % 3) + 1), {
      hand: at % 2 ? 'mt' : 'ajc',
      place: at % 3 === 1 ? 'left' : 'right',
      cert: 'low',
    }),
  )
  const more = [
    object('note', 'h', 'Seen.', { hand: 'mt', function: 'seen', place: 'left' }),
    object('note', 'i', 'Why?', { hand: 'ajc', place: 'left' }),
    object('note', 's', 'No date.', { hand: 'mt' }),
    object('editornote', 'e', 'See No. 12.'),
    object('editornote', 'head', 'About this letter.', { paper: 'paper1' }),
    object('note', 'turned', 'Over the page.', { hand: 'mt' }),
  ]
  const marked = block('paragraph', {
    content: [
      said('The '),
      said('goverment', 'em'),
      said(' of '),
      said('exlude', 'un'),
      gap({ reason: 'illegible', unit: 'word', quantity: 2 }),
      said('weekend', 'uc'),
      said('not yet', 'ad'),
      said('at once', 'de'),
      said(' the passage', 'pa'),
      point('e'),
      lb(),
      said('goes on.'),
    ],
    annotations: {
      em: mark('emendation', { corr: 'government', cert: 'high' }),
      un: mark('undetermined', { suggestion: 'exclude' }),
      uc: mark('unclear', { cert: 'low' }),
      ad: mark('add', { hand: 'mt', place: 'above' }),
      de: mark('del', { hand: 'mt', rend: 'strikethrough' }),
      pa: mark('passage', { note: 's', concerns: true }),
    },
  })
  const first = pageOf(
    [
      block('marking', 'SECRET'),
      block('letterhead', 'CABINET OFFICE'),
      block('dateline', '1 June 1982'),
      block('salutation', 'Dear John,', { hand: 'ajc' }),
      block('heading', { content: [said('Supply of Exocet '), point('h'), said('missiles')] }),
      block('paragraph', { content: ids.flatMap((id) => [said(LONG), point(id)]) }),
      marked,
      block('item', 'one item of a list'),
      block('item', { content: [said(LONG), point('i'), said(LONG)] }),
      block('paragraph', LONG),
      block('catchword', '/present'),
    ],
    [...notes, ...more],
  )
  const second = pageOf(
    [
      block('page-number', '2'),
      block('paragraph', { content: [said(LONG.repeat(3)), point('turned')] }, { continues: true }),
      block('close', 'Yours ever,', { hand: 'ajc' }),
      block('signature', '(R Armstrong)'),
      division('reply', { kind: 'minute', from: 'Coles', language: 'en' }),
      block('heading', 'Reply'),
      block('paragraph', LONG),
    ],
    [],
    { printed: '2', folio: '14' },
  )
  return letter([first, second])
}

const EDITIONS = { Richards: richards, crowded } as const

/** What is wrong with where notes stand: none may cover another or the text, each begins by its line or under the note that pushes it. */
async function misplaced(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const sheet = document.querySelector('.sheet')!.getBoundingClientRect()
    const line = Number.parseFloat(getComputedStyle(document.querySelector('.sheet')!).lineHeight)
    const shown = [...document.querySelectorAll<HTMLElement>('.note')].filter((note) => note.getClientRects().length > 0)
    const boxes = shown.map((note) => ({ id: note.dataset.note!, box: note.getBoundingClientRect() }))
    for (const [at, { id, box }] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart =
          box.right <= other.box.left || other.box.right <= box.left || box.bottom <= other.box.top || other.box.bottom <= box.top
        if (!apart) faults.push(`${id} covers ${other.id}`)
      }
      if (box.left < sheet.right && box.right > sheet.left) faults.push(`${id} stands over the text`)
      if (box.left < 0 || box.right > document.documentElement.clientWidth) faults.push(`${id} leaves the window`)
      const key = document.querySelector(`.key[data-note="${id}"]`)!.getBoundingClientRect()
      const isByItsLine = Math.abs(box.top - key.top) <= line
      const isPushed = boxes.some(
        ({ box: before }) => before.left === box.left && box.top - before.bottom >= 0 && box.top - before.bottom < 16,
      )
      if (!isByItsLine && !isPushed) faults.push(`${id} stands ${Math.round(box.top - key.top)} px from its line`)
    }
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (wide > 0) faults.push(`the page is ${wide} px too wide`)
    return faults
  })
}

const notesShown = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.note')].filter((note) => note.getClientRects().length > 0).length)

async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

/** Everything the page says on the console or asks the network for. The page itself is the one request there may be. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => heard.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) heard.push(`request: ${request.url()}`)
  })
  return heard
}

for (const [name, transcript] of Object.entries(EDITIONS)) {
  test(`the ${name} edition opens from the disk, asks for nothing, and sets its notes beside their lines`, async ({
    page,
    context,
  }, info) => {
    await context.setOffline(true)
    const heard = listen(page)
    await page.goto(editionOf(transcript()))
    for (const [width, isFolded] of [
      [1280, false],
      [1100, false],
      [1056, false],
      [900, true],
      [480, true],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await expect.poll(() => misplaced(page), `at ${width} px`).toEqual([])
      const shown = expect.poll(() => notesShown(page), `notes in the margin at ${width} px`)
      if (isFolded) {
        await shown.toBe(0)
        await expect(page.locator('.fold').first()).toBeVisible()
      } else await shown.toBeGreaterThan(0)
      await page.screenshot({ path: info.outputPath(`edition-${name}-${width}.png`), fullPage: true })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    for (const state of ['as typed', 'reading text']) {
      await page.getByRole('radio', { name: state }).check()
      await expect.poll(() => misplaced(page), state).toEqual([])
      await expect.poll(() => notesShown(page), state).toBe(0)
      await page.screenshot({ path: info.outputPath(`edition-${name}-${state.replace(' ', '-')}.png`), fullPage: true })
    }
    await page.getByRole('radio', { name: 'as annotated' }).check()
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 794, height: 1123 })
    await expect.poll(() => misplaced(page), 'on paper').toEqual([])
    await expect.poll(() => notesShown(page), 'on paper').toBe(0)
    await page.screenshot({ path: info.outputPath(`edition-${name}-print.png`), fullPage: true })
    await page.pdf({ path: info.outputPath(`edition-${name}.pdf`), preferCSSPageSize: true })
    expect(heard).toEqual([])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing in the ${name} edition stands in the way of assistive technology, in the ${colorScheme}`, async ({
      page,
    }, info) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(editionOf(transcript()))
      for (const width of [1280, 480]) {
        await page.setViewportSize({ width, height: 900 })
        for (const state of ['as typed', 'as annotated', 'reading text']) {
          await page.getByRole('radio', { name: state }).check()
          expect(await axeFaults(page), `${state}, ${width} px`).toEqual([])
        }
        await page.getByRole('radio', { name: 'as annotated' }).check()
        if (colorScheme === 'dark')
          await page.screenshot({ path: info.outputPath(`edition-${name}-dark-${width}.png`), fullPage: true })
      }
    })
  }
}

test('the three states show what they say: typed words, annotated words, words to read', async ({ page }) => {
  await page.goto(editionOf(crowded()))
  const text = async () => (await page.locator('.paper').first().innerText()).replace(/\s+/g, ' ')
  await page.getByRole('radio', { name: 'as typed' }).check()
  const typed = await text()
  expect(typed).toContain('The goverment of exlude[illegible, 2 words]weekendat once the passage goes on.')
  expect(typed).not.toMatch(/Dear John|not yet|Seen|government|About this letter/)
  await page.getByRole('radio', { name: 'as annotated' }).check()
  const annotated = await text()
  expect(annotated).toContain('goverment [read “government”; certain]')
  expect(annotated).toContain('exlude [undetermined: perhaps “exclude”]')
  expect(annotated).toContain('weekend[?]')
  expect(annotated).toMatch(/Dear John,\s?AJC/)
  await page.getByRole('radio', { name: 'reading text' }).check()
  const reading = await text()
  expect(reading).toContain('The government of exlude[illegible, 2 words]weekend[?]not yet the passage')
  expect(reading).not.toMatch(/SECRET|CABINET OFFICE|\/present|folio|goverment/)
})

test('the keys of folded notes lead to the notes and back, by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 800 })
  await page.goto(editionOf(richards()))
  const key = page.getByRole('link', { name: 'note a', exact: true }).first()
  await key.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#note-a$/)
  await expect(page.locator('#note-a')).toBeInViewport()
  await page.getByRole('link', { name: 'back to note a in the text' }).press('Enter')
  await expect(key).toBeInViewport()
})

test('500 random transcripts open without a request, a message or a broken policy', async ({ page }) => {
  test.setTimeout(300_000)
  const seed = Date.now() % 1_000_000
  const heard = listen(page)
  for (const transcript of fc.sample(arbitraryTranscript, { numRuns: 500, seed })) {
    await page.goto(editionOf(transcript), { waitUntil: 'load' })
    expect(
      await page.evaluate(() => document.scripts.length + document.querySelectorAll('[onclick], iframe, object, img').length),
    ).toBe(0)
  }
  expect(heard, `seed ${seed}`).toEqual([])
})
