// Every state that must look right. Without pictures it asks axe; `npm run screenshots` makes pictures of the same states.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { prosePages } from '../bench/page/prose.ts'
import {
  addressForAnother,
  bars,
  changeOutside,
  copiesInBrowser,
  enter,
  expectOnDisk,
  lift,
  openLetter,
  putLetter,
  sign,
  text,
  typeWords,
} from '../support/at-the-desk.ts'
import { EVERY_ENTRY, putEveryEntry } from '../support/every-entry.ts'
import { expect, test } from '../support/fixtures.ts'
import { look, SHOTS } from '../support/gallery.ts'
import { MARGIN_PAPERS, putMarginPapers } from '../support/margin-papers.ts'
import { slowDisk } from '../support/slow-disk.ts'
import { startAgain, startScholion } from '../support/start-scholion.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'
/** The typewriter's line ends taken out; what parts paragraphs stays. */
const unbroken = (page: string) => page.replaceAll(/(?<!\n)\n(?!\n)/g, ' ')
const PARAGRAPH = prosePages(90)[0]!.replaceAll(/\n+/g, ' ')

test.use({ viewport: { width: 1280, height: 720 } })
if (SHOTS !== null) test.setTimeout(180_000)

async function openRichards(page: Page, address: string): Promise<void> {
  await enter(page, address)
  await openLetter(page, RICHARDS)
  await expect(page.locator('.margin-note.on').first()).toBeVisible()
}

test('an empty folder', async ({ page, stateFolder }) => {
  const folder = mkdtempSync(join(tmpdir(), 'scholion-empty-'))
  const running = await startScholion(folder, stateFolder)
  try {
    await enter(page, running.address)
    await expect(page.getByRole('heading', { name: 'Nothing to open yet' })).toBeVisible()
    await look(page, '01-empty-folder')
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true })
  }
})

test('the first visit, documents never opened, and a fresh import with what comes over it', async ({ page, scholion }) => {
  await page.goto(scholion.address)
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await look(page, '03-never-opened')
  await openLetter(page, 'palliser')
  await expect(sign(page)).toHaveText('No changes')
  await look(page, '04-fresh-import')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, '05-palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('heading', { name: 'Your first letter in ten minutes' })).toBeVisible()
  const widths = () => page.locator('.help img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  await expect.poll(widths, 'the pictures of the guide are there').toEqual([1280, 1280])
  await look(page, '07-guide')
  await page.getByRole('button', { name: 'All keys' }).click()
  await expect(page.getByRole('heading', { name: 'All keys' })).toBeVisible()
  await look(page, '06-keys')
})

test('the finished letter, its panels, and the boxes that open over it', async ({ page, scholion }) => {
  await openRichards(page, scholion.address)
  await look(page, '10-richards')
  await page.keyboard.press('F9')
  await look(page, '11-in-a-note')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+s')
  await look(page, '12-structure')
  await page.keyboard.press('Alt+s')
  await text(page).getByText('Poland: The Buckley Mission').click()
  await page.keyboard.press('Control+m')
  await expect(page.locator('.choice').first()).toBeVisible()
  await look(page, '13-chooser')
  await page.keyboard.press('Escape')
  await text(page)
    .getByText('We have now heard')
    .dblclick({ position: { x: 6, y: 8 } })
  await page.keyboard.press('Control+Shift+S')
  await page.keyboard.press('p')
  await expect(page.locator('.form')).toBeVisible()
  await look(page, '14-form')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F7')
  await expect(page.frameLocator('iframe').getByText('Poland: The Buckley Mission').first()).toBeVisible()
  await look(page, '21-read')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, '22-export')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Margin', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look(page, '15-menu')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+n')
  await look(page, '16-notes')
  await page.keyboard.press('Alt+g')
  await look(page, '17-hands')
  await text(page)
    .getByText('12 March 1982')
    .dblclick({ position: { x: 40, y: 8 } })
  await page.keyboard.press('Control+Shift+D')
  await page.keyboard.press('0')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('tab', { name: 'Unattached 1' })).toBeVisible()
  await look(page, '18-lost-anchors')
  await text(page).getByText('London SW1A 2AH').click()
  await page.keyboard.press('Control+Shift+X')
  await page.keyboard.press('1')
  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('tab', { name: 'Set aside 4' })).toBeVisible()
  await look(page, '19-set-aside')
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await look(page, '20-list-beside-the-text')
})

test('saving, saved, changed by somebody else, not saved and why, recovery offered', async ({
  context,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const page = await context.newPage()
  const disk = await slowDisk(page, 'writeTranscript')
  await enter(page, scholion.address)
  await openLetter(page)
  disk.hold()
  await typeWords(page, ' my dear fellow')
  await page.keyboard.press('Control+s')
  await expect(sign(page)).toHaveText('Saving …')
  await look(page, '30-saving')
  await disk.answer()
  await expect(sign(page)).toHaveText(/^Saved/)
  await look(page, '31-saved')
  await page.locator('.ProseMirror').focus()
  disk.hold()
  await page.keyboard.type(' mine')
  changeOutside(file, 'Dear John', 'Dear Sir John')
  await disk.answer()
  await expect(bars(page)).toContainText('changed the file of this document while you worked')
  await look(page, '32-changed-by-somebody-else')
  await page.keyboard.press('Alt+b')
  await expect(page.getByRole('dialog')).toContainText('What differs: 1 block')
  await page.keyboard.press('ArrowDown')
  await look(page, '35-both-versions')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expectOnDisk(file, ' mine')
  await expect(sign(page)).toHaveText(/^Saved/)
  await page.locator('.ProseMirror').focus()
  disk.hold()
  await page.keyboard.type(' more')
  changeOutside(file, 'the minister', 'the ambassador')
  await disk.answer()
  await expect(bars(page)).toContainText('1 block was changed outside Scholion while you worked')
  await look(page, '36-taken-in')
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expectOnDisk(file, ' more')
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('dialog')).toContainText('differs in')
  await look(page, '37-earlier-versions')
  await page.keyboard.press('Escape')
  await expect(sign(page)).toHaveText(/^Saved/)
  await scholion.kill()
  await expect(bars(page)).toContainText('start it again')
  await typeWords(page, ' and lost')
  await expect(sign(page)).toHaveText(/^Not saved since/)
  await look(page, '33-not-saved')
  await expect.poll(async () => (await copiesInBrowser(page)).join()).toContain('and lost')
  await page.close()
  const back = await startAgain(scholion, collection)
  try {
    const next = await context.newPage()
    await enter(next, back.address)
    await openLetter(next)
    await expect(bars(next)).toContainText('was not saved when Scholion last stopped')
    await look(next, '34-recovery')
    await next.close()
  } finally {
    await back.stop()
  }
})

test('a transcript that is damaged, newer, or open elsewhere: to read only, and why', async ({
  page,
  context,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  writeFileSync(file, '{ damaged')
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(bars(page)).toContainText('to read only')
  await look(page, '40-damaged')
  await page.keyboard.press('Alt+w')
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  const newer = { format: 'scholion-transcript', version: 99, originals: [{ name: 'a-short-letter.txt' }], pages: [] }
  writeFileSync(file, JSON.stringify(newer))
  await openLetter(page)
  await expect(bars(page)).toContainText('written by a newer Scholion')
  await look(page, '41-newer')
  await openLetter(page, RICHARDS)
  await expect(page.locator('.crumb')).toHaveAttribute('title', new RegExp(`^${RICHARDS}`))
  const second = await context.newPage()
  await enter(second, await addressForAnother(page))
  await openLetter(second, RICHARDS)
  await expect(bars(second)).toContainText('open in another tab or window')
  await look(second, '42-read-only')
  await second.bringToFront()
  await expect(second.locator('.others')).toContainText('also open')
  await look(second, '43-also-open')
  await second.close()
})

test('a document of 300 pages', async ({ page, scholion, collection }) => {
  // axe measures every word that is laid out; 60 pages say the same as 300 in a fifth of the time
  const pages = SHOTS === null ? 60 : 300
  putLetter(
    collection,
    prosePages(pages * 300)
      .map(unbroken)
      .join('\f'),
  )
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(page.locator('.page')).toHaveCount(pages)
  await page.keyboard.press('Control+End')
  await expect(page.getByTestId('where')).toContainText(`page ${pages} of ${pages}`)
  await look(page, '50-long-document')
})

test('a note longer than its page, and eight notes beside one paragraph', async ({ page, scholion, collection }) => {
  const sayings = [
    'I agree',
    'No',
    'Ask Carrington',
    'When was this?',
    'See my note of 3 March',
    'Why so late',
    'Yes',
    'Speak, please',
  ]
  putLetter(collection, ['Dear John,', ...sayings, PARAGRAPH, 'Yours ever'].join('\n\n'))
  writeFileSync(
    join(collection, 'long-note.txt'),
    ['Dear John,', 'A short line.', `${PARAGRAPH} `.repeat(8).trim(), 'Yours ever'].join('\n\n'),
  )
  await enter(page, scholion.address)
  await openLetter(page)
  for (const [at, saying] of sayings.entries()) await lift(page, saying, String((at * 2) % 6))
  await page.keyboard.press('Control+Home')
  await look(page, '51-eight-notes')
  await openLetter(page, 'long-note.txt')
  await expect(page.locator('.crumb')).toHaveAttribute('title', /^long-note.txt/)
  await lift(page, PARAGRAPH.slice(0, 40), '1')
  await page.keyboard.press('Control+Home')
  await look(page, '52-long-note')
})

test('papers with everything that stands in a margin', async ({ page, scholion, collection }) => {
  putMarginPapers(collection)
  await enter(page, scholion.address)
  await openLetter(page, MARGIN_PAPERS[0])
  await expect(page.locator('.margin-note.on').first()).toBeVisible()
  const show = (number: number) =>
    page
      .locator('.page')
      .nth(number - 1)
      .evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await look(page, '70-every-place')
  // axe looks at one page of each kind; the others differ in words alone
  for (const number of SHOTS === null ? [4] : [2, 4, 6, 7, 8, 9, 10, 11, 12, 13, 15]) {
    await show(number)
    await look(page, `71-page-${String(number).padStart(2, '0')}`)
  }
  await show(5)
  await expect(page.locator('.crowd-count').first()).toBeVisible()
  await look(page, '72-crowded')
  await page.locator('.page').nth(4).locator('.block').first().click()
  await page.keyboard.press('Alt+o')
  await expect(page.locator('.crowded-out')).toHaveCount(0)
  await look(page, '73-crowd-shown')
})

test('every sign of the sheet, and the legend that says what each stands for', async ({ page, scholion, collection }) => {
  putEveryEntry(collection)
  await enter(page, scholion.address)
  await openLetter(page, EVERY_ENTRY)
  await expect(page.locator('.m-term').first()).toBeVisible()
  await look(page, '80-signs')
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: 'Signs on the sheet' }).click()
  await expect(page.getByRole('heading', { name: 'Signs on the sheet' })).toBeVisible()
  await look(page, '81-legend')
  await page.getByRole('heading', { name: 'Pen marks' }).scrollIntoViewIfNeeded()
  await look(page, '82-legend-below')
})

test.describe('at twice the size', () => {
  // as the browser's own zoom does it: half as many pixels of layout, each twice as large
  test.use({ deviceScaleFactor: 2, viewport: { width: 640, height: 360 } })

  test('the letter, a chooser and the keys', async ({ page, scholion }) => {
    await enter(page, scholion.address)
    await look(page, '60-twice-list', 2)
    await openLetter(page, RICHARDS)
    await expect(page.locator('.margin-note.on').first()).toBeVisible()
    await look(page, '61-twice-richards', 2)
    await text(page).getByText('Poland: The Buckley Mission').click()
    await page.keyboard.press('Control+m')
    await expect(page.locator('.choice').first()).toBeVisible()
    await look(page, '62-twice-chooser', 2)
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.getByRole('button', { name: 'All keys' }).click()
    await expect(page.getByRole('heading', { name: 'All keys' })).toBeVisible()
    await look(page, '63-twice-keys', 2)
  })
})
