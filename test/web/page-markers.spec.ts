import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const NAME = 'report.txt'
const REPORT = [
  'REPORT OF THE INQUIRY                    1',
  'We were appointed in May.',
  '',
  '- 2 -',
  'The price was paid;',
  'the sum was',
  '- 7 -',
  'which is minus seven.',
  '',
  '--- Page 3 ---',
  'We do not think so.',
  '\fREPORT OF THE lNQUlRY                    4',
  'The end.',
].join('\n')

test('page numbers and running heads are offered when a file is opened, looked at, and taken by keyboard as one step', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), REPORT)
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const sheets = page.locator('.ProseMirror .page')
  const box = page.getByRole('dialog', { name: 'Page numbers and running heads' })
  await expect(page.locator('.bars')).toContainText('5 lines look like page numbers or running heads.')
  await page.keyboard.press('Alt+z')
  await expect(box).toContainText('4 of 5 are ticked')
  await expect(box.getByRole('checkbox', { name: /- 7 -/ })).not.toBeChecked()
  await expect(box.locator('.mention', { hasText: '- 7 -' })).toContainText('stays in the text')
  await expect(box.locator('.mention', { hasText: '- 7 -' })).toContainText('doubtful: number 7 comes after 2')
  await expect(box.locator('.mention', { hasText: '- 2 -' })).toContainText('a page begins before it, printed number 2')
  await page.screenshot({ path: test.info().outputPath('page-markers-light.png') })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: test.info().outputPath('page-markers-dark.png') })
  // the second is left out, and taken again
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(box).toContainText('3 of 5 are ticked')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(box).toHaveCount(0)
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect(sheets).toHaveCount(4)
  await expect(sheets.nth(0)).toContainText('We were appointed in May.')
  await expect(sheets.nth(1)).toContainText('which is minus seven.')
  await expect(sheets.nth(2)).toContainText('We do not think so.')
  await expect(page.locator('.ProseMirror')).not.toContainText('REPORT OF THE')
  await page.keyboard.press('Control+z')
  await expect(sheets).toHaveCount(2)
  await expect(page.locator('.ProseMirror')).toContainText('REPORT OF THE lNQUlRY')
})

test('the same by mouse: from the word said at opening, with the numbers at the foot, and nothing where none is left', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), 'One.\n\n- 1 -\n\nTwo.\n\n- 2 -\n')
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  const sheets = page.locator('.ProseMirror .page')
  const box = page.getByRole('dialog', { name: 'Page numbers and running heads' })
  await page.locator('.bars').getByRole('button', { name: 'Page numbers …' }).click()
  await expect(box.getByLabel('Pages')).toHaveValue('foot')
  await box.getByRole('button', { name: 'Tick none' }).click()
  await expect(box.getByRole('button', { name: 'Take 0' })).toBeDisabled()
  await box.getByRole('button', { name: 'Tick what is sure' }).click()
  await box.getByRole('button', { name: 'Take 2' }).click()
  await expect(sheets).toHaveCount(2)
  await expect(sheets.nth(0)).toContainText('One.')
  await expect(sheets.nth(1)).toContainText('Two.')
  await page.getByRole('navigation', { name: 'Menus' }).getByRole('button', { name: 'Page', exact: true }).click()
  await page.getByRole('menuitem', { name: /Page numbers and running heads/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'No line looks like a page number or a running head.' })).toBeVisible()
})
