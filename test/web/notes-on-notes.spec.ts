// A note of ours on the words of a marginal note: by keyboard, drawn beside the same line, and back.

import { placeOf } from '../support/at-rest.ts'
import { enter, openLetter, picture, putLetter } from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { Hands } from '../support/keyboard.ts'

test('an editor’s note stands on the words of a marginal note, under it and with its number; Esc leads back word by word', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection, 'Dear John,\n\nFirst the weather. Content with this?\n\nYours ever\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await hands.find('Content with this?')
  await hands.press('Control+m', '0')
  const minute = page.locator('.margin-note[data-kind="note"]')
  const ours = page.locator('.margin-note[data-kind="editornote"]')
  await expect(minute).toHaveText('Content with this?')
  await hands.press('F9', 'Home', 'Control+Shift+ArrowRight', 'Control+Shift+E')
  await hands.type('A usual question.')
  await expect(ours).toHaveText('A usual question.')
  await expect(ours).toHaveAttribute('data-sign', '1')
  await expect(minute.locator('[data-a]')).toHaveText('Content')
  await expect(minute.locator('[data-a]')).toHaveAttribute('data-sign', '1')
  await expect.poll(async () => (await placeOf(ours)).top - (await placeOf(minute)).bottom).toBeGreaterThanOrEqual(0)
  await picture(page, 'note-on-note')
  expect(await axeFaults(page)).toEqual([])
  await hands.press('F9')
  await hands.expectWhere('in note')
  await hands.press('Alt+n')
  await expect(page.locator('.note-row')).toHaveText([/Content with this/, /^editor’s note 1 A usual question/])
  await hands.press('End', 'Enter')
  await hands.expectWhere('in editor’s note')
  await hands.press('Escape')
  await hands.expectWhere('in note')
  await hands.press('Escape')
  await hands.expectWhere('page 1 of 1')
  // put back, the words take it along into the text
  await hands.press('F9', 'Control+Shift+M')
  await expect(page.locator('.ProseMirror .body [data-a]')).toHaveText('Content')
  await expect(ours).toHaveAttribute('data-sign', '1')
})

test('F9 leads from a headnote to the head of its paper, and says of none that it has lost its anchor', async ({
  page,
  scholion,
  collection,
}) => {
  putLetter(collection, 'Dear John,\n\nFirst the weather.\n')
  await enter(page, scholion.address)
  await openLetter(page)
  const hands = new Hands(page)
  await hands.find('weather')
  await hands.press('Alt+Shift+H')
  await hands.type('Of the weather.')
  await hands.expectWhere('in headnote')
  await hands.press('F9')
  await hands.expectWhere('page 1 of 1')
  await hands.type('My ')
  await expect(page.locator('.block').first()).toHaveText('My Dear John,')
  await expect(page.getByText('lost its anchor')).toHaveCount(0)
})
