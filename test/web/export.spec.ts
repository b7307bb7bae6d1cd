import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'
import { isEditor } from '../support/settings.ts'
import { CHECKOUT, type RunningScholion } from '../support/start-scholion.ts'

const LETTER = 'richards-to-coles-1982-03-12.txt'

async function openRichards(page: Page, scholion: RunningScholion): Promise<void> {
  await page.goto(scholion.address)
  await isEditor(page, 'Tester')
  await page.getByRole('button', { name: LETTER }).click()
  await expect(page.locator('.ProseMirror')).toBeFocused()
}

/** What the command line makes of the same collection. */
function byCommandLine(collection: string, kind: string): ReadonlyMap<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'scholion-by-command-'))
  const args = [join(CHECKOUT, 'build/scholion.mjs'), 'export', join(collection, LETTER), '--to', kind, '--out', out]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const files = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]))
  rmSync(out, { recursive: true })
  return files
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export an edition' })

test('an edition is exported by two keys, and is what the command line makes, byte for byte', async ({
  page,
  scholion,
  collection,
}) => {
  await openRichards(page, scholion)
  await page.keyboard.press('Control+e')
  await expect(dialog(page).getByRole('radio', { name: /TEI P5/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(`editions/${LETTER}.xml`)).toBeVisible()
  await expect(dialog(page).getByRole('list', { name: 'What it does not hold' })).toContainText('set aside')
  await page.keyboard.press('Escape')
  await expect(page.locator('.ProseMirror')).toBeFocused()

  await page.keyboard.press('Control+e')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(`editions/${LETTER}.html`)).toBeVisible()
  for (const kind of ['tei', 'html']) {
    const expected = byCommandLine(collection, kind)
    expect(expected.size).toBe(1)
    for (const [name, text] of expected) expect(readFileSync(join(collection, 'editions', name), 'utf8')).toBe(text)
  }
})

test('work of this minute is saved first, and then exported', async ({ page, scholion, collection }) => {
  await openRichards(page, scholion)
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('ZZZ ')
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(`editions/${LETTER}.xml`)).toBeVisible()
  const made = readFileSync(join(collection, 'editions', `${LETTER}.xml`), 'utf8')
  expect(made).toContain('ZZZ')
  expect(made).toBe([...byCommandLine(collection, 'tei').values()][0])
})

test('another file of that name is replaced only when that is said', async ({ page, scholion, collection }) => {
  await openRichards(page, scholion)
  const file = join(collection, 'editions', `${LETTER}.xml`)
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(`editions/${LETTER}.xml`)).toBeVisible()
  writeFileSync(file, 'somebody’s own')
  await dialog(page).getByRole('button', { name: 'Another edition' }).click()
  await dialog(page)
    .getByRole('button', { name: /^Export/ })
    .click()
  await expect(dialog(page).getByRole('alert')).toContainText('exists already')
  expect(readFileSync(file, 'utf8')).toBe('somebody’s own')
  await dialog(page).getByRole('button', { name: 'Replace it' }).click()
  await expect(dialog(page).getByText(`editions/${LETTER}.xml`)).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('<TEI')
})

test('in a browser the path of what was written can be copied', async ({ page, scholion }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openRichards(page, scholion)
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Copy path' }).click()
  await expect(dialog(page).getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`editions/${LETTER}.xml`)
  await look(page, '51-exported')
})

test('a letter never worked on leaves as it came, and says that it was not saved', async ({ page, scholion, collection }) => {
  await openRichards(page, scholion)
  await page.keyboard.press('Alt+w')
  await page.getByRole('button', { name: /palliser/ }).click()
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText('not saved in a transcript file')).toBeVisible()
  const [name] = readdirSync(join(collection, 'editions'))
  expect(readFileSync(join(collection, 'editions', name!), 'utf8')).toContain('no transcript was saved yet')
  expect(existsSync(join(collection, `${name!.replace(/\.xml$/, '')}.tei.json`))).toBe(false)
})

test('F7 shows the edition as it will leave, in its three states, and Esc goes back to the caret', async ({
  page,
  scholion,
  collection,
}) => {
  await openRichards(page, scholion)
  await new Hands(page).press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await page.keyboard.press('F7')
  const edition = page.frameLocator('iframe[title="Reading edition"]')
  await expect(edition.getByRole('heading', { level: 1 })).toBeVisible()
  const [file] = byCommandLine(collection, 'html').values()
  const elsewhere = await page.context().newPage()
  const written = await elsewhere.evaluate((text) => new DOMParser().parseFromString(text, 'text/html').body.innerHTML, file!)
  await elsewhere.close()
  const shown = () => edition.locator('body').evaluate((body) => body.innerHTML.trim())
  await expect.poll(shown).toBe(written.trim())

  const lifted = edition.locator('.note', { hasText: 'Content with this approach?' }).first()
  await expect(lifted).toBeVisible()
  const face = () =>
    edition
      .locator('h1')
      .evaluate((h1) => [getComputedStyle(h1).fontFamily, ...[...h1.ownerDocument.fonts].map((one) => one.status)])
  await expect
    .poll(face, 'the book face is here, and not only where a machine has it')
    .toEqual([expect.stringMatching(/^"Source Serif 4"/), ...Array(4).fill('loaded')])
  await edition.getByLabel('reading text').check()
  await expect(lifted).toBeHidden()
  await edition.getByLabel('as typed').check()
  await expect(edition.getByText('Content with this approach?').first()).toBeHidden()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page), `the edition, ${colorScheme}`).toEqual([])
    await page.keyboard.press('Control+e')
    await expect(dialog(page)).toBeVisible()
    expect(await axeFaults(page), `the export dialog, ${colorScheme}`).toEqual([])
    await page.keyboard.press('Escape')
  }
  await edition.getByLabel('as typed').focus()

  await page.keyboard.press('Escape')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.type('ZZZ')
  await expect.poll(() => page.locator('.ProseMirror').textContent()).toMatch(/^.{0,12}\S{3}ZZZ/)
})

test('nothing is changed behind the read view, and its keys are the window’s', async ({ page, scholion }) => {
  await openRichards(page, scholion)
  const before = await page.locator('.ProseMirror').textContent()
  await page.keyboard.press('F7')
  const edition = page.frameLocator('iframe[title="Reading edition"]')
  await expect(edition.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.type('typed over it')
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+e')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('F7')
  await expect(page.locator('.read-view')).toHaveCount(0)
  expect(await page.locator('.ProseMirror').textContent()).toBe(before)
})
