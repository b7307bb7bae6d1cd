import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import {
  addressForAnother,
  bars,
  crash,
  enter,
  expectOnDisk,
  LETTER,
  openLetter,
  picture,
  putLetter,
  text,
  typeUnsaved,
  typeWords,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const opened: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})

/** A browser of its own, as that of another person, over the same letter. */
async function another(browser: Browser, from: Page): Promise<Page> {
  const context = await browser.newContext()
  opened.push(context)
  const page = await context.newPage()
  await enter(page, await addressForAnother(from))
  return page
}

/** Three browsers at work on a loaded machine. */
test.slow()

test('two windows over one letter crash with unsaved work: that of each is offered, and bringing one back loses nothing of the other', async ({
  page: first,
  browser,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(first, scholion.address)
  const second = await another(browser, first)
  const third = await another(browser, first)
  await openLetter(first)
  await openLetter(second)
  await typeUnsaved(first, ' of the first')
  await typeUnsaved(second, ' of the second')
  await crash(first)
  await crash(second)
  await openLetter(third)
  await expect(bars(third)).toContainText('another piece is offered after this one')
  await picture(third, 'two-offers')
  await third.getByRole('button', { name: 'Bring the unsaved work back' }).click()
  await expect(text(third)).toContainText(' of the second')
  await expect(bars(third)).toContainText('was not saved when Scholion last stopped')
  await expect(bars(third)).not.toContainText('another piece')
  // before the first piece could be saved by itself
  await third.getByRole('button', { name: 'Bring the unsaved work back' }).click()
  await expect(text(third)).toContainText(' of the first')
  await expect(bars(third)).not.toContainText('was not saved when')
  await expectOnDisk(file, ' of the first')
  await third.keyboard.press('Alt+h')
  const box = third.getByRole('dialog')
  await expect(box.getByRole('option')).toHaveCount(1)
  await third.keyboard.press('1')
  await expect(box.locator('.difference')).toContainText('of the second')
})

test('the save of one window drops only its own recovery copy, never that of another', async ({
  page: first,
  browser,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(first, scholion.address)
  const second = await another(browser, first)
  const third = await another(browser, first)
  await openLetter(first)
  await openLetter(second)
  await typeUnsaved(first, ' of the first')
  await crash(first)
  await typeWords(second, ' of the second')
  await expectOnDisk(file, ' of the second')
  await second.keyboard.press('Alt+w')
  await expect(second.locator('.ProseMirror')).toHaveCount(0)
  await openLetter(third)
  await expect(bars(third)).toContainText('was not saved when Scholion last stopped')
  await third.getByRole('button', { name: 'Keep it as a copy beside the file' }).click()
  await expect(bars(third)).toContainText(`It is kept as ${LETTER} (conflict`)
  const copy = readdirSync(collection).find((name) => name.startsWith(`${LETTER} (conflict`)) ?? ''
  expect(readFileSync(join(collection, copy), 'utf8')).toContain(' of the first')
})
