import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import {
  addressForAnother,
  bars,
  crash,
  enter,
  expectOnDisk,
  fileText,
  openLetter,
  putLetter,
  text,
  unsavedCopy,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const FILE = 'bone-to-coles-1982-10-14.txt'

test('pages retained by the department stand between the others in words, are facts in the inspector, and are taken away again', async ({
  page,
  scholion,
  collection,
}) => {
  rmSync(join(collection, `${FILE}.tei.json`), { force: true })
  await enter(page, scholion.address)
  await openLetter(page, FILE)
  const hands = new Hands(page)
  await page.locator('.ProseMirror').focus()
  await hands.find('Dear Francis:')
  const text = await page.locator('.ProseMirror .body').innerText()
  await hands.press('Alt+Shift+G')
  await page.getByRole('option', { name: 'dummy: retained under section 3(4)' }).click()
  const dummy = page.locator('.page[data-stands-in]')
  await expect(dummy).toHaveAttribute('data-facts', 'dummy')
  await expect(dummy.locator('.a-gap')).toHaveText('[retained under section 3(4), number of pages not known]')
  await expect(dummy.locator('.a-gap')).toBeInViewport()
  await expect(page.locator('.ProseMirror .page')).toHaveCount(3)
  await page.getByRole('spinbutton', { name: 'How many' }).fill('3')
  await page.keyboard.press('Tab')
  await expect(dummy.locator('.a-gap')).toHaveText('[retained under section 3(4), 3 pages]')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(readFileSync(join(collection, `${FILE}.tei.json`), 'utf8'))
  expect(saved.ok && saved.value.pages.map(({ state }) => state)).toEqual([null, 'dummy', null])
  await page.locator('.ProseMirror').focus()
  await hands.press('Alt+Shift+X')
  await expect(dummy).toHaveCount(0)
  await expect(page.locator('.ProseMirror .page')).toHaveCount(2)
  expect((await page.locator('.ProseMirror .body').innerText()).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
})

test('a letter that was worked on is joined with its notes, taken back by one undo, saved, and taken out again with what was done', async ({
  page,
  scholion,
  collection,
}) => {
  const [first, second] = ['palliser-to-coles-1982-06-01.txt', 'richards-to-coles-1982-03-12.txt']
  for (const name of [first, second]) {
    const text = readFileSync(join(import.meta.dirname, '../../corpus/prem19', `${name}.tei.json`))
    writeFileSync(join(collection, `${name}.tei.json`), text)
  }
  const read = (name: string) => {
    const parsed = parseTranscript(readFileSync(join(collection, `${name}.tei.json`), 'utf8'))
    if (!parsed.ok) throw new Error(parsed.fault.sentence)
    return parsed.value
  }
  const before = [read(first), read(second)] as const
  const [here, there] = before.map(({ pages }) => [pages.length, pages.flatMap(({ margin }) => margin).length] as const)
  const kept = readFileSync(join(collection, `${second}.tei.json`), 'utf8')
  // wide enough for the list of documents beside the text, where it is kept open
  await page.setViewportSize({ width: 1700, height: 900 })
  await enter(page, scholion.address)
  await openLetter(page, first)
  const hands = new Hands(page)
  await hands.press('Alt+Shift+1')
  await page.locator('.ProseMirror').focus()
  const sheets = page.locator('.ProseMirror .page')
  const row = page.locator('.documents').getByRole('button', { name: second })

  await hands.press('Alt+Shift+O')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(second)
  await hands.press('1')
  await expect(sheets).toHaveCount(here![0]! + there![0]!)
  await page.locator('.ProseMirror').focus()
  await hands.press('Control+z')
  await expect(sheets).toHaveCount(here![0]!)
  await hands.press('Control+Shift+z', 'Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  await expect(row).toContainText(`joined to ${first}`)
  const joined = read(first)
  expect(joined.originals.map(({ name }) => name)).toEqual([first, second])
  expect(checkCoverage(joined)).toEqual([])
  expect(joined.pages.flatMap(({ margin }) => margin)).toHaveLength(here![1]! + there![1]!)
  expect(readFileSync(join(collection, `${second}.tei.json`), 'utf8')).toBe(kept)

  // the list leads to where its words begin
  await hands.press('Control+Home')
  await row.click()
  await expect(page.locator('.page').filter({ hasText: 'London SW1A 2AH' }).last()).toBeInViewport()
  await expect(page.getByTestId('where')).toContainText(`page ${here![0]! + 1} of`)

  // somebody who had it open goes on in the transcript that it had
  writeFileSync(join(collection, `${second}.tei.json`), kept.replace('Bonn', 'Bonne'))
  await hands.press('Control+End')
  await hands.type(' XYZ')
  // where its own transcript cannot be written, nothing leaves the text here
  const without = (name: string) =>
    page.route('**/api/writeTranscript', (route) =>
      route.request().postData()?.includes(`"originals":["${name}"`) ? route.abort() : route.continue(),
    )
  await without(second)
  await hands.press('Alt+Shift+U', '1')
  await expect(page.locator('.bars')).toContainText('was not taken out')
  await expect(sheets).toHaveCount(here![0]! + there![0]!)
  await page.unroute('**/api/writeTranscript')
  await page.locator('.ProseMirror').focus()
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  // the host goes away between the two writes: what was taken out stands in both files, and what is joined is still said to be
  await without(first)
  await hands.press('Alt+Shift+U', '1')
  await expect.poll(() => JSON.stringify(read(second).pages)).toContain(' XYZ')
  await expect(page.getByTestId('keeping')).toContainText('Not saved')
  expect(read(first).originals).toHaveLength(2)
  await page.unroute('**/api/writeTranscript')
  await page.locator('.ProseMirror').focus()
  await hands.press('Control+s')
  await expect(sheets).toHaveCount(here![0]!)
  await expect(row).not.toContainText('joined')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  await expect(bars(page)).toContainText('that version is kept as')
  const versions = readdirSync(collection).filter((name) => name.startsWith(`${second} (version `))
  expect(versions.map((name) => readFileSync(join(collection, name), 'utf8'))).toEqual([kept.replace('Bonn', 'Bonne')])
  const [one, two] = [read(first), read(second)]
  expect(canonicalText(one)).toBe(canonicalText(before[0]))
  expect(JSON.stringify(two.pages)).toContain(' XYZ')
  expect(two.originals).toEqual(before[1].originals)
  expect(two.pages.flatMap(({ margin }) => margin)).toEqual(before[1].pages.flatMap(({ margin }) => margin))
  expect([...checkCoverage(one), ...checkCoverage(two)]).toEqual([])
})

test('a machine transcript that was never opened is joined; a page that crashed before it was saved offers it again, and undo parts them', async ({
  context,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const before = await context.newPage()
  await enter(before, scholion.address)
  await openLetter(before)
  await before.locator('.ProseMirror').focus()
  const copied = unsavedCopy(before, 'covering SECRET')
  const hands = new Hands(before)
  await hands.press('Alt+Shift+O')
  await expect(before.getByRole('listbox').getByRole('option').first()).toContainText(FILE)
  await hands.press('1')
  await expect(text(before)).toContainText('covering SECRET')
  await copied
  const another = await addressForAnother(before)
  await crash(before)
  expect(fileText(file), 'it crashed before the save').toBe(null)
  const page = await context.newPage()
  await enter(page, another)
  await openLetter(page)
  await expect(text(page)).not.toContainText('covering SECRET')
  await page.getByRole('button', { name: 'Bring the unsaved work back' }).click()
  await expect(text(page)).toContainText('covering SECRET')
  await expectOnDisk(file, 'covering SECRET')
  await expect(bars(page)).toContainText('The unsaved work is back')
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+z')
  await expect(text(page)).not.toContainText('covering SECRET')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(fileText(file) ?? '')
  expect(saved.ok && saved.value.originals.map(({ name }) => name)).toEqual(['a-short-letter.txt'])
  expect(saved.ok && checkCoverage(saved.value)).toEqual([])
})

test('an original that somebody has open is not joined; one that has come less far takes the status of the whole back with it', async ({
  context,
  page,
  scholion,
  collection,
}) => {
  const first = 'palliser-to-coles-1982-06-01.txt'
  const corpus = join(import.meta.dirname, '../../corpus/prem19')
  writeFileSync(join(collection, `${first}.tei.json`), readFileSync(join(corpus, `${first}.tei.json`)))
  await enter(page, scholion.address)
  await openLetter(page, first)
  const other = await context.newPage()
  await enter(other, await addressForAnother(page))
  await openLetter(other, FILE)
  const hands = new Hands(page)
  const joinIt = async () => {
    await page.bringToFront()
    await page.locator('.ProseMirror').focus()
    await hands.press('Alt+Shift+O')
    await page.getByRole('listbox').getByRole('option').filter({ hasText: FILE }).click()
  }
  await joinIt()
  await expect(bars(page)).toContainText(`Nothing was changed, because of ${FILE}: it is open in another tab or window.`)
  await expect(text(page)).not.toContainText('covering SECRET')
  await other.bringToFront()
  await other.locator('.ProseMirror').focus()
  await other.keyboard.press('Alt+w')
  await expect(other.locator('.ProseMirror')).toHaveCount(0)
  await joinIt()
  await expect(bars(page)).toContainText('How far the work has come is stated anew')
  await page.locator('.ProseMirror').focus()
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(fileText(join(collection, `${first}.tei.json`)) ?? '')
  expect(saved.ok && saved.value.status).toBe('in-progress')
})

test('the whole machine transcript of two originals is restored, each in its place, and one undo brings the work back', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await page.locator('.ProseMirror').focus()
  await hands.press('Alt+Shift+O')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(FILE)
  await hands.press('1')
  await expect(text(page)).toContainText('covering SECRET')
  await page.locator('.ProseMirror').focus()
  const fresh = await text(page).innerText()
  await hands.press('Control+Home')
  await hands.type('XYZ ')
  await hands.press('Control+m', '0', 'Control+End', 'Control+m', '0')
  await expect(page.locator('.margin-note')).toHaveCount(2)
  await hands.press('Alt+Shift+R', 'r')
  await expect(page.locator('.margin-note')).toHaveCount(0)
  expect(await text(page).innerText()).toBe(fresh)
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(fileText(file) ?? '')
  expect(saved.ok && checkCoverage(saved.value)).toEqual([])
  expect(saved.ok && saved.value.originals).toHaveLength(2)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.margin-note')).toHaveCount(2)
})

test('in a collection of many letters the one whose pages come next is found by typing', async ({
  page,
  scholion,
  collection,
}) => {
  for (let at = 10; at < 60; at++) writeFileSync(join(collection, `telegram-${at}.txt`), `Telegram ${at}\n\nNothing to report.\n`)
  await enter(page, scholion.address)
  await openLetter(page, 'telegram-20.txt')
  const hands = new Hands(page)
  await page.locator('.ProseMirror').focus()
  await hands.press('Alt+Shift+O')
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toContainText('telegram-21.txt')
  await hands.type('telegram-5')
  await expect(options).toHaveCount(10)
  await hands.type('7')
  await hands.press('Enter')
  await expect(page.locator('.ProseMirror .body')).toContainText('Telegram 57')
  await expect(page.locator('.ProseMirror .body')).toContainText('Telegram 20')
})
