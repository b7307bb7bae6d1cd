import { axeFaults } from '../support/axe.ts'
import { whatIsCutOff } from '../support/cut-off.ts'
import { atTheLetter, BOXES, leave, nameOf, putCopy, show } from '../support/every-box.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectFocusSeen } from '../support/focus-seen.ts'
import { look, SHOTS } from '../support/gallery.ts'
import { tabRound } from '../support/tab-round.ts'
import { expectNoMouse, takeMouseAway } from '../support/without-mouse.ts'

test.use({ viewport: { width: 1280, height: 720 } })

const pictureName = (name: string) => `box-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

test('every box is opened, gone round and left without a mouse, and where the focus is can always be seen', async ({
  page,
  scholion,
  collection,
}) => {
  test.setTimeout(600_000)
  putCopy(collection)
  await takeMouseAway(page)
  const hands = await atTheLetter(page, scholion.address)
  for (const box of BOXES) {
    const name = nameOf(box)
    const shown = await show(hands, box)
    await expectFocusSeen(page, name)
    await look(page, pictureName(name), 1, box.beside ? '.find-bar, .read-view' : 'dialog')
    if (!box.beside && !(await page.locator('dialog.chooser').count())) await tabRound(page, name, 4)
    await expectFocusSeen(page, `${name}, gone round`)
    await leave(hands, shown)
    await expectNoMouse(page)
  }
})

test.describe('at twice the size', () => {
  // as the browser's own zoom does it in a window of 1280 by 720: half as many pixels of layout
  test.use({ deviceScaleFactor: 2, viewport: { width: 640, height: 360 } })

  test('nothing in any box is cut off or out of reach', async ({ page, scholion, collection }) => {
    test.setTimeout(600_000)
    putCopy(collection)
    const hands = await atTheLetter(page, scholion.address)
    for (const box of BOXES) {
      const shown = await show(hands, box)
      const of = box.beside ? '.find-bar, .read-view' : 'dialog'
      expect.soft(await whatIsCutOff(page, of), nameOf(box)).toEqual([])
      expect.soft(await axeFaults(page, of), nameOf(box)).toEqual([])
      if (SHOTS !== null) await look(page, `twice-${pictureName(nameOf(box))}`, 2)
      await leave(hands, shown)
    }
    await hands.press('Alt+i')
    for (const part of ['.top', '.facts-side', '.status']) expect.soft(await whatIsCutOff(page, part), part).toEqual([])
    await hands.press('Escape')
    await hands.press('Alt+l')
    expect.soft(await whatIsCutOff(page, '.side')).toEqual([])
    if (SHOTS !== null) await look(page, 'twice-list-beside', 2)
  })
})
