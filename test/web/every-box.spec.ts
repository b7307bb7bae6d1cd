import { atTheLetter, BOXES, leave, nameOf, putCopy, show } from '../support/every-box.ts'
import { test } from '../support/fixtures.ts'
import { expectFocusSeen } from '../support/focus-seen.ts'
import { tabRound } from '../support/tab-round.ts'
import { expectNoMouse, takeMouseAway } from '../support/without-mouse.ts'

test('every box is opened, gone round and left without a mouse, and where the focus is can always be seen', async ({
  page,
  scholion,
  collection,
}) => {
  test.setTimeout(180_000)
  putCopy(collection)
  await takeMouseAway(page)
  const hands = await atTheLetter(page, scholion.address)
  for (const box of BOXES) {
    const name = nameOf(box)
    const shown = await show(hands, box)
    await expectFocusSeen(page, name)
    if (!box.beside && !(await page.locator('dialog.chooser').count())) await tabRound(page, name)
    await expectFocusSeen(page, `${name}, gone round`)
    await leave(hands, shown)
    await expectNoMouse(page)
  }
})
