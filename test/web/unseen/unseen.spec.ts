// Two papers that no other test knows, by keyboard and by mouse: what the work costs with nothing proposed yet. Letters typed into the text
// or a field are counted apart and have no limit.
import { expect, test } from '../../support/fixtures.ts'
import { ByKeyboard } from '../../support/unseen-by-keyboard.ts'
import { ByMouse } from '../../support/unseen-by-mouse.ts'
import { COVERING_LETTER, MINUTE } from '../../support/unseen-papers.ts'
import { workThrough } from '../../support/unseen-story.ts'

test.use({ collectionFrom: 'test/web/unseen/papers' })

for (const [what, paper, means, Worker, most] of [
  ['a covering letter with its enclosure', COVERING_LETTER, 'keyboard', ByKeyboard, 260],
  ['a minute', MINUTE, 'keyboard', ByKeyboard, 180],
  ['a covering letter with its enclosure', COVERING_LETTER, 'mouse', ByMouse, 200],
  ['a minute', MINUTE, 'mouse', ByMouse, 140],
] as const)
  test(`${what} is worked through by ${means} in at most ${most} presses`, async ({ page, scholion, collection }) => {
    test.setTimeout(600_000)
    const { strokes } = await workThrough(paper, new Worker(page), { page, scholion, collection })
    expect(strokes).toBeLessThanOrEqual(most)
  })
