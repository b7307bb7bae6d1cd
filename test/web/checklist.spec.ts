import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const BONE = 'bone-to-coles-1982-10-14.txt'
const PALLISER = 'palliser-to-coles-1982-06-01.txt'

const read = (collection: string, name: string) => JSON.parse(readFileSync(join(collection, name), 'utf8'))

test('the list goes to the archive on paper, and an answer is keyed in by its number, from another letter too', async ({
  page,
  scholion,
  collection,
}) => {
  // two letters on which work was done
  for (const name of [BONE, PALLISER])
    copyFileSync(join(import.meta.dirname, '../../corpus/prem19', `${name}.tei.json`), join(collection, `${name}.tei.json`))
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'))
    }
  })
  await enter(page, scholion.address)
  await openLetter(page, PALLISER)
  const hands = new Hands(page)
  await hands.press('Alt+Shift+5')
  const panel = page.locator('.check-panel')
  await expect(panel.getByLabel('List of')).toBeFocused()
  await expect(panel.getByRole('status')).toContainText('places to look up')
  await panel.getByLabel('List of').selectOption('collection')
  await expect(panel.locator('.check-place').filter({ hasText: 'Typed, or stamped?' })).toBeVisible()
  await expect(panel.locator('.check-number').first()).toHaveText('–')
  await hands.press('Alt+Shift+6')
  const sheet = page.locator('.printed-edition')
  await expect(sheet).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  await expect(sheet.getByRole('heading', { level: 1 })).toContainText('To check at the archive')
  await page.screenshot({ path: test.info().outputPath('sheet.png'), fullPage: true })
  if (process.env.SCHOLION_SHOTS) await page.pdf({ path: join(process.env.SCHOLION_SHOTS, 'sheet.pdf'), preferCSSPageSize: true })
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(sheet).toHaveCount(0)

  const { checklist } = read(collection, 'collection.json')
  const stamp = checklist.given.find(({ words }: { words: string }) => words === '14 OCT 1982')
  await expect(panel.locator('.check-number').first()).toHaveText('1')
  await look(page, 'checklist')

  await panel.getByRole('textbox', { name: 'Answer no.' }).fill(String(checklist.next))
  await hands.press('Enter')
  await expect(panel.getByRole('alert')).toContainText('No list has a number')
  await panel.getByRole('textbox', { name: 'Answer no.' }).fill(String(stamp.number))
  await hands.press('Enter')
  const form = page.getByRole('form', { name: new RegExp(`^No. ${stamp.number}`) })
  await expect(form).toBeVisible()
  await expect(page.locator('.crumb')).toContainText('Bone')
  expect(await form.getByLabel('Answer', { exact: false }).inputValue(), 'nothing is stated beforehand').toBe('')
  await form.getByLabel('Answer', { exact: false }).selectOption('told')
  await form.getByLabel('The paper has').fill('Stamped, in violet')
  await form.getByLabel('Looked up by').fill('R Bone')
  await form.getByRole('textbox', { name: 'On', exact: true }).fill('2026-12-01')
  await look(page, 'checklist-answer')
  await hands.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(panel.getByRole('region', { name: 'Answered' })).toContainText('Stamped, in violet')
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const answers = read(collection, `${BONE}.tei.json`).pages.flatMap((one: { answers?: object[] }) => one.answers ?? [])
  expect(answers).toMatchObject([
    { number: stamp.number, outcome: 'told', words: 'Stamped, in violet', basis: 'paper', who: 'R Bone', when: '2026-12-01' },
  ])
  await hands.press('Alt+Shift+5')
  await expect(panel.getByRole('textbox', { name: 'Answer no.' }), 'while a list is out, the next number').toBeFocused()
  await page.locator('.ProseMirror').first().focus()
  await hands.press('Control+z')
  await expect(panel.locator('.check-place').filter({ hasText: 'Typed, or stamped?' }), 'it undoes').toBeVisible()
})
