import { enter, openLetter } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'

test('the guide opens on the first letter; what is looked for is found while it is typed, and marked on the page that answers', async ({
  page,
  scholion,
}) => {
  await enter(page, scholion.address)
  await openLetter(page, 'richards')
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('Your first letter in ten minutes')
  await expect(help.getByRole('searchbox', { name: 'Search the guide' })).toBeFocused()
  await page.keyboard.type('page number')
  await expect(help.getByRole('status')).toHaveText(/^On \d+ pages$/)
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('Pages and blocks')
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('guide-answer') ?? [])].map(String))
  expect((await marked()).slice(0, 2).map((words) => words.toLowerCase())).toContain('page')
  await look(page, 'guide-search')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(help.locator('button[aria-current="true"]')).toBeFocused()
  await help.getByRole('searchbox').fill('zebra crossing')
  await expect(help.getByRole('status')).toContainText('No page says anything of that')
  await help.getByRole('searchbox').press('Escape')
  await expect(help.getByRole('searchbox')).toHaveValue('')
  await help.getByRole('searchbox').press('Escape')
  await expect(help).toHaveCount(0)
  await expect(page.locator('.ProseMirror')).toBeFocused()
})

test('each job has a page of its own, and the words of the window are explained', async ({ page, scholion }) => {
  await enter(page, scholion.address)
  await openLetter(page, 'richards')
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'Help' })
  await help.getByRole('button', { name: 'What cannot be read' }).click()
  await expect(help.locator('article')).toContainText('makes a gap')
  await expect(help.locator('article')).not.toContainText('What the machine read is kept')
  await help.getByRole('button', { name: 'Words', exact: true }).click()
  await expect(help.locator('article')).toContainText('Text Encoding Initiative')
  await look(page, 'guide-words')
})
