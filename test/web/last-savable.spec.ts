// Work that would not read back should not come about. Should it all the same, by a fault of ours, the page and the program may die with it:
// what could be saved last and all that followed are both there again.
import {
  bars,
  crash,
  enter,
  expectOnDisk,
  fileText,
  openLetter,
  picture,
  putLetter,
  SAVED_BY_THEN,
  sign,
  text,
  typeWords,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { startAgain } from '../support/start-scholion.ts'

/** In the page: from now on what holds these words cannot be read back, as if the reader had a fault. */
function breakReading(words: string): void {
  const parse = JSON.parse
  JSON.parse = (given, ...more) => {
    if (String(given).includes(words)) throw new SyntaxError('a fault of ours')
    return parse(given, ...more)
  }
}

test('work that could not be saved is there again after a crash: what could be saved last, and all that followed, each as it was', async ({
  context,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const first = await context.newPage()
  await first.addInitScript(breakReading, 'unreadable')
  await enter(first, scholion.address)
  await openLetter(first)
  await typeWords(first, ' saved')
  await expectOnDisk(file, ' saved')
  await expect(sign(first)).toHaveText(/^Saved/)
  // no save comes before the rest follows, however long that takes
  const refused = { ok: false, fault: { tag: 'blocked', sentence: 'It is held by another program.' } }
  await first.route('**/api/writeTranscript', (route) => route.fulfill({ json: refused }))
  const copied = first.waitForResponse(
    (response) =>
      response.url().endsWith('/api/writeJournal') && response.request().postData()?.includes('saved and sound') === true,
  )
  await typeWords(first, ' and sound')
  await copied
  await typeWords(first, ' then unreadable')
  await expect(bars(first)).toContainText('are kept in two recovery copies')
  expect(fileText(file)).not.toContain('and sound')
  await picture(first, 'cannot-be-saved')
  await scholion.kill()
  await crash(first)
  const again = await startAgain(scholion, collection)
  try {
    const back = await context.newPage()
    await enter(back, again.address)
    await openLetter(back)
    const bring = back.getByRole('button', { name: 'Bring the unsaved work back' })
    await expect(bars(back)).toContainText('This is all of it; the work as it could be saved last is offered after this one')
    await expect(text(back)).toContainText('Dear John, savedFirst')
    await picture(back, 'both-offers')
    await bring.click()
    await expect(text(back)).toContainText('saved and sound then unreadable')
    await expectOnDisk(file, 'saved and sound then unreadable')
    await expect(bars(back)).toContainText('This is the work as it could be saved last, without what followed')
    await bring.click()
    await expect(text(back)).toContainText('Dear John, saved and soundFirst')
    await expect.poll(() => fileText(file), SAVED_BY_THEN).not.toContain('then unreadable')
    expect(fileText(file)).toContain('saved and sound')
    await expect(bars(back)).not.toContainText('was not saved when')
    // and back again: either was a step
    await back.keyboard.press('Control+z')
    await expect(text(back)).toContainText('saved and sound then unreadable')
    await back.keyboard.press('Control+z')
    await expect(text(back)).toContainText('Dear John, savedFirst')
    await back.close()
  } finally {
    await again.stop()
  }
})
