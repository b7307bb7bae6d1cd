// The inspector shows what was stated, and a way to what else can be; it does not change under the hand that is in it.
import type { Page } from '@playwright/test'
import { atRest } from '../support/at-rest.ts'
import { enter, openLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const facts = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

test.beforeEach(async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, 'richards-to-coles-1982-03-12.txt')
  await expect(page.locator('.margin-note.on').first()).toBeVisible()
})

test('of a note place and function are a press each, and how sure the hand is stands beside the hand', async ({ page }) => {
  const onTheLeft = await page.locator('.margin-note.on.left').count()
  await page.locator('.margin-note.on').first().click()
  const place = facts(page).getByRole('radiogroup', { name: 'Place' })
  await place.getByRole('radio', { name: 'left margin' }).click()
  await expect(place.getByRole('radio', { name: 'left margin' })).toBeChecked()
  await expect(page.locator('.margin-note.on.left')).toHaveCount(onTheLeft + 1)
  // under it where the two would cut the name
  const row = facts(page).locator('.with-certainty').first()
  const places = () => atRest(() => Promise.all([0, 1].map((at) => row.locator('select').nth(at).boundingBox())))
  const [long, under] = await places()
  expect(under!.y - (long!.y + long!.height)).toBeLessThan(32)
  await row.locator('select').first().selectOption({ label: 'AJC · A J Coles' })
  const [short, beside] = await places()
  expect(Math.abs(short!.y - beside!.y)).toBeLessThan(4)
})

test('a fact that is not shown is found by its name, and is stated where the keys are then', async ({ page }) => {
  await text(page).getByText('12 March 1982').click()
  await expect(facts(page).getByLabel('Archive’s folio')).toHaveCount(0)
  const where = await page.getByTestId('where').textContent()
  await page.keyboard.press('Alt+f')
  await page.keyboard.type('folio')
  await page.keyboard.press('Enter')
  await page.keyboard.type('17r')
  await expect(facts(page).getByLabel('Archive’s folio')).toHaveValue('17r')
  await expect(page.locator('.page').first()).toHaveAttribute('data-facts', /folio 17r/)
  // emptied again it stays under the hand
  for (let letter = 0; letter < 3; letter++) await page.keyboard.press('Backspace')
  await expect(facts(page).getByLabel('Archive’s folio')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('where')).toHaveText(where!)
})

test('nothing in the inspector is cut off: every label stands over its field and within the panel', async ({ page }) => {
  await page.locator('.margin-note.on').first().click()
  await expect(facts(page).getByRole('radiogroup', { name: 'Function' })).toBeVisible()
  const wrong = await atRest(() =>
    facts(page).evaluate((panel) => {
      const { right } = panel.getBoundingClientRect()
      return [...panel.querySelectorAll<HTMLElement>('.field')].flatMap((field) => {
        const label = field.querySelector('span')!.getBoundingClientRect()
        const control = field.querySelector('select, input, textarea, .choice-buttons')!.getBoundingClientRect()
        const good = label.bottom <= control.top + 1 && control.right <= right && field.scrollWidth <= field.clientWidth
        return good ? [] : [field.innerText]
      })
    }),
  )
  expect(wrong).toEqual([])
  // nor is what is chosen in a list: its words have their room beside the sign of the list
  const cut = await facts(page)
    .locator('select')
    .evaluateAll((all) =>
      (all as HTMLSelectElement[]).flatMap((list) => {
        const pen = document.createElement('canvas').getContext('2d')!
        pen.font = getComputedStyle(list).font
        const words = list.selectedOptions[0]!.text
        return pen.measureText(words).width > list.clientWidth - 24 ? [words] : []
      }),
    )
  expect(cut).toEqual([])
})
