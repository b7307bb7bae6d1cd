import { placeOf } from '../support/at-rest.ts'
import { enter, openLetter, putLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

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
  const sheet = page.locator('.editor-scroller')
  const found = page.locator('.found.here')
  const says = page.locator('.find-bar output')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Poland')
  for (const nth of [1, 2, 3]) {
    // what is typed is found at once; Enter goes on
    if (nth > 1) await page.keyboard.press('Enter')
    await expect(says).toHaveText(`${nth} of 4`)
    const howFarDown = async () => {
      const [{ top }, around] = [await placeOf(found), await placeOf(sheet)]
      return (top - around.top) / (around.bottom - around.top)
    }
    await expect.poll(howFarDown).toBeGreaterThan(0.15)
    await expect.poll(howFarDown).toBeLessThan(0.85)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+f')
  await expect(says).toHaveText('3 of 4')
  await page.keyboard.press('Enter')
  await expect(says).toHaveText('4 of 4')
  await page.keyboard.press('Shift+Enter')
  await expect(says).toHaveText('3 of 4')
})

test('what is found in the first line is seen under the bar, and when the bar goes the text stays', async ({
  page,
  collection,
  scholion,
}) => {
  putLetter(collection, 'Poland is here.\n\nNothing is there.\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const words = text(page).getByText('Poland is here')
  const { top } = await placeOf(words)
  await page.keyboard.press('Control+h')
  expect((await placeOf(words)).top).toBe(top)
  await page.keyboard.type('Poland')
  const bar = page.getByRole('search', { name: 'Find in this document' })
  const clear = async () => (await placeOf(page.locator('.found.here'))).top - (await placeOf(bar)).bottom
  await expect.poll(clear).toBeGreaterThanOrEqual(0)
  // a caret that goes up with the keys stays clear of it too
  await text(page).getByText('Nothing is there').click()
  await page.locator('.editor-scroller').evaluate((sheet) => sheet.scrollBy(0, 1000))
  await page.keyboard.press('ArrowUp')
  await expect.poll(clear).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  expect((await placeOf(words)).top).toBe(top)
})

test('a replacement is looked at line by line before it is made: what is unticked stays, and one undo gives all back', async ({
  page,
  collection,
  scholion,
}) => {
  putLetter(collection, 'Poland is here.\n\nPoland is there.\n\nPoland is gone.\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const before = await text(page).textContent()
  const hands = new Hands(page)
  // the last is in handwriting: it is never among what is replaced at one go
  await hands.find('Poland is gone')
  await hands.press('Control+B', '1', 'Control+Home', 'Control+H')
  await hands.type('Poland')
  await expect(page.locator('.find-bar output')).toHaveText('1 of 3')
  await page.getByLabel('Where').selectOption({ label: 'in what is typed' })
  await expect(page.locator('.find-bar output')).toHaveText('nothing found')
  await page.getByLabel('Where').selectOption({ label: 'by MT · Margaret Thatcher' })
  await expect(page.locator('.find-bar output')).toHaveText('1 of 1')
  await page.getByLabel('Where').selectOption({ label: 'everywhere' })
  await page.getByLabel('Replace by').fill('Hungary')
  await page.getByRole('button', { name: 'Look at each' }).click()
  const box = page.getByRole('dialog', { name: 'Look at each replacement' })
  await expect(box.locator('.mention')).toHaveText([/Poland Hungary is here/, /Poland Hungary is there/])
  await look(page, 'replacements')
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Look at each' }).click()
  await hands.press('ArrowDown', 'Space', 'Enter')
  await expect(page.locator('.block')).toHaveText(['Hungary is here.', 'Poland is there.', 'Poland is gone.'])
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused()
  await hands.press('Escape', 'Control+Z')
  await expect.poll(() => text(page).textContent()).toBe(before)
})

test('a name is found with and without its marks, or exactly as typed; what is not replaced is told with its cause', async ({
  page,
  collection,
  scholion,
}) => {
  putLetter(collection, 'Herr Müller came.\n\nHerr Mul-\nler went, Mu\u0308ller stayed.\n')
  await enter(page, scholion.address)
  await openLetter(page)
  await page.keyboard.press('Control+H')
  const says = page.locator('.find-bar output')
  await page.getByLabel('Find', { exact: true }).fill('Muller')
  await expect(says).toHaveText('1 of 3')
  await expect(page.locator('.find-bar')).toContainText('1 is left: 1 over a line end. Mend them one by one.')
  await look(page, 'find-accents')
  await page.getByLabel('Match accents and signs').check()
  await expect(says).toHaveText('1 of 1')
  await page.getByLabel('Find', { exact: true }).fill('Müller')
  await expect(says).toHaveText('1 of 2')
})

test('what is replaced keeps its capitals, and from the words to the button are seven keys', async ({
  page,
  collection,
  scholion,
}) => {
  putLetter(collection, 'Tbe wind and tbe rain.\n\nTBE SNOW\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await hands.press('Control+H')
  await hands.type('tbe')
  await hands.goToField('Replace by')
  await hands.type('the')
  for (let step = 0; !(await hands.focused()).includes('Replace all') && step < 9; step++) await hands.press('Tab')
  expect(hands.chords).toBeLessThanOrEqual(7)
  await hands.press('Enter')
  await expect(page.locator('.block')).toHaveText(['The wind and the rain.', 'THE SNOW'])
  await hands.press('Escape', 'Control+Z', 'Control+H')
  await page.getByLabel('Find', { exact: true }).fill('tbe')
  await page.getByLabel('Match case').check()
  await page.getByLabel('Replace by').fill('the')
  await page.getByRole('button', { name: 'Replace all 1' }).click()
  await expect(page.locator('.block')).toHaveText(['Tbe wind and the rain.', 'TBE SNOW'])
})
