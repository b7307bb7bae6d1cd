// What stands around the sheet: it comes and goes, and what is read stays where it is.
import type { Page } from '@playwright/test'
import { atRest } from '../support/at-rest.ts'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

test.beforeEach(async ({ page, scholion }) => {
  await enter(page, scholion.address)
})

/** Where every block and note that is in sight stands, and how wide it is. */
function placesOnSheet(page: Page): Promise<readonly string[]> {
  return page.locator('.page .block, .margin-note.on').evaluateAll((all) =>
    all
      .map((one) => one.getBoundingClientRect())
      .filter(({ top }) => top < innerHeight)
      .map(({ left, top, width }) => `${Math.round(left)} ${Math.round(top)} ${Math.round(width)}`),
  )
}

for (const width of [1280, 1440, 2560]) {
  test(`nothing on the sheet moves when a panel, a bar, a menu or a box opens (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await openLetter(page, RICHARDS)
    await expect(page.locator('.margin-note.on').first()).toBeVisible()
    const before = await atRest(() => placesOnSheet(page))
    expect(before.length).toBeGreaterThan(8)
    const after = async (what: string) => expect(await atRest(() => placesOnSheet(page)), what).toEqual(before)
    for (const key of [
      'Alt+n',
      'Escape',
      'Alt+Shift+I',
      'Alt+Shift+I',
      'Alt+i',
      'Escape',
      'Control+k',
      'Escape',
      'Control+b',
      'Escape',
    ]) {
      await page.keyboard.press(key)
      // in a wide window to hide the inspector is a choice, and gives its place to the sheet
      if ((await page.locator('.facts-side').isVisible()) || width < 1400) await after(key)
    }
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await after('the View menu')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Pen mark' }).click()
    await after('a menu from the toolbar')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+x')
    await expect(page.locator('.bar')).toBeVisible()
    await after('a bar')
    for (const key of ['Control+f', 'Control+h', 'Escape']) {
      await page.keyboard.press(key)
      await expect(page.getByRole('search', { name: 'Find in this document' })).toHaveCount(key === 'Escape' ? 0 : 1)
      await expect(page.getByLabel('Replace by')).toHaveCount(key === 'Control+h' ? 1 : 0)
      await after(key)
    }
  })
}

test('hidden in a wide window, the inspector leaves its place to the sheet; asked for, it lies over the notes and moves nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await openLetter(page, RICHARDS)
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  const width = async () => Math.round((await page.locator('.sheet').boundingBox())!.width)
  const beside = await width()
  await page.keyboard.press('Alt+Shift+I')
  await expect(inspector).toBeHidden()
  await expect.poll(width).toBe(beside + 320)
  const before = await atRest(() => placesOnSheet(page))
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true')
  await expect(inspector).toBeVisible()
  expect(await atRest(() => placesOnSheet(page))).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(inspector).toBeHidden()
  await page.reload()
  await openLetter(page, RICHARDS)
  await expect(inspector).toBeHidden()
  await page.keyboard.press('Alt+Shift+I')
  await expect(inspector).toBeVisible()
  await expect.poll(width).toBe(beside)
})

test('Tab goes from the text to the inspector and back, and reaches the edges of the panels after all else', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await openLetter(page, RICHARDS)
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tab', { name: 'Details' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('.side :focus')).toHaveCount(1)
})

test('every tool says what it does and its key, and one that cannot be used now says why', async ({ page }) => {
  const tools = page.getByRole('toolbar', { name: 'Tools' }).getByRole('button')
  const tips = () => tools.evaluateAll((all) => all.map((one) => (one as HTMLElement).title))
  for (const tip of (await tips()).slice(0, -1)) expect(tip).toMatch(/\(.*\): open a document first\.$/)
  await tools.filter({ hasText: 'Unclear' }).click({ force: true })
  await expect(page.locator('.said')).toHaveText('Unclear: open a document first.')
  await openLetter(page, RICHARDS)
  for (const tip of await tips()) expect(tip).toMatch(/\([^)]*(Ctrl|Alt|F1)[^)]*\)/)
  await expect(tools.filter({ hasText: 'Undo' })).toHaveAttribute('title', /there is nothing to undo/)
  await expect(tools.filter({ hasText: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
  await expect(tools.filter({ hasText: 'Unclear' })).toHaveAttribute('aria-disabled', 'false')
})

test('a tool is about the words that are selected, by mouse and by keyboard', async ({ page }) => {
  await openLetter(page, RICHARDS)
  const tools = page.getByRole('toolbar', { name: 'Tools' })
  const unclear = page.locator('.page .m-unclear')
  const had = await unclear.count()
  await page.getByText('We have now heard').dblclick({ position: { x: 6, y: 8 } })
  await tools.getByRole('button', { name: 'Unclear' }).click()
  await expect(unclear).toHaveCount(had + 1)
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await tools.getByRole('button', { name: 'Undo' }).click()
  await expect(unclear).toHaveCount(had)
  // one stop for Tab, arrows go along it
  await tools.getByRole('button', { name: 'Unclear' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(tools.getByRole('button', { name: 'Gap' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(tools.getByRole('button', { name: 'Help' })).toBeFocused()
  expect(await tools.locator('button[tabindex="0"]').count()).toBe(1)
})

test('the toolbar can be hidden, and stays so for this person', async ({ page }) => {
  const tools = page.getByRole('toolbar', { name: 'Tools' })
  await expect(tools).toBeVisible()
  await page.keyboard.press('Alt+v')
  await expect(tools).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await expect(tools).toHaveCount(0)
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Hide the toolbar, or show it/ }).click()
  await expect(tools).toBeVisible()
})

test('the layers stand in the title row: typed, all, or a hand, and say which is shown', async ({ page }) => {
  await openLetter(page, RICHARDS)
  const layers = page.getByRole('group', { name: 'Layers' })
  await layers.getByRole('button', { name: 'Typed' }).click()
  await expect(page.locator('.margin-note.faded').first()).toBeVisible()
  await expect(layers.getByRole('button', { name: 'Typed' })).toHaveAttribute('aria-pressed', 'true')
  await layers.getByRole('button', { name: 'All' }).click()
  await expect(page.locator('.faded')).toHaveCount(0)
})

test('after the first letter is opened three words say what next, each does it, and they go for good', async ({ page }) => {
  await openLetter(page, RICHARDS)
  const next = page.locator('.what-next')
  await expect(next).toContainText('state the roles')
  await expect(next).toContainText('lift the handwriting')
  await next.getByRole('button', { name: /^state the roles/ }).click()
  await expect(page.getByRole('dialog')).toContainText('salutation')
  await page.keyboard.press('Escape')
  await next.getByRole('button', { name: 'Hide what is next' }).click()
  await expect(next).toHaveCount(0)
  await page.reload()
  await openLetter(page, RICHARDS)
  await expect(page.locator('.status')).toContainText('Ctrl+K')
  await expect(next).toHaveCount(0)
})
