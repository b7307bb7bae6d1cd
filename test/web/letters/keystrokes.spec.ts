import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../support/fixtures.ts'
import { Hands } from '../../support/keyboard.ts'
import { LetterStory } from '../../support/letter-story.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

test('after a selection a note by a known hand is two keys, a pen mark three, a person of the register two, a role two', async ({
  page,
  scholion,
  collection,
}) => {
  const hands = new Hands(page)
  const story = new LetterStory(page, collection, LETTER)
  await story.begin(scholion)
  /** What the keys cost, counted as they are pressed, from the selection to what was wanted. */
  const cost = async (what: string, keys: readonly string[], done: () => Promise<void>) => {
    const before = hands.chords
    await hands.press(...keys)
    await done()
    const strokes = hands.chords - before
    console.log(`${what}: ${strokes} keystrokes after the selection`)
    return strokes
  }

  await hands.selectIn('Prime Minister', 'I asked if the Prime')
  const person = await cost('A person of the register', ['Control+Shift+P', 'Enter'], () =>
    expect(page.locator('.block .m-person')).toHaveText('Prime Minister'),
  )
  await hands.selectIn('Gutman', 'Subsequently, before')
  const mark = await cost('A pen mark', ['Control+J', 'S', '1'], () =>
    expect(page.getByRole('note', { name: 'Sideline, place not known, Margaret Thatcher' })).toBeVisible(),
  )
  await hands.selectIn('Embassy', 'Subsequently, before')
  const note = await cost('A note by a known hand', ['Control+M', '1'], () =>
    expect(page.getByRole('note', { name: /Margaret Thatcher/ }).filter({ hasText: 'Embassy' })).toBeVisible(),
  )
  await hands.selectIn('lunch', 'Subsequently, before')
  const role = await cost('A role', ['Control+B', 'Q'], () =>
    expect(page.locator('.block[data-role="quotation"]').filter({ hasText: 'Subsequently, before' })).toBeVisible(),
  )
  expect({ note, mark, person, role }).toEqual({ note: 2, mark: 3, person: 2, role: 2 })

  await hands.press('Control+S')
  await expect(page.getByTestId('keeping')).toContainText('Saved')
  const file = JSON.parse(readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8'))
  const margin = file.pages.flatMap((one: { margin?: unknown[] }) => one.margin ?? [])
  expect(margin).toHaveLength(2)
  expect(margin).toContainEqual(expect.objectContaining({ type: 'penmark', kind: 'sideline', hand: 'mt' }))
  expect(margin).toContainEqual(expect.objectContaining({ type: 'note', hand: 'mt' }))
  expect(JSON.stringify(file.pages)).toContain('"thatcher"')
})
