import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseTranscript } from '../../shared/format/parse.ts'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

const FILE = 'bone-to-coles-1982-10-14.txt'

test.beforeEach(async ({ page, scholion, collection }) => {
  rmSync(join(collection, `${FILE}.tei.json`), { force: true })
  await enter(page, scholion.address)
  await openLetter(page, FILE)
  await page.locator('.ProseMirror').focus()
})

const division = '.ProseMirror .division'

test('a new paper begins at the caret by one key, is shown, gone to, undone and taken away, and no word changes', async ({
  page,
}) => {
  const hands = new Hands(page)
  await hands.press('Control+Home', 'Control+Shift+Enter')
  await expect(page.locator(division)).toHaveCount(0)
  const text = await page.locator('.ProseMirror .body').innerText()
  await hands.find('Dear Francis:')
  await hands.press('Control+Shift+Enter')
  await expect(page.locator(division)).toHaveAttribute('aria-label', 'New paper: nothing stated of it yet')
  await hands.expectWhere('paper 2 of 2')
  expect(await page.locator('.ProseMirror .body').innerText()).toBe(text)
  await hands.press('Alt+Shift+PageUp')
  await hands.expectWhere('paper 1 of 2')
  await hands.press('Alt+Shift+PageDown')
  await hands.expectWhere('paper 2 of 2')
  expect((await hands.around()).after).toBe('Dear Francis:')
  await hands.press('Control+z')
  await expect(page.locator(division)).toHaveCount(0)
  await hands.press('Control+Shift+z')
  await expect(page.locator(division)).toHaveCount(1)
  await hands.press('Alt+Shift+j')
  await expect(page.locator(division)).toHaveCount(0)
  expect(await page.locator('.ProseMirror .body').innerText()).toBe(text)
})

test('no key but its own takes a paper’s beginning away, and a selection over it is deleted on either side', async ({
  page,
  collection,
}) => {
  const hands = new Hands(page)
  await hands.find('Dear Francis:')
  await hands.press('Control+Shift+Enter', 'Home', 'Backspace', 'Control+Backspace', 'ArrowLeft', 'Delete', 'Control+Delete')
  await expect(page.locator(division)).toHaveCount(1)
  await hands.find('Dear Francis:')
  await hands.press('Home', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+End', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Delete')
  await expect(page.locator(division)).toHaveCount(1)
  await hands.press('Control+a', 'Delete')
  await expect(page.locator(division)).toHaveCount(1)
  await hands.press('Control+z', 'Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(readFileSync(join(collection, `${FILE}.tei.json`), 'utf8'))
  expect(saved.ok && saved.value.pages[0]?.content.filter(({ type }) => type === 'division')).toHaveLength(1)
})

test('each paper is described by keyboard alone: nothing is stated beforehand, and what is stated is saved and told', async ({
  page,
  collection,
}) => {
  const hands = new Hands(page)
  await hands.find('Dear Francis:')
  await hands.press('Control+Shift+Enter', 'Alt+Shift+2')
  await expect(page.getByRole('dialog', { name: 'Paper 2 of 2' })).toBeVisible()
  const values = await page
    .locator('dialog select, dialog textarea, dialog input:not([type=checkbox])')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  expect(values.every((value) => value === '')).toBe(true)
  expect(await page.locator('dialog input:checked').count()).toBe(0)
  await hands.fill({
    Kind: 'message',
    'Copy status': 'conformed',
    Relation: 'is',
    'To which paper here': 'paper',
    From: 'George P. Shultz',
    To: 'Francis Pym',
    'Copies to (persons, offices)': 'A J Coles; R B Bone',
    Marking: 'SEC',
    'Marking as printed': 'S E C R E T',
  })
  await expect(page.locator(division)).toHaveAttribute(
    'aria-label',
    'New paper: message · from George P. Shultz · to Francis Pym · date not stated',
  )
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const saved = parseTranscript(readFileSync(join(collection, `${FILE}.tei.json`), 'utf8'))
  if (!saved.ok) throw new Error(saved.fault.sentence)
  const [first] = [saved.value.paper]
  expect(first).toMatchObject({ kind: null, from: null })
  expect(saved.value.pages[0]?.content.find(({ type }) => type === 'division')).toMatchObject({
    kind: 'message',
    copyStatus: 'conformed',
    relation: 'encloses',
    relatedTo: first.id,
    from: 'George P. Shultz',
    to: 'Francis Pym',
    date: null,
    facts: { copies: ['A J Coles', 'R B Bone'], marking: 'secret', markingWritten: 'S E C R E T' },
  })
  await hands.press('Control+z')
  await expect(page.locator(division)).toHaveAttribute('aria-label', 'New paper: nothing stated of it yet')
})

test('a press into the other paper shows that one in the panel, also where the first one was described just before', async ({
  page,
}) => {
  const hands = new Hands(page)
  const panel = page.locator('.paper-panel')
  await hands.find('Dear Francis:')
  await hands.press('Control+Shift+Enter', 'Control+Home', 'Alt+Shift+d')
  await expect(panel).toContainText('Paper 1 of 2')
  await hands.type('letter')
  await page.locator('.block').filter({ hasText: 'Dear Francis:' }).click()
  await expect(panel).toContainText('Paper 2 of 2')
  await expect(panel.locator('.waiting')).toHaveCount(0)
})

test('how far the work has come is a fact that is saved, also where no word was changed', async ({ page, collection }) => {
  const hands = new Hands(page)
  const saved = () => {
    const parsed = parseTranscript(readFileSync(join(collection, `${FILE}.tei.json`), 'utf8'))
    return parsed.ok ? parsed.value.status : parsed.fault.sentence
  }
  await hands.press('Control+End')
  await hands.type('x')
  await hands.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  expect(saved()).toBe('in-progress')
  await hands.press('Alt+Shift+s', 'c', 'Control+s')
  await expect.poll(saved).toBe('corrected')
  await hands.press('Alt+Shift+s')
  await expect(page.getByRole('dialog')).toContainText('Now: corrected, not collated with the paper')
})

test('the collection is described and its policy stated by keyboard; papers show what they inherit, citations what was typed', async ({
  page,
  collection,
}) => {
  const hands = new Hands(page)
  const registers = () => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8'))
  await hands.press('Alt+Shift+l')
  await hands.fill({ Repository: 'The National Archives', 'Series (3.1.1)': 'PREM 19' })
  await expect
    .poll(() => registers().description)
    .toMatchObject({ repository: 'The National Archives', series: 'PREM 19', piece: null })
  expect(registers().description.title).toBe('Four letters to 10 Downing Street, 1981 and 1982')

  await hands.press('Alt+Shift+p', 'e')
  await hands.fill({ Dates: 'As written.' })
  await expect.poll(() => registers().policy?.dates).toBe('As written.')
  expect(Object.values(registers().policy).filter((words) => words !== null)).toEqual(['As written.'])

  await page.locator('.ProseMirror').focus()
  await hands.press('Control+Home', 'Alt+Shift+2')
  await expect(page.getByLabel('Series', { exact: true })).toHaveAttribute('placeholder', 'PREM 19 (inherited)')
  await hands.fill({ From: 'R B Bone', Piece: '693' })

  await hands.press('Alt+Shift+k', '1')
  const copied =
    'The National Archives, PREM 19/693, R B Bone to [recipient not stated], date not stated, page 1 of the transcript'
  await expect(page.locator('.said')).toHaveText(`Copied: ${copied}`)
  await hands.press('Alt+Shift+h', 'Control+v')
  await expect(page.locator('.margin-note').first()).toContainText(copied)
})
