import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { nobodyAsks } from './settings.ts'

/** A letter that tests may do anything to, and its transcript. It is put into a collection by `putLetter`. */
export const LETTER = 'a-short-letter.txt'
export const TRANSCRIPT = `${LETTER}.tei.json`
export const WORDS = 'Dear John,\n\nFirst the weather, then the minister.\n\nYours ever\n'

/** Puts the letter into a collection; gives the path of the transcript that will stand beside it. */
export function putLetter(collection: string, words: string | Uint8Array = WORDS): string {
  writeFileSync(join(collection, LETTER), words)
  return join(collection, TRANSCRIPT)
}

/** Comes to the page as a person who was here before: nobody asks for a name. */
export async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address.replace('/#', '/?checks#'))
  await expect(
    page.getByRole('list', { name: 'Documents' }).or(page.getByText('This folder holds no transcripts')).first(),
  ).toBeVisible()
  await nobodyAsks(page)
}

/** The address for another tab: an open page may ask the program for it. */
export function addressForAnother(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const token = sessionStorage.getItem('scholion-session') ?? ''
    const headers = { 'content-type': 'application/json', 'x-scholion-token': token }
    const answer = await fetch('/secret', { method: 'POST', headers, body: '{}' })
    return `${location.origin}/#secret=${(await answer.json()).value.secret}`
  })
}

export async function openLetter(page: Page, name = LETTER): Promise<void> {
  // another row may say that its words are in this one
  const row = page.locator('.documents button').filter({ has: page.locator(`.document-name[title^="${name}"]`) })
  // the rows come when the window has its documents; where the list is folded away they are there, and not seen
  await expect(row).toBeAttached()
  if (!(await row.isVisible())) await page.keyboard.press('Alt+l')
  await row.click()
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Lifts the block with these words into the margin; the digit says by which hand. */
export async function lift(page: Page, words: string, hand: string): Promise<void> {
  const notes = await page.locator('.margin-note.on').count()
  await text(page)
    .locator('.block')
    .filter({ hasText: new RegExp(`^${words.replaceAll(/[?.]/g, '\\$&')}`) })
    .click({ position: { x: 20, y: 8 } })
  await page.keyboard.press('Control+m')
  await page.keyboard.press(hand)
  await expect(page.locator('.margin-note.on')).toHaveCount(notes + 1)
}

/** Types at the end of the first block of the text. */
export async function typeWords(page: Page, words: string): Promise<void> {
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(words)
  await expect(text(page)).toContainText(words)
}

/** Types words that have their recovery copy, all of them, and come into no file, because the disk does not answer. */
export async function typeUnsaved(page: Page, words: string): Promise<void> {
  const copied = unsavedCopy(page, words)
  await typeWords(page, words)
  await copied
}

/** From now on the disk does not answer when the page saves; waits until a recovery copy with these words is kept. */
export async function unsavedCopy(page: Page, words: string): Promise<void> {
  const copied = page.waitForResponse(
    (response) => response.url().endsWith('/api/writeJournal') && response.request().postData()?.includes(words) === true,
  )
  await page.route('**/api/writeTranscript', () => undefined)
  await copied
}

export const text = (page: Page): Locator => page.locator('.ProseMirror .body')
export const sign = (page: Page): Locator => page.getByTestId('keeping')
export const bars = (page: Page): Locator => page.locator('.bars')

/** What stands in a file now, or null where there is none. */
export const fileText = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)

/** In ms: a save comes by itself after 3 s, and one that failed is tried again after 15 s. */
export const SAVED_BY_THEN = { timeout: 40_000 } as const

/** Waits until a file holds the words. */
export async function expectOnDisk(path: string, words: string): Promise<void> {
  await expect.poll(() => fileText(path) ?? '', SAVED_BY_THEN).toContain(words)
}

/** The recovery copies that the browser itself keeps, as texts. */
export function copiesInBrowser(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('scholion', 1)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const base = opening.result
          if (!base.objectStoreNames.contains('copies')) return resolve([])
          const all = base.transaction('copies').objectStore('copies').getAll()
          all.onsuccess = () => {
            base.close()
            resolve(all.result.map((copy: { record: { text: string } }) => copy.record.text))
          }
        }
      }),
  )
}

/** Somebody else's program changes words in the transcript. */
export function changeOutside(path: string, words: string, to: string): void {
  const before = readFileSync(path, 'utf8')
  if (!before.includes(words)) throw new Error(`${path} does not hold “${words}”`)
  writeFileSync(path, before.replace(words, to))
}

/** A picture for a person to judge, where the environment names a folder for it: light and dark. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCHOLION_PICTURES
  if (!folder) return
  const size = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ animations: 'disabled', path: join(folder, `keeping-${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: null })
  if (size) await page.setViewportSize(size)
}

/** The page dies as it stands, without a word. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await gone
}
