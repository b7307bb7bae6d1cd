// The margin in a real browser, over papers made for it: where every note is drawn, at three widths and after what a person does.
import type { Page } from '@playwright/test'
import { atRest, placeOf } from '../support/at-rest.ts'
import { expect } from '../support/fixtures.ts'
import { test as base } from './editor-harness/served.ts'

const test = base.extend<{ margin: Page }>({
  margin: async ({ page, harness, watched: _ }, use) => {
    await page.goto(harness)
    await page.waitForFunction(() => window.harness !== undefined)
    await page.evaluate(() => window.harness.openMargin())
    await expect(page.locator('.margin-note.on').first()).toBeVisible()
    await use(page)
  },
})

/** What is wrong after two frames: by then everything that was asked for is drawn. */
const faults = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done(window.harness.faults())))
      }),
  )

/** Brings the n-th page to the top of the window. */
async function goToPage(page: Page, number: number): Promise<void> {
  await page
    .locator('.page')
    .nth(number - 1)
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect.poll(() => faults(page), `on page ${number}`).toEqual([])
}

/** Pages of each kind: places, pen marks, a crowd, an overlong note, a thread, a page turn, a foot. */
const KINDS = [1, 4, 5, 6, 10, 11, 12, 15]

async function pagesHold(page: Page, when: string, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await page
      .locator('.page')
      .nth(number - 1)
      .evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await expect.poll(() => faults(page), `${when}, page ${number}`).toEqual([])
  }
}

for (const [width, height] of [
  [1280, 800],
  [2560, 1200],
  [900, 900],
] as const) {
  test(`every note of the papers has its place at ${width} pixels, also after edits above, undo and zoom`, async ({ margin }) => {
    await margin.setViewportSize({ width, height })
    await pagesHold(
      margin,
      'as they are',
      Array.from({ length: 15 }, (_, at) => at + 1),
    )
    await margin.evaluate(() => {
      const { view } = window.harness.editor
      view.dispatch(view.state.tr.insertText('words that were not there before '.repeat(30), 4))
    })
    await pagesHold(margin, 'after an edit above', KINDS)
    await margin.locator('.ProseMirror').focus()
    await margin.keyboard.press('Control+z')
    for (const zoom of ['1.5', '0.8']) {
      await margin.evaluate((value) => {
        document.querySelector<HTMLElement>('.editor-stack')!.style.setProperty('zoom', value)
      }, zoom)
      await pagesHold(margin, `after undo, at zoom ${zoom}`, KINDS)
    }
  })
}

test('what was written at the head or foot stands there, and the rest says where it was written', async ({ margin }) => {
  await margin.setViewportSize({ width: 1280, height: 900 })
  await goToPage(margin, 1)
  const first = await margin.locator('.page').first().locator('.block').first().boundingBox()
  const head = margin.locator('.margin-note.on', { hasText: 'Board to see.' })
  expect((await head.boundingBox())!.y).toBeLessThan(first!.y)
  for (const words of ['between lines', 'overleaf', 'sideways', 'place not known', 'foot', 'top'])
    await expect(margin.locator(`.margin-note.on[data-caption*="${words}"]`).first(), words).toBeVisible()
  await goToPage(margin, 11)
  const [foot, last] = [
    margin.locator('.margin-note.on', { hasText: 'P.T.O.' }),
    margin.locator('.page').nth(10).locator('.block').last(),
  ]
  expect((await foot.boundingBox())!.y).toBeGreaterThan((await last.boundingBox())!.y)
})

test.describe('thirty notes beside one paragraph', () => {
  const counts = (page: Page) => page.locator('.crowd-count:not(.left)')
  const out = (page: Page) => page.locator('.crowded-out:not(.left)')

  test('are drawn as far as they stand near their lines, and the rest is counted', async ({ margin }) => {
    await margin.setViewportSize({ width: 1280, height: 900 })
    await goToPage(margin, 5)
    await expect(counts(margin)).toHaveText([/^\d+ more notes$/])
    await expect(margin.getByRole('button', { name: / more notes in the right margin of page 5$/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    )
    const folded = out(margin)
    await expect(folded).toHaveCount(Number.parseInt((await counts(margin).textContent())!, 10))
    await expect(folded.first()).not.toBeVisible()
  })
  test('are shown by a click, and folded again by another', async ({ margin }) => {
    await goToPage(margin, 5)
    await counts(margin).click()
    await expect(out(margin)).toHaveCount(0)
    await expect(counts(margin)).toHaveText(/^Fold \d+ notes$/)
    await expect.poll(() => faults(margin)).toEqual([])
    await counts(margin).click()
    await expect(counts(margin)).toHaveText(/ more notes$/)
  })
  test('are reached by Tab and opened by a key', async ({ margin }) => {
    const block = margin.locator('.page').nth(4).locator('.block').first()
    await margin.evaluate((id) => window.harness.caret(id, 1), (await block.getAttribute('data-id'))!)
    await goToPage(margin, 5)
    await margin.keyboard.press('Tab')
    const first = margin.locator('.crowd-count').first()
    await expect(first).toBeFocused()
    await margin.keyboard.press('Enter')
    await expect(first).toHaveAttribute('aria-expanded', 'true')
  })
  test('unfold by themselves where the caret comes into one of them, and letters go into it', async ({ margin }) => {
    await goToPage(margin, 5)
    const last = margin.locator('.crowded-out').last()
    const id = (await last.getAttribute('data-id'))!
    await margin.evaluate((note) => window.harness.caret(note, 0), id)
    const note = margin.locator(`#note-${id}`)
    await expect(note).toBeVisible()
    await margin.keyboard.type('Here: ')
    await expect(note).toContainText('Here: ')
    await expect.poll(() => faults(margin)).toEqual([])
  })
})

test('a sideline is as long as the lines it stands beside: over two paragraphs, after typing, and gone with its mark', async ({
  margin,
}) => {
  await margin.setViewportSize({ width: 1280, height: 900 })
  await goToPage(margin, 4)
  const blocks = margin.locator('.page').nth(3).locator('.block')
  const before = await atRest(() => margin.locator('.pen-stroke').count())
  const ids = await Promise.all([0, 1].map((at) => blocks.nth(at).getAttribute('data-id')))
  expect(await margin.evaluate(([first, last]) => window.harness.sideline(first!, last!), ids)).toBe(true)
  const id = await margin.locator('.margin-note[data-kind="penmark"]').last().getAttribute('data-id')
  const strokes = margin.locator(`.pen-stroke[data-of="${id}"] path`)
  const reach = async () => {
    const [stroke, first, second] = await Promise.all(
      [strokes, blocks.first(), blocks.nth(1)].map((one) => one.evaluate((element) => element.getBoundingClientRect().toJSON())),
    )
    return { above: first.top - stroke.top, below: stroke.bottom - second.bottom, beside: stroke.left > first.right }
  }
  // a line of text is 24 pixels high, its letters a little less
  const isBeside = { above: expect.closeTo(-3, -1), below: expect.closeTo(-3, -1), beside: true }
  await expect(strokes).toHaveCount(1)
  await expect.poll(reach).toEqual(isBeside)
  const height = async () => {
    const { top, bottom } = await placeOf(strokes)
    return bottom - top
  }
  const short = await atRest(height)
  await margin.evaluate((block) => window.harness.caret(block!, 40), ids[1])
  await margin.keyboard.insertText(
    'words that come between the others and take a line or two for themselves, with what they say ',
  )
  await expect.poll(height).toBeGreaterThan(short + 20)
  await expect.poll(reach).toEqual(isBeside)
  await expect.poll(() => faults(margin)).toEqual([])
  for (const _ of ['typing', 'the mark']) await margin.keyboard.press('Control+z')
  await expect(strokes).toHaveCount(0)
  await expect(margin.locator('.pen-stroke')).toHaveCount(before)
})

test('a note longer than its page scrolls with it, and the page is as long as the note', async ({ margin }) => {
  await margin.setViewportSize({ width: 1280, height: 700 })
  await goToPage(margin, 6)
  const [page, note] = [margin.locator('.page').nth(5), margin.locator('.margin-note.on').filter({ hasText: /^.{1500}/ })]
  const before = await atRest(() => placeOf(note))
  expect(before.bottom - before.top).toBeGreaterThan(700)
  expect(before.bottom).toBeLessThanOrEqual((await placeOf(page)).bottom)
  await margin.evaluate(() => document.querySelector('#sheet')!.scrollBy(0, 300))
  await expect.poll(async () => Math.round(before.top - (await placeOf(note)).top)).toBe(300)
})
