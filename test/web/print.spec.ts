import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

test('whoever prints, by the key or the system’s menu, prints the edition, whole, and not the window', async ({
  page,
  scholion,
}) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed++
    }
  })
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Sic transit.')
  await page.keyboard.press('Control+p')
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
  // as the browser does it when the person chooses Print in its own menu
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const printed = page.locator('.printed-edition')
  await expect(printed).toBeVisible()
  await expect(printed).toContainText('Sic transit.')
  await expect(printed.locator('.block, p').first()).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  await expect(page.locator('.menu-bar, [role="menubar"]').first()).toBeHidden()
  await page.screenshot({ path: test.info().outputPath('printed.png'), fullPage: true })
  await page.emulateMedia({ media: 'screen' })
  await expect(printed).toBeHidden()
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(printed).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  // what the print took away is given back: the window's own sheets are the screen's and the paper's again
  await page.emulateMedia({ media: null })
  await expect(page.locator('.ProseMirror')).toBeVisible()
})
