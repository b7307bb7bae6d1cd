import { enter, fileText, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const WORDS = 'Thursday 12 March 1982\n\nDear John,\n\nContent with this approach? A.J.C. 15/3\n'

test('a date in a minute gets its weekday and the year of the letter, says that the year is inferred, and waits for a key', async ({
  page,
  collection,
  scholion,
}) => {
  const path = putLetter(collection, WORDS)
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await hands.goToBlock('Content with')
  await hands.press('End')

  // no date of the letter is known yet: nothing is inferred, and it is said why
  await hands.press('Control+Shift+D')
  await expect(page.locator('.chooser')).toContainText('The paper’s date is not known')
  await hands.press('Escape')
  await expect(text(page).locator('.m-date')).toHaveCount(0)

  await hands.goToBlock('Thursday')
  await page.getByLabel('Role').selectOption('dateline')
  await page.locator('.ProseMirror').focus()
  await hands.goToBlock('Content with')
  await hands.press('End', 'Control+Shift+D')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText('Mon 15 March 1982; year from the dateline')
  await look(page, '31-date')
  await hands.press('Enter')
  await expect(text(page).locator('.m-date')).toHaveText('15/3')
  await expect(page.getByRole('group', { name: 'date' })).toContainText('Mon 15 March 1982')
  await hands.press('Control+S')
  await expect.poll(() => fileText(path) ?? '').toContain('"when": "1982-03-15"')
  expect(fileText(path)).toContain('"basisNote": "year from the dateline (1982-03-12)"')

  // the weekday that the letter gives itself is wrong, and it is said; the caret stood anywhere in the date
  await hands.goToBlock('Thursday')
  await hands.press('Control+ArrowRight', 'Control+Shift+D')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText('Fri 12 March 1982')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText('Thursday is written; 12 March 1982 was a Friday.')
  await hands.press('Enter')
  await expect(text(page).locator('.m-date').first()).toHaveText('Thursday 12 March 1982')
  await expect(page.locator('.said')).toContainText('was a Friday')
  // one step back
  await hands.press('Control+Z')
  await expect(text(page).locator('.m-date')).toHaveText(['15/3'])
})
