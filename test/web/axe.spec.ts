import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, in the ${colorScheme}`, async ({ page, scholion }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(scholion.address)
    await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
    expect(await axeFaults(page), 'first start').toEqual([])
    await page.getByRole('button', { name: 'richards-to-coles-1982-03-12.txt' }).click()
    await expect(page.locator('.margin-note.on').first()).toBeVisible()
    expect(await axeFaults(page), 'a letter with notes').toEqual([])
    await page.keyboard.press('F9')
    expect(await axeFaults(page), 'in a note').toEqual([])
    for (const tab of [/^Notes/, /^Unattached/, /^Set aside/, /^Hands/]) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await axeFaults(page), String(tab)).toEqual([])
    }
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+k')
    expect(await axeFaults(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByText('12 March 1982').click()
    await page.keyboard.press('Control+b')
    expect(await axeFaults(page), 'chooser').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+S')
    await page.keyboard.press('p')
    expect(await axeFaults(page), 'form').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+Enter')
    await page.keyboard.press('Alt+Shift+D')
    await expect(page.locator('.paper-panel')).toBeVisible()
    expect(await axeFaults(page), 'the description of a paper').toEqual([])
    await page.keyboard.press('Alt+Shift+2')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await axeFaults(page), 'all facts of a paper').toEqual([])
  })
}
