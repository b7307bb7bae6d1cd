import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const NAME = 'report.txt'
const REPORT =
  'We were to inquire into the purchase of the site.[1] The price\nwas too high.*\n\n[1] Cmnd 8901, para 4.\n* Mr Lowe dissented.\n'

test('a footnote of the paper leaves the text for the margin, at the call that is offered for it, and comes back', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), REPORT)
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const sheet = page.locator('.ProseMirror')
  const notes = sheet.locator('.margin-note')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Alt+Shift+Z')
  const menu = page.getByRole('dialog', { name: 'Footnote * of the paper: which words call it?' })
  await expect(menu).toContainText('was too high.*')
  await page.screenshot({ path: test.info().outputPath('footnote-menu.png') })
  await page.keyboard.press('1')
  await expect(notes).toHaveCount(1)
  await expect(notes).toHaveText('* Mr Lowe dissented.')
  await expect(notes).toHaveAttribute('aria-label', /^Footnote \* of the paper/)
  await expect(sheet.locator('.block').first()).toContainText('was too high.*')
  await expect(sheet.locator('.block [data-mark="passage"]')).toHaveText('*')
  await page.screenshot({ path: test.info().outputPath('footnote.png') })
  await page.keyboard.press('Control+z')
  await expect(notes).toHaveCount(0)
  await expect(sheet.locator('.block').last()).toContainText('* Mr Lowe dissented.')
})
