import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { atRest } from '../support/at-rest.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'
import { nobodyAsks } from '../support/settings.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

async function open(page: Page, address: string): Promise<Hands> {
  await page.goto(address.replace('/#', '/?checks#'))
  await nobodyAsks(page)
  await page.getByRole('button', { name: LETTER }).click()
  await expect(page.locator('.ProseMirror .body')).toContainText('Gutman')
  return new Hands(page)
}

async function savedAs(page: Page, collection: string, original: string) {
  await page.keyboard.press('Control+S')
  await expect(page.getByTestId('keeping')).toContainText(/Saved|No changes/)
  return JSON.parse(readFileSync(join(collection, `${original}.tei.json`), 'utf8'))
}
const saved = (page: Page, collection: string) => savedAs(page, collection, LETTER)
const marginOf = (file: { pages: { margin?: Record<string, unknown>[] }[] }) => file.pages.flatMap((page) => page.margin ?? [])

test('after a selection a pen mark is three keys: it is drawn, named, and by the hand that was said', async ({
  page,
  scholion,
  collection,
}) => {
  const hands = await open(page, scholion.address)
  await hands.selectIn('Gutman', 'Subsequently, before')
  const before = hands.actions
  await hands.press('Control+J', 'S', '1')
  expect(hands.actions - before).toBe(3)
  const mark = page.getByRole('note', { name: 'Sideline, place not known, Margaret Thatcher' })
  await expect(mark).toBeVisible()
  const [object] = marginOf(await saved(page, collection))
  expect(object).toMatchObject({ type: 'penmark', kind: 'sideline', count: '1', hand: 'mt', content: [] })

  // the same letter again: twice; 0: writer not known
  await hands.selectIn('Embassy', 'Subsequently, before')
  await hands.press('Control+J', 'W', 'W', '0')
  await expect(page.getByRole('note', { name: 'Double wavy line, handwriting, writer not known' })).toBeVisible()

  // to it and back, and away with it; every step can be undone
  await hands.press('F9')
  await expect(page.getByTestId('where')).toContainText('in pen mark · hand: handwriting, writer not known')
  // the caret stands in it, and no words can
  await hands.type('words')
  await expect(page.getByRole('note', { name: /wavy line/ })).toHaveText('')
  await page.getByRole('button', { name: 'Delete this pen mark' }).click()
  await expect(page.getByRole('note', { name: /wavy line/ })).toHaveCount(0)
  await hands.press('Control+Z')
  await expect(page.getByRole('note', { name: /wavy line/ })).toBeVisible()
})

test('after a selection a person of the register is two keys; a new name is added for the whole collection', async ({
  page,
  scholion,
  collection,
}) => {
  const hands = await open(page, scholion.address)
  await hands.selectIn('Prime Minister', 'I asked if the Prime')
  const before = hands.actions
  await hands.press('Control+Shift+P')
  await expect(page.locator('.choice[aria-selected=true]')).toContainText('Margaret Thatcher')
  await hands.press('Enter')
  expect(hands.actions - before).toBe(2)
  await expect(page.locator('.block .m-person')).toHaveText('Prime Minister')

  await hands.selectIn('Gutman', 'Subsequently, before')
  await hands.press('Control+Shift+O', 'N')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Gutman')
  await page.getByLabel('Link to an authority file').fill('viaf 1')
  await hands.press('Enter')
  await expect(page.getByText('A link to an authority file begins with https://')).toBeVisible()
  await page.getByLabel('Link to an authority file').fill('https://viaf.org/viaf/1')
  await hands.press('Enter')
  await expect(page.locator('.block .m-organisation')).toHaveText('Gutman')
  const file = await saved(page, collection)
  expect(file.people.map(({ id }: { id: string }) => id)).toContain('thatcher')
  expect(file.names).toMatchObject([{ kind: 'organisation', name: 'Gutman', authority: 'https://viaf.org/viaf/1' }])
  const registers = () => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8'))
  await expect.poll(() => registers().names).toEqual(file.names)
})

test('a hand is stated anew, merged with another and taken away: its notes stay, and one undo gives them back', async ({
  page,
  scholion,
  collection,
}) => {
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  await nobodyAsks(page)
  await page.getByRole('button', { name: 'richards-to-coles' }).click()
  const notes = page.getByRole('note')
  await expect(notes.first()).toBeVisible()
  const hersHere = page.getByRole('note', { name: /Margaret Thatcher/ })
  const [all, hers] = await atRest(async () => [await notes.count(), await hersHere.count()] as const)
  const registers = () => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8')).hands as { id: string }[]

  await page.getByRole('tab', { name: 'Hands' }).click()
  await page.getByRole('button', { name: /Margaret Thatcher/ }).click()
  await page.getByRole('button', { name: 'State it anew' }).click()
  const form = page.getByRole('form', { name: 'Margaret Thatcher' })
  await form.getByLabel('Badge').fill('PM')
  await form.getByLabel('Medium').selectOption('felt-tip')
  await form.getByLabel('Identified by').fill('signs MT')
  await form.getByLabel('Colour').selectOption('violet')
  await form.getByLabel('Typeface').selectOption('serif')
  await form.getByRole('button', { name: /^Save/ }).click()
  await expect(page.locator('.margin-note[data-badge^="PM"]').first()).toBeVisible()
  await expect.poll(registers).toContainEqual(
    expect.objectContaining({
      id: 'mt',
      badge: 'PM',
      medium: 'felt-tip',
      identifiedBy: 'signs MT',
      colour: 'violet',
      typeface: 'serif',
    }),
  )

  await expect(page.locator('.margin-note[data-badge^="PM"]').first()).toHaveClass(/\bhand-4 face-serif\b/)
  await page.getByRole('button', { name: /Margaret Thatcher/ }).click()
  await expect(page.getByText('Identified by signs MT')).toBeVisible()
  await page.getByRole('button', { name: 'Merge into …' }).click()
  await page.locator('.choice', { hasText: 'A J Coles' }).click()
  await expect(hersHere).toHaveCount(0)
  await expect(notes).toHaveCount(all)
  await expect.poll(() => registers().map(({ id }) => id)).not.toContain('mt')
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+Z')
  await expect(hersHere).toHaveCount(hers)
  // what is hers again is told by her name, also in the file
  const file = await savedAs(page, collection, 'richards-to-coles-1982-03-12.txt')
  expect(file.hands.map(({ id }: { id: string }) => id)).toContain('mt')
})

test('a hand that the register does not have is stated while a note is lifted, and the note is by it', async ({
  page,
  scholion,
  collection,
}) => {
  const hands = await open(page, scholion.address)
  await hands.selectIn('Gutman', 'Subsequently, before')
  await hands.press('Control+M', 'N')
  await hands.fill({ Medium: 'pencil', Writer: 'Clive Whitmore, pencil', Badge: 'CAW' })
  await expect(page.getByRole('note', { name: /Clive Whitmore, pencil/ })).toBeVisible()
  const file = await saved(page, collection)
  const [note] = marginOf(file)
  const stated = { id: note!.hand, name: 'Clive Whitmore, pencil', badge: 'CAW', medium: 'pencil' }
  expect(file.hands).toContainEqual(expect.objectContaining(stated))
  const registers = () => JSON.parse(readFileSync(join(collection, 'collection.json'), 'utf8')).hands
  await expect.poll(registers).toContainEqual(expect.objectContaining(stated))
  await hands.press('Control+Z')
  await expect(page.getByRole('note', { name: /Clive Whitmore/ })).toHaveCount(0)
})

test('what the sentence reads on with is offered beside the note, and stays in it: words added, words struck out', async ({
  page,
  scholion,
  collection,
}) => {
  const hands = await open(page, scholion.address)
  const words = await page.locator('.ProseMirror .body').textContent()
  await hands.selectIn('Gutman', 'Subsequently,')
  await hands.press('Control+M')
  await expect(page.getByRole('dialog')).toContainText('Does the sentence read on with it?')
  await hands.press('D', '1')
  await hands.press('ArrowRight', 'Control+Shift+ArrowRight', 'Control+M', 'A', '1')
  await expect(page.locator('.m-del')).toHaveText('Gutman')
  await expect(page.locator('.m-add')).toHaveText(/\w+/)
  await expect(page.getByRole('note')).toHaveCount(0)
  const file = JSON.stringify(await saved(page, collection))
  expect(file).toMatch(/"type":"add"[^}]*"hand":"mt"/)
  expect(file).toMatch(/"type":"del"[^}]*"hand":"mt"/)
  expect(await page.locator('.ProseMirror .body').textContent()).toBe(words)
})

test('words are found and replaced where they are typed, in one step; handwriting and the machine’s words stay', async ({
  page,
  scholion,
  collection,
}) => {
  const hands = await open(page, scholion.address)
  await hands.press('Control+H')
  const bar = page.getByRole('search')
  await bar.getByLabel('Find').fill('gutman')
  await expect(bar).toContainText('1 of')
  const many = await page.locator('.found').count()
  expect(many).toBeGreaterThan(2)
  await expect(bar).toContainText(`1 of ${many}`)
  await hands.press('Enter')
  await expect(bar).toContainText(`2 of ${many}`)
  await expect(page.locator('.found.here')).toBeInViewport()
  expect(await axeFaults(page)).toEqual([])
  await bar.getByLabel('Replace by').fill('Guttman')
  await bar.getByRole('button', { name: `Replace all ${many}` }).click()
  await expect(page.locator('.ProseMirror .body')).not.toContainText('Gutman')
  await expect(page.locator('.said')).toContainText(`${many} replaced`)
  await hands.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(page.locator('.ProseMirror')).toBeFocused()
  const file = await saved(page, collection)
  expect(file.originals[0].text.join('')).toContain('Gutman')
  await hands.press('Control+Z')
  await expect(page.locator('.ProseMirror .body')).not.toContainText('Guttman')
})

test('a layer fades and keeps its place: nothing moves, and nothing is changed', async ({ page, scholion }) => {
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  await nobodyAsks(page)
  await page.getByRole('button', { name: 'richards-to-coles' }).click()
  const note = page.getByRole('note').first()
  await expect(note).toBeVisible()
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.block, .margin-note.on')].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return [left, top, width, height].join()
      }),
    )
  const before = await atRest(places)
  await page.keyboard.press('Control+L')
  await page.keyboard.press('T')
  await expect(note).toHaveClass(/faded/)
  await expect(page.locator('.block[data-role="paragraph"]').first()).not.toHaveClass(/faded/)
  expect(await atRest(places)).toEqual(before)
  await page.keyboard.press('Control+L')
  await page.keyboard.press('1')
  await expect(page.locator('.block[data-role="paragraph"]').first()).toHaveClass(/faded/)
  await expect(page.getByRole('note', { name: /Margaret Thatcher/ }).first()).not.toHaveClass(/faded/)
  await expect(page.getByRole('note', { name: /A J Coles/ }).first()).toHaveClass(/faded/)
  expect(await atRest(places)).toEqual(before)
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+L')
  await page.keyboard.press('2')
  await expect(page.getByRole('note', { name: /A J Coles/ }).first()).not.toHaveClass(/faded/)
  await expect(page.getByRole('note', { name: /Margaret Thatcher/ }).first()).not.toHaveClass(/faded/)
  const layers = page.getByRole('group', { name: 'Layers' })
  await expect(layers.locator('[aria-pressed="true"]')).toHaveText(['MT', 'AJC'])
  await page.keyboard.press('Control+L')
  await page.keyboard.press('2')
  await expect(page.getByRole('note', { name: /A J Coles/ }).first()).toHaveClass(/faded/)
  await layers.getByRole('button', { name: 'MT' }).click()
  await expect(page.locator('.faded')).toHaveCount(0)
  await expect(page.getByTestId('keeping')).toHaveText('No changes')
})

test('a marking says its level, and a date that is none is said and not stated', async ({ page, scholion, collection }) => {
  const hands = await open(page, scholion.address)
  await hands.press('Control+Home', 'Control+B', 'M')
  await page.getByLabel('Level').selectOption({ label: 'SECRET' })
  await page.getByLabel('STRICTLY PERSONAL').check()
  await page.getByLabel('Changed on').fill('next May')
  await expect(page.getByText('Not stated yet: write a day, a month or a year')).toBeVisible()
  let facts = (await saved(page, collection)).pages[0].content[0].facts
  expect(facts).toEqual({ level: 'secret', caveats: ['strictly-personal'] })
  await page.getByLabel('Changed on').fill('May 1992')
  facts = (await saved(page, collection)).pages[0].content[0].facts
  expect(facts).toEqual({ level: 'secret', caveats: ['strictly-personal'], changedOn: '1992-05' })
})
