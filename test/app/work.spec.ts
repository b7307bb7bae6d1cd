import { chmodSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

async function open(page: Page, letter = LETTER): Promise<void> {
  const later = page.getByRole('button', { name: 'Not now' })
  // who edits is asked before the list comes, or not at all
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  if (await later.isVisible()) await later.click()
  await page.getByRole('button', { name: letter }).click()
  await expect(page.locator('.ProseMirror')).toBeVisible()
}

async function typeAtTheEnd(page: Page, words: string): Promise<void> {
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('the sample collection opens; what is typed is saved beside the original and stands there again', async ({
  start,
  collection,
}) => {
  const file = join(collection, `${LETTER}.tei.json`)
  const first = await start()
  await expect(first.page.getByRole('list', { name: 'Documents' }).getByRole('button')).toHaveCount(4)
  await open(first.page)
  await expect(first.page).toHaveTitle(/. – Scholion$/)
  await expect(first.page.locator('.crumb')).toHaveAttribute('title', new RegExp(`^${LETTER}`))
  expect(existsSync(file), 'opening writes nothing').toBe(false)
  await typeAtTheEnd(first.page, ' Gromyko.')
  await first.page.keyboard.press('Control+s')
  await expect(first.page.getByTestId('keeping')).toContainText('Saved')
  expect(readFileSync(file, 'utf8')).toContain('Gromyko.')
  await first.quit()
  const second = await start()
  await open(second.page)
  await expect(second.page.locator('.ProseMirror')).toContainText('Gromyko.')
})

test('quitting right after the last letter loses none of it', async ({ start, collection }) => {
  const { page, quit } = await start()
  await open(page)
  await typeAtTheEnd(page, ' The very last words')
  await quit()
  expect(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')).toContain('The very last words')
})

test('closing the window does the same, and ends the program', async ({ start, collection }) => {
  const { app, page } = await start()
  await open(page)
  await typeAtTheEnd(page, ' Closed by its cross')
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  await app.evaluate(({ BrowserWindow }) => void setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()))
  expect(await gone).toBe(0)
  expect(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')).toContain('Closed by its cross')
})

test('ended from outside it saves as well', async ({ start, collection }) => {
  const { app, page } = await start()
  await open(page)
  await typeAtTheEnd(page, ' Shut down by the system')
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  app.process().kill('SIGTERM')
  expect(await gone).toBe(0)
  expect(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')).toContain('Shut down by the system')
})

test('the native menu is the table of commands, with its keys, and does what it says', async ({ start }) => {
  const { app, page } = await start()
  await open(page)
  const menus = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label, submenu }) => ({
      label,
      items: submenu?.items
        .filter(({ type }) => type !== 'separator')
        .map((item) => ({ label: item.label, key: item.accelerator ?? null })),
    })),
  )
  expect(menus?.map(({ label }) => label)).toEqual([
    'Document',
    'Edit',
    'Block',
    'Page',
    'Paper',
    'Margin',
    'Words',
    'View',
    'Help',
  ])
  expect(menus?.[0]?.items?.slice(0, 3)).toEqual([
    { label: 'Open a folder …', key: 'CmdOrCtrl+O' },
    { label: 'Recent collections', key: null },
    { label: 'Save now', key: 'CmdOrCtrl+S' },
  ])
  expect(menus?.[2]?.items).toContainEqual({ label: 'Move the block up', key: 'Alt+Up' })
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click())
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Menus' }), 'one menu is enough').toBeHidden()
})

test('recent collections and the window’s place are remembered, names only for the page', async ({ start, collection }) => {
  const first = await start()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 70, width: 900, height: 640 }),
  )
  const size = { width: 900, height: 640 }
  const boundsIn = ({ app }: typeof first) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await expect.poll(() => boundsIn(first)).toMatchObject(size)
  const shown = await first.page.evaluate(() => window.scholion.shell.collections())
  expect(shown).toEqual({
    ok: true,
    value: { open: true, recent: [{ id: expect.stringMatching(/^[0-9a-f]{16}$/), name: 'letters' }] },
  })
  expect(JSON.stringify(shown)).not.toContain(collection)
  await first.quit()
  const second = await start(null)
  await expect(second.page.getByRole('button', { name: LETTER }), 'the last collection opens by itself').toBeVisible()
  await expect.poll(() => boundsIn(second)).toMatchObject(size)
})

test('without any collection the window says what this is, and a folder can be opened in it', async ({ start, collection }) => {
  const { app, page } = await start(null)
  await expect(page.getByRole('button', { name: 'Open a folder …' })).toBeFocused()
  const choose = (folder: string) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, folder)
  await choose('/nowhere/at all')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The folder at all cannot be opened')
  await choose(collection)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click())
  await expect(page.getByRole('button', { name: LETTER })).toBeVisible()
  expect(app.windows()).toHaveLength(1)
})

test('where neither file nor recovery copy can be written, the window does not close over the work', async ({
  start,
  collection,
  stateFolder,
}) => {
  const { app, page, quit } = await start()
  await open(page)
  // before the first letter: its recovery copy would be there half a second later
  const folders = [collection, ...foldersIn(stateFolder)]
  for (const folder of folders) chmodSync(folder, 0o555)
  await typeAtTheEnd(page, ' Not to be lost')
  const asked = await app.evaluateHandle(({ dialog }) => {
    const asked: string[] = []
    dialog.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
      asked.push(detail)
      return { response: 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    return asked
  })
  await app.evaluate(({ app }) => void setImmediate(() => app.quit()))
  await expect.poll(() => asked.jsonValue()).toEqual([expect.stringMatching(/may not be written/)])
  await expect(page.locator('.ProseMirror')).toContainText('Not to be lost')
  for (const folder of folders) chmodSync(folder, 0o755)
  await quit()
  expect(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')).toContain('Not to be lost')
})

test('work on a folder that went away is offered when it is back', async ({ start, collection }) => {
  const away = `${collection} away`
  const first = await start()
  await open(first.page)
  renameSync(collection, away)
  await typeAtTheEnd(first.page, ' Kept meanwhile')
  await first.quit()
  renameSync(away, collection)
  expect(existsSync(join(collection, `${LETTER}.tei.json`))).toBe(false)
  const { page } = await start()
  await open(page)
  await page.getByRole('button', { name: 'Bring the unsaved work back' }).click()
  await expect(page.locator('.ProseMirror')).toContainText('Kept meanwhile')
})

/** A folder and all folders in it, the innermost first. */
function foldersIn(folder: string): readonly string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'chromium')
  return [...inner.flatMap((entry) => foldersIn(join(folder, entry.name))), folder]
}
