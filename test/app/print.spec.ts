import type { ElectronApplication, Page } from '@playwright/test'
import { pagesOfPdf } from '../support/pdf-text.ts'
import { expect, test } from './fixtures.ts'

const LETTER = 'bone-to-coles-1982-10-14.txt'

/** What the window would put on paper now, page by page, as words. The same print as the key's and the menu's, into a file. */
async function printed(app: ElectronApplication): Promise<readonly string[]> {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({})
    return pdf.toString('base64')
  })
  return pagesOfPdf(Buffer.from(base64, 'base64')).map((page) => page.replace(/\s+/g, ' '))
}

/** Counts how often the page asks the system to print: there is no printer here, and its dialog would wait for a person. */
const countPrints = (page: Page) =>
  page.evaluate(() => {
    const counted = window as unknown as { prints: number }
    counted.prints = 0
    window.print = () => {
      counted.prints++
    }
  })
const prints = (page: Page) => page.evaluate(() => (window as unknown as { prints: number }).prints)

test('what the desktop window prints is the edition with the last words typed, on as many pages as it takes, and nothing of the window', async ({
  start,
}) => {
  const { app, page } = await start()
  await page.getByRole('button', { name: LETTER }).click()
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Sic transit gloria.')
  await countPrints(page)
  await page.keyboard.press('Control+p')
  expect(await prints(page)).toBe(1)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('print')?.click())
  await expect.poll(() => prints(page)).toBe(2)

  const pages = await printed(app)
  const all = pages.join(' ')
  expect(all).toContain('DRAFT, not approved')
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.at(-1), 'whole, to the last line').toContain('with Scholion')
  expect(all).toContain('Sic transit gloria.')
  for (const ofTheWindow of ['Open a folder', 'not stated', 'Ctrl+K', 'commands', 'OK', 'Not now'])
    expect(all).not.toContain(ofTheWindow)
  // nothing of the paper is left on the screen
  await expect(page.locator('.printed-edition')).toHaveCount(0)
  await expect(page.locator('.ProseMirror')).toContainText('Sic transit gloria.')
  await page.keyboard.type(' And on.')
  expect((await printed(app)).join(' ')).toContain('Sic transit gloria. And on.')
})
