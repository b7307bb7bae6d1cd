import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { look } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'

const LETTER = 'richards-to-coles-1982-03-12.txt'

test.beforeEach(async ({ page, scholion, collection }) => {
  // its blocks have their roles; of its paper nothing is stated
  const file = join(collection, `${LETTER}.tei.json`)
  const { paper, ...rest } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...rest, paper: { id: paper.id } }))
  await enter(page, scholion.address)
  await openLetter(page, LETTER)
})

const paperIn = (collection: string) => JSON.parse(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')).paper

test('a paper is described beside the letter in twelve actions: what its blocks state is taken by Enter', async ({
  page,
  collection,
}) => {
  const hands = new Hands(page)
  await expect(page.locator('.crumb')).toHaveText('Richards to Coles, 12 Mar 1982?')
  await hands.press('Alt+Shift+d')
  const panel = page.locator('.paper-panel')
  await expect(panel.getByLabel('Kind')).toBeFocused()
  const values = await panel
    .locator('input, textarea, select')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(
    values.filter((value) => value !== ''),
    'nothing is stated beforehand',
  ).toEqual([])
  await look(page, 'describe-paper')
  expect(await axeFaults(page)).toEqual([])
  await hands.press('l', 'Enter')
  await expect(panel.getByLabel('From')).toBeFocused()
  await hands.press('Enter', 'Enter')
  await expect(panel.getByLabel('Copies')).toBeFocused()
  await hands.press('Enter', 'Enter', 'Enter')
  await expect(panel.getByLabel('Written at')).toBeFocused()
  await hands.press('Escape')
  expect(hands.actions).toBeLessThanOrEqual(12)
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect(page.locator('.crumb')).toHaveText('Richards to Coles, 12 Mar 1982')
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  expect(paperIn(collection)).toMatchObject({
    kind: 'letter',
    from: 'F N Richards',
    to: 'A J Coles',
    date: '1982-03-12',
    facts: { subject: 'Poland: The Buckley Mission', dateWritten: '12 March 1982' },
  })
  expect(Object.keys(paperIn(collection).facts).sort()).toEqual(['dateWritten', 'subject'])
  await hands.press('Control+z')
  await expect(page.locator('.crumb'), 'each can be undone').toHaveText('Richards to Coles, 12 Mar 1982?')
})

test('a subject and copies of several lines are seen whole where they are stated, and take no line end', async ({ page }) => {
  const panel = page.locator('.paper-panel')
  await page.keyboard.press('Alt+Shift+d')
  const subject = panel.getByLabel('Subject')
  await subject.fill(
    'Supply by France of Exocet missiles to Peru, and what\nthe Prime Minister said of it to President Mitterrand',
  )
  await expect(subject).toHaveValue(/and what the Prime Minister/)
  const hidden = (field: Element) => field.scrollHeight - field.clientHeight
  expect(await subject.evaluate(hidden)).toBe(0)
  expect((await subject.boundingBox())!.height).toBeGreaterThan(
    (await panel.getByLabel('Our reference').boundingBox())!.height * 1.5,
  )
  await subject.press('Enter')
  await expect(subject).not.toBeFocused()
  await expect(subject).not.toHaveValue(/\n/)
})

test('what was selected before is not meant for any field: Enter takes what the block states', async ({ page }) => {
  const hands = new Hands(page)
  const panel = page.locator('.paper-panel')
  await hands.find('The Buckley mission results')
  await hands.press('Alt+Shift+d')
  await expect(panel).not.toContainText('selected in the letter')
  await hands.press('Enter', 'Enter')
  await expect(panel.getByLabel('From')).toHaveValue('F N Richards')
  await page.getByText('London SW1A 2AH').dblclick({ position: { x: 10, y: 8 } })
  await expect(panel).toContainText('selected in the letter')
})

test('words of the letter are taken into the field that waits, by Enter or by the button, and typing in the text is typing', async ({
  page,
}) => {
  const hands = new Hands(page)
  const panel = page.locator('.paper-panel')
  await hands.press('Alt+Shift+d')
  await panel.getByLabel('Written at').focus()
  await page.getByText('London SW1A 2AH').dblclick({ position: { x: 10, y: 8 } })
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await expect(panel.getByRole('button', { name: 'London' })).toContainText('selected in the letter')
  await look(page, 'describe-paper-words')
  await hands.press('Enter')
  await expect(panel.getByLabel('Written at')).toHaveValue('London')
  await expect(panel.getByLabel('Written at')).toBeFocused()
  await expect(page.locator('.ProseMirror')).toContainText('London SW1A 2AH')

  await panel.getByLabel('Copies').focus()
  await page.getByText('London SW1A 2AH').dblclick({ position: { x: 10, y: 8 } })
  await panel.getByRole('button', { name: 'London' }).click()
  await expect(panel.getByLabel('Copies')).toHaveValue('London')

  await hands.press('Escape')
  await page.getByText('London SW1A 2AH').dblclick({ position: { x: 10, y: 8 } })
  const blocks = await page.locator('.ProseMirror .block').count()
  await hands.press('Enter')
  await expect(page.locator('.ProseMirror .block'), 'after Esc nothing waits: Enter is Enter').toHaveCount(blocks + 1)
})
