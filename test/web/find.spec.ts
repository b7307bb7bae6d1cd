import { enter, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

test('Enter goes on from the words that are selected already, and words that are found have some lines above and below them', async ({
  page,
  collection,
  scholion,
}) => {
  const lines = Array.from({ length: 120 }, (_, at) => (at % 30 === 29 ? `Here is Poland ${at}.` : `Line ${at}.`))
  putLetter(collection, `${lines.join('\n\n')}\n`)
  await enter(page, scholion.address)
  await openLetter(page)
  await expect(text(page)).toContainText('Here is Poland 119.')
  const sheet = (await page.locator('.editor-scroller').boundingBox())!
  const found = page.locator('.found.here')
  const says = page.locator('.find-bar output')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Poland')
  await expect(says).toHaveText('4 found')
  for (const nth of [1, 2, 3]) {
    await page.keyboard.press('Enter')
    await expect(says).toHaveText(`${nth} of 4`)
    const { y } = (await found.boundingBox())!
    expect(y).toBeGreaterThan(sheet.y + sheet.height * 0.15)
    expect(y).toBeLessThan(sheet.y + sheet.height * 0.85)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await expect(says).toHaveText('4 found')
  await page.keyboard.press('Enter')
  await expect(says).toHaveText('4 of 4')
  await page.keyboard.press('Shift+Enter')
  await expect(says).toHaveText('3 of 4')
})
