import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { atRest } from '../support/at-rest.ts'
import {
  addressForAnother,
  bars,
  changeOutside,
  crash,
  enter,
  expectOnDisk,
  fileText,
  LETTER,
  openLetter,
  picture,
  putLetter,
  SAVED_BY_THEN,
  sign,
  text,
  typeUnsaved,
  typeWords,
  WORDS,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { slowDisk } from '../support/slow-disk.ts'

const box = (page: Page) => page.getByRole('dialog')
const rows = (page: Page) => box(page).locator('.difference')
const choices = (page: Page) => box(page).getByRole('option')

/** A letter at work, with something saved; its file. */
async function atWork(page: Page, address: string, collection: string, words = ' common'): Promise<string> {
  const file = putLetter(collection)
  await enter(page, address)
  await openLetter(page)
  await typeWords(page, words)
  await page.keyboard.press('Control+s')
  await expect(sign(page)).toHaveText(/^Saved/)
  return file
}

/** Somebody else's save, with a name in the list of revisions. */
function savedByRuth(file: string, words: string, to: string): void {
  const theirs = JSON.parse(readFileSync(file, 'utf8').replace(words, to))
  theirs.revisions.push({ when: '2026-11-20T10:00:00.000Z', who: 'Ruth', what: 'edited' })
  writeFileSync(file, JSON.stringify(theirs, null, 2))
}

test.describe('somebody else changes another block while I type', () => {
  test('it is taken in beside mine and saved with it, and said; the caret stays, and one undo takes it out', async ({
    page,
    scholion,
    collection,
  }) => {
    const disk = await slowDisk(page, 'writeTranscript')
    const file = await atWork(page, scholion.address, collection)
    await text(page).getByText('Yours ever').click()
    await page.keyboard.press('End')
    disk.hold()
    await page.keyboard.type(' mine')
    savedByRuth(file, 'First the weather, then the minister', 'First of all the weather, then the ambassador')
    await disk.answer()
    await expect(bars(page)).toContainText('1 block was changed by Ruth while you worked.')
    await expect(text(page)).toContainText('First of all the weather, then the ambassador')
    // all at once: letters that come half a second apart are steps of their own
    await page.keyboard.insertText(', as before')
    await expect(text(page)).toContainText('Yours ever mine, as before')
    await expectOnDisk(file, 'mine, as before')
    expect(readFileSync(file, 'utf8')).toContain('First of all the weather, then the ambassador')
    expect(readFileSync(file, 'utf8')).toContain('"Ruth"')
    await picture(page, 'taken-in')
    await page.keyboard.press('Alt+b')
    await expect(rows(page).locator('ins')).toContainText(['of all', 'ambassador.'])
    await page.keyboard.press('Escape')
    // the typing after it is one step, what was taken in the next
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(text(page)).toContainText('First the weather, then the minister')
    await expect(text(page)).toContainText('Yours ever mine')
    await expectOnDisk(file, 'First the weather, then the minister')
  })

  test('nothing is asked where a sync program takes the file away and brings another version', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = await atWork(page, scholion.address, collection)
    const theirs = readFileSync(file, 'utf8').replace('the minister', 'the ambassador')
    rmSync(file)
    await expect(bars(page)).toContainText('was removed or moved outside Scholion')
    writeFileSync(join(collection, `.syncing-${LETTER}.tmp`), theirs)
    renameSync(join(collection, `.syncing-${LETTER}.tmp`), file)
    await expect(text(page)).toContainText('the ambassador')
    await expect(bars(page)).toContainText('1 block was changed outside Scholion')
    await expect(sign(page)).toHaveText(/^Saved/)
    await expect(text(page)).toContainText('common')
  })

  test('a file that comes back as it was is no news, and nothing is written', async ({ page, scholion, collection }) => {
    const file = await atWork(page, scholion.address, collection)
    // on a busy machine a save by itself and the one that was asked for come one after the other
    const saved = await atRest(async () => readFileSync(file, 'utf8'))
    rmSync(file)
    await expect(bars(page)).toContainText('was removed or moved outside Scholion')
    writeFileSync(file, saved)
    await expect(bars(page)).toBeEmpty()
    await expect(sign(page)).toHaveText(/^Saved/)
    expect(readFileSync(file, 'utf8')).toBe(saved)
  })
})

test.describe('both versions', () => {
  test('of a clash are shown side by side, word by word; Esc changes nothing, a digit chooses', async ({
    page,
    scholion,
    collection,
  }) => {
    const disk = await slowDisk(page, 'writeTranscript')
    const file = await atWork(page, scholion.address, collection)
    await page.locator('.ProseMirror').focus()
    disk.hold()
    await page.keyboard.type(' mine')
    changeOutside(file, 'Dear John', 'Dear Sir John')
    await disk.answer()
    await expect(bars(page)).toContainText('changed the file of this document while you worked')
    const theirs = readFileSync(file, 'utf8')
    await page.getByRole('button', { name: 'Look at both' }).click()
    await expect(box(page)).toContainText('What differs: 1 block')
    await expect(rows(page).locator('del')).toHaveText(['mine'])
    await expect(rows(page).locator('ins')).toHaveText(['Sir'])
    await expect(box(page)).toContainText('2 blocks and notes read the same')
    await picture(page, 'both')
    await page.keyboard.press('ArrowDown')
    await expect(box(page).locator('.difference.current')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(box(page)).toHaveCount(0)
    await expect(text(page)).toContainText('common mine')
    expect(readFileSync(file, 'utf8'), 'nothing is written by looking').toBe(theirs)
    await page.keyboard.press('Alt+b')
    await expect(box(page)).toContainText('What differs')
    await page.keyboard.press('1')
    await expect(bars(page)).toContainText('Your version is kept as')
    await expect(text(page)).toContainText('Dear Sir John')
    const copy = readdirSync(collection).find((name) => name.includes('(conflict '))
    expect(readFileSync(join(collection, copy!), 'utf8')).toContain('common mine')
  })

  test('the file and the unsaved work can be looked at after a crash, and neither is forced', async ({
    page,
    context,
    scholion,
    collection,
  }) => {
    const file = await atWork(page, scholion.address, collection)
    await typeUnsaved(page, ' and lost')
    const address = await addressForAnother(page)
    await crash(page)
    savedByRuth(file, 'the minister', 'the ambassador')
    const next = await context.newPage()
    await enter(next, address)
    await openLetter(next)
    await expect(bars(next)).toContainText('look at both before you choose')
    await next.keyboard.press('Alt+b')
    await expect(rows(next)).toHaveCount(2)
    await expect(rows(next).locator('ins').first()).toHaveText('and lost')
    await picture(next, 'both-recovery')
    await next.keyboard.press('Escape')
    await expect(text(next)).toContainText('the ambassador')
    await expect(text(next)).not.toContainText('and lost')
    await next.keyboard.press('Alt+b')
    await expect(box(next)).toContainText('What differs')
    await next.keyboard.press('1')
    await expect(text(next)).toContainText('and lost')
    await expectOnDisk(file, 'and lost')
  })

  test('an earlier version is listed with what differs, looked at, and brought back in one step', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = await atWork(page, scholion.address, collection, ' first')
    await page.keyboard.type(' and second')
    await page.keyboard.press('Control+s')
    await expectOnDisk(file, 'first and second')
    await expect(sign(page)).toHaveText(/^Saved/)
    await page.keyboard.press('Alt+h')
    await expect(choices(page)).toHaveCount(1)
    await expect(choices(page)).toContainText('differs in: 1 block')
    await picture(page, 'earlier-versions')
    await page.keyboard.press('1')
    await expect(rows(page).locator('del')).toHaveText(['and second'])
    await page.keyboard.press('1')
    await expect(text(page)).not.toContainText('and second')
    await expect.poll(() => fileText(file), SAVED_BY_THEN).not.toContain('and second')
    expect(fileText(file)).toContain('Dear John, first')
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await expect(text(page)).toContainText('first and second')
    await expectOnDisk(file, 'first and second')
  })

  test('a copy that a sync program left beside the file is listed, looked at, and never written', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = await atWork(page, scholion.address, collection)
    const own = `${LETTER} (conflict Ruth 2026-11-20).tei.json`
    writeFileSync(join(collection, own), readFileSync(file, 'utf8').replace('the minister', 'the ambassador'))
    const copy = readFileSync(join(collection, own), 'utf8')
    await expect(page.locator('.documents')).toContainText('1 conflict copy')
    await page.keyboard.press('Alt+Shift+C')
    await expect(choices(page)).toContainText('conflict Ruth')
    await page.keyboard.press('1')
    await expect(rows(page).locator('ins')).toHaveText(['ambassador.'])
    await page.keyboard.press('1')
    await expect(text(page)).toContainText('the ambassador')
    await expectOnDisk(file, 'the ambassador')
    expect(readFileSync(join(collection, own), 'utf8')).toBe(copy)
  })

  test('an original that was changed since is told of with what differs; nothing of the work moves', async ({
    page,
    scholion,
    collection,
  }) => {
    await atWork(page, scholion.address, collection)
    await page.keyboard.press('Alt+w')
    await expect(page.locator('.ProseMirror')).toHaveCount(0)
    writeFileSync(join(collection, LETTER), WORDS.replace('the minister', 'the ambassador'))
    await openLetter(page)
    await expect(bars(page)).toContainText('was changed outside Scholion since this transcript was begun (what differs: 1 block)')
    await expect(text(page)).toContainText('the minister')
    await page.getByRole('button', { name: 'Look at what differs' }).click()
    await expect(rows(page).locator('del')).toHaveText(['minister.'])
    await expect(rows(page).locator('ins')).toHaveText(['ambassador.'])
    await picture(page, 'original-changed')
    await page.keyboard.press('Escape')
    await expect(text(page)).toContainText('First the weather, then the minister.')
  })
})

test('git switches the branch under an open letter: what was saved there is shown or asked about, and nothing is overwritten', async ({
  page,
  scholion,
  collection,
}) => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@localhost', ...args], { cwd: collection, stdio: 'pipe' })
  const disk = await slowDisk(page, 'writeTranscript')
  const file = await atWork(page, scholion.address, collection)
  git('init', '-q', '-b', 'ours')
  git('add', '.')
  git('commit', '-qm', 'as it stands')
  git('checkout', '-qb', 'theirs')
  changeOutside(file, 'Dear John', 'Dear Sir John')
  await expect(text(page)).toContainText('Dear Sir John')
  git('commit', '-qam', 'Sir')
  await typeWords(page, ' mine')
  await page.keyboard.press('Control+s')
  await expectOnDisk(file, ' mine')
  await expect(sign(page)).toHaveText(/^Saved/)
  git('stash', '-q')
  // as a checkout does it: the file of the other branch stands there, and the work is only on the screen
  git('checkout', '-q', 'ours')
  await expect(text(page)).not.toContainText('Sir')
  await expect(text(page)).toContainText('common')
  await page.locator('.ProseMirror').focus()
  disk.hold()
  await page.keyboard.type(' unsaved')
  git('checkout', '-q', 'theirs')
  await disk.answer()
  await expect(bars(page)).toContainText('changed the file of this document while you worked')
  await expect(text(page)).toContainText('unsaved')
  expect(fileText(file)).toContain('Dear Sir John')
  expect(fileText(file)).not.toContain('unsaved')
})

test('an open document shows who else has it open, by name', async ({ page, browser, scholion, collection }) => {
  await atWork(page, scholion.address, collection)
  await page.keyboard.press('Alt+Shift+W')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ruth')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'editor: R' })).toBeVisible()
  await expect(page.locator('.others')).toHaveCount(0)
  const other = await browser.newContext()
  try {
    const second = await other.newPage()
    await second.goto((await addressForAnother(page)).replace('/#', '/?checks#'))
    await expect(second.getByRole('list', { name: 'Documents' })).toBeVisible()
    await openLetter(second)
    await expect(second.locator('.others')).toHaveText(/also open: Ruth/)
    await expect(second.locator('.others')).toHaveAttribute('title', /Ruth since \d/)
    await picture(second, 'also-open')
    await second.keyboard.press('Alt+w')
    await expect(second.locator('.others')).toHaveCount(0)
  } finally {
    await other.close()
  }
})
