import { enter, openLetter, putLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

for (const width of [1280, 1440, 2560])
  test(`at ${width} px the list opens out of the rail and goes again, and the text stands still`, async ({ page, scholion }) => {
    await page.setViewportSize({ width, height: 900 })
    await enter(page, scholion.address)
    await openLetter(page, RICHARDS)
    const line = page.getByText('Poland: The Buckley Mission').first()
    const list = page.getByRole('list', { name: 'Documents' })
    const before = await line.boundingBox()
    expect((await page.locator('.rail').boundingBox())?.width).toBe(48)
    await expect(list).toBeHidden()
    for (const open of [
      () => page.keyboard.press('Alt+l'),
      () => page.locator('.rail').getByRole('button', { name: 'List' }).click(),
    ]) {
      await open()
      await expect(list).toBeVisible()
      await expect(page.locator('.documents button:focus')).toContainText('Richards to Coles, 12 Mar 1982')
      expect(await line.boundingBox()).toEqual(before)
      expect((await page.locator('.side').boundingBox())?.width).toBe(280)
      await page.keyboard.press('Escape')
      await expect(list).toBeHidden()
      await expect(page.locator('.ProseMirror')).toBeFocused()
    }
    await page.keyboard.press('Alt+l')
    await look(page, `rail-open-${width}`)
    await page.mouse.click(width / 2, 700)
    await expect(list).toBeHidden()
  })

test('a letter that was never described is called by its file in its row and in the title row, with its first line under it', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection, 'The weather in Peru\n\nIt rains.\n')
  await enter(page, scholion.address)
  await openLetter(page)
  await page.keyboard.press('Alt+l')
  const row = page.locator('.documents button[aria-current="true"]')
  await expect(row.locator('.document-name')).toHaveText('a-short-letter.txt')
  await expect(page.locator('.crumb')).toHaveText('a-short-letter.txt')
  await expect(row.locator('.document-file')).toHaveText('“The weather in Peru”')
  await expect(row).not.toContainText('·')
})

test('letters typed in the list look for a document, Enter opens the first, and the list goes', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  await page.keyboard.press('Alt+l')
  await page.keyboard.type('shultz')
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('button')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Find a document' }).fill('')
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('button')).toHaveCount(4)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('button').last()).toBeFocused()
  await page.keyboard.type('walden never')
  await expect(page.getByRole('textbox', { name: 'Find a document' })).toHaveValue('walden never')
  await page.keyboard.press('Enter')
  await expect(page.locator('.crumb')).toHaveAttribute('title', /^walden-to-alexander/)
  await expect(page.getByRole('list', { name: 'Documents' })).toBeHidden()
})

test('kept open, the list has a place of its own, and has it again the next day', async ({ page, scholion }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  await page.keyboard.press('Alt+Shift+1')
  const list = page.getByRole('list', { name: 'Documents' })
  await expect(list).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep the list open' })).toHaveAttribute('aria-pressed', 'true')
  const [side, sheet] = [await page.locator('.side').boundingBox(), await page.locator('.sheet').boundingBox()]
  expect(sheet!.x).toBe(side!.x + side!.width)
  await page.reload()
  await openLetter(page, RICHARDS)
  await expect(list).toBeVisible()
  await page.getByRole('button', { name: 'Keep the list open' }).click()
  await expect(list).toBeHidden()
})

test('along the rail the arrow keys go, and each sign has its words and its key', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, RICHARDS)
  const rail = page.getByRole('toolbar', { name: 'Lists' })
  await rail.getByRole('button', { name: 'List' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(rail.getByRole('button', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(rail.getByRole('button', { name: 'Notes' })).toBeFocused()
  await expect(rail.getByRole('button', { name: 'Notes' })).toHaveAttribute('title', /Alt\+N/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true')
})
