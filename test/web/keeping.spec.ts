import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  addressForAnother,
  bars,
  copiesInBrowser,
  crash,
  enter,
  expectOnDisk,
  fileText,
  LETTER,
  openLetter,
  picture,
  putLetter,
  sign,
  text,
  typeUnsaved,
  typeWords,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { slowDisk } from '../support/slow-disk.ts'
import { type RunningScholion, startAgain } from '../support/start-scholion.ts'

test('work is saved by itself, and “Saved” means that the words are in the file', async ({ page, scholion, collection }) => {
  const file = putLetter(collection)
  const disk = await slowDisk(page, 'writeTranscript')
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(sign(page)).toHaveText('No changes')
  expect(fileText(file), 'opening writes nothing').toBe(null)
  disk.hold()
  await typeWords(page, ' my dear fellow')
  await expect(sign(page)).toHaveText(/^(Not saved yet|Saving …)$/)
  await disk.asked()
  await expect(sign(page)).toHaveText('Saving …')
  expect(fileText(file)).toBe(null)
  await disk.answer()
  await expect(sign(page)).toHaveText(/^Saved \d/)
  expect(readFileSync(file, 'utf8')).toContain('my dear fellow')
  await picture(page, 'saved')
})

test('words typed right before closing, and before opening another document, are in the file', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  await typeWords(page, ' first')
  await page.keyboard.press('Alt+w')
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  expect(readFileSync(file, 'utf8')).toContain(' first')
  await openLetter(page)
  await typeWords(page, ' and second')
  await openLetter(page, 'richards-to-coles-1982-03-12.txt')
  await expect(page.locator('.crumb')).toHaveAttribute('title', /^richards-to-coles-1982-03-12.txt/)
  expect(readFileSync(file, 'utf8')).toContain(' first and second')
})

test('the program is killed while words are typed: the page says so and keeps them, and saves them when it is back', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  await typeWords(page, ' before')
  await expectOnDisk(file, ' before')
  await scholion.kill()
  await expect(bars(page)).toContainText('start it again')
  await typeWords(page, ' and while it was gone')
  await expect(sign(page)).toHaveText(/^Not saved since \d/)
  await expect.poll(async () => (await copiesInBrowser(page)).join()).toContain('and while it was gone')
  await picture(page, 'program-gone')
  expect(readFileSync(file, 'utf8')).not.toContain('while it was gone')
  const back = await startAgain(scholion, collection)
  try {
    await expectOnDisk(file, ' and while it was gone')
    await expect(sign(page)).toHaveText(/^Saved \d/)
    await expect(bars(page)).not.toContainText('start it again')
    await expect.poll(async () => (await copiesInBrowser(page)).length, 'what is saved needs no copy').toBe(0)
    await typeWords(page, ' and after')
    await expectOnDisk(file, ' and after')
  } finally {
    await back.stop()
  }
})

test('a page that the program does not know any more keeps the work, and saves it when the new address is opened in its tab', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  await typeWords(page, ' known')
  await expectOnDisk(file, ' known')
  await scholion.kill()
  for (const one of readdirSync(scholion.stateDir, { recursive: true, withFileTypes: true }))
    if (one.name === 'page.json') rmSync(join(one.parentPath, one.name))
  const back = await startAgain(scholion, collection)
  try {
    await expect(bars(page)).toContainText('Open the address that the terminal shows in this tab')
    await typeWords(page, ' and forgotten')
    await expect.poll(async () => (await copiesInBrowser(page)).join()).toContain('and forgotten')
    await picture(page, 'forgotten')
    await page.evaluate((address) => location.assign(address), back.address.replace('/#', '/?checks#'))
    await expectOnDisk(file, ' known and forgotten')
    await expect(sign(page)).toHaveText(/^Saved/)
    await expect(bars(page)).not.toContainText('open the address again')
  } finally {
    await back.stop()
  }
})

test('a page that is closed while the program is gone offers its work when it is opened again; taking it up can be undone', async ({
  context,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const first = await context.newPage()
  await enter(first, scholion.address)
  await openLetter(first)
  await typeWords(first, ' saved')
  await expectOnDisk(file, ' saved')
  const before = readFileSync(file, 'utf8')
  await scholion.kill()
  await typeWords(first, ' and lost')
  await expect.poll(async () => (await copiesInBrowser(first)).join()).toContain('and lost')
  await first.close()
  const back = await startAgain(scholion, collection)
  try {
    const page = await context.newPage()
    await enter(page, back.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('was not saved when Scholion last stopped')
    await expect(text(page)).not.toContainText('and lost')
    expect(readFileSync(file, 'utf8'), 'nothing is decided for the person').toBe(before)
    await picture(page, 'recovery')
    await page.getByRole('button', { name: 'Bring the unsaved work back' }).click()
    await expect(text(page)).toContainText('saved and lost')
    await picture(page, 'recovered')
    await expectOnDisk(file, 'saved and lost')
    await page.keyboard.press('Control+z')
    await expect(text(page)).not.toContainText('and lost')
    await page.keyboard.press('Control+y')
    await expect(text(page)).toContainText('saved and lost')
    await expect.poll(async () => (await copiesInBrowser(page)).length).toBe(0)
    await page.close()
  } finally {
    await back.stop()
  }
})

test('a page that crashed offers what was typed up to two seconds before', async ({ context, scholion, collection }) => {
  const file = putLetter(collection)
  const first = await context.newPage()
  await enter(first, scholion.address)
  await openLetter(first)
  await typeUnsaved(first, ' before the crash')
  const another = await addressForAnother(first)
  await crash(first)
  expect(fileText(file), 'it crashed before the save').toBe(null)
  const back = await context.newPage()
  await enter(back, another)
  await openLetter(back)
  await expect(bars(back)).toContainText('was not saved when Scholion last stopped')
  await back.getByRole('button', { name: 'Bring the unsaved work back' }).click()
  await expect(text(back)).toContainText('before the crash')
  await expectOnDisk(file, ' before the crash')
})

test('two seconds of typing into a letter that was never opened before are not all lost when page and program are killed together', async ({
  context,
  scholion,
  collection,
}) => {
  putLetter(collection)
  const first = await context.newPage()
  // the page's time stands still but for what is let go on here
  await first.clock.install()
  await enter(first, scholion.address)
  await openLetter(first)
  await first.clock.pauseAt(Date.now() + 60_000)
  const copied = first.waitForResponse((response) => response.url().endsWith('/api/writeJournal'))
  for (const word of 'the minister was not to be told of it before the weather had turned'.split(' ')) {
    await typeWords(first, ` ${word}`)
    await first.clock.runFor(120)
  }
  await copied
  await scholion.kill()
  await crash(first)
  const again = await startAgain(scholion, collection)
  try {
    const back = await context.newPage()
    await enter(back, again.address)
    await openLetter(back)
    await back.getByRole('button', { name: 'Bring the unsaved work back' }).click()
    await expect(text(back)).toContainText('the minister was')
  } finally {
    await again.stop()
  }
})

/** Opens a letter, stops the program and types into it, until the page says that nothing answers. Its file. */
async function typeWhileStopped(page: Page, scholion: RunningScholion, collection: string): Promise<string> {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  scholion.process.kill('SIGSTOP')
  await typeWords(page, ' which nobody heard')
  await expect(bars(page)).toContainText('does not answer. What you type is kept in this page')
  return file
}

test('a program that is stopped, and not gone, is said not to answer within a breath; the page keeps what is typed, also when it is killed', async ({
  context,
  scholion,
  collection,
}) => {
  const first = await context.newPage()
  const file = await typeWhileStopped(first, scholion, collection)
  await expect.poll(async () => (await copiesInBrowser(first)).join()).toContain('which nobody heard')
  await typeWords(first, ' nor answered')
  await expect.poll(async () => (await copiesInBrowser(first)).join()).toContain('which nobody heard nor answered')
  await crash(first)
  await scholion.kill()
  expect(fileText(file)).toBe(null)
  const again = await startAgain(scholion, collection)
  try {
    const back = await context.newPage()
    await enter(back, again.address)
    await openLetter(back)
    await back.getByRole('button', { name: 'Bring the unsaved work back' }).click()
    await expect(text(back)).toContainText('which nobody heard nor answered')
  } finally {
    await again.stop()
  }
})

test('a program that was stopped and goes on has all that was typed meanwhile', async ({ page, scholion, collection }) => {
  const file = await typeWhileStopped(page, scholion, collection)
  scholion.process.kill('SIGCONT')
  await expect(bars(page)).not.toContainText('does not answer')
  await expectOnDisk(file, ' which nobody heard')
  await expect(sign(page)).toHaveText(/^Saved \d/)
  await expect.poll(() => copiesInBrowser(page)).toEqual([])
})

test('unsaved work that is on offer outlives new work and its saves, until the person decides', async ({
  context,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const first = await context.newPage()
  await enter(first, scholion.address)
  await openLetter(first)
  await typeUnsaved(first, ' of yesterday')
  const forSecond = await addressForAnother(first)
  await crash(first)
  const second = await context.newPage()
  await enter(second, forSecond)
  await openLetter(second)
  await expect(bars(second)).toContainText('was not saved when Scholion last stopped')
  await typeWords(second, ' of today')
  await expectOnDisk(file, ' of today')
  const forThird = await addressForAnother(second)
  await second.close()
  const third = await context.newPage()
  await enter(third, forThird)
  await openLetter(third)
  await expect(text(third)).toContainText('of today')
  await expect(bars(third)).toContainText('changed by somebody else after that work was begun')
  await third.getByRole('button', { name: 'Keep it as a copy beside the file' }).click()
  await expect(bars(third)).toContainText('It is kept as a-short-letter.txt (conflict')
  await expect(bars(third)).not.toContainText('was not saved when')
  await third.reload()
  await third.getByRole('button', { name: LETTER }).click()
  await expect(text(third)).toContainText('of today')
  await expect(bars(third)).not.toContainText('was not saved when')
})
