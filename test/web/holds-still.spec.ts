// What is read stays where it is while the pages above it are laid out and their notes are placed, wherever the focus is.
import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { MARGIN_PAPERS, putMarginPapers } from '../support/margin-papers.ts'

const FOCUS = { 'in the text': '.ProseMirror', 'beside the text': '[role="tab"][aria-selected="true"]' } as const

test.beforeEach(async ({ page, scholion, collection }) => {
  putMarginPapers(collection)
  await page.setViewportSize({ width: 1280, height: 720 })
  await enter(page, scholion.address)
  await openLetter(page, MARGIN_PAPERS[0])
  await expect(page.locator('.margin-note.on').first()).toBeVisible()
})

/** How far the first block of a page stands from the sheet's upper edge in each of so many frames after the page was brought there. */
function placesAfterJump(page: Page, number: number): Promise<readonly number[]> {
  return page
    .locator('.page')
    .nth(number - 1)
    .evaluate(async (sheet) => {
      const edge = sheet.closest('.editor-scroller')!.getBoundingClientRect().top
      sheet.scrollIntoView({ block: 'start' })
      const block = [...sheet.children].find((child) => child.getBoundingClientRect().top > edge)!
      const places: number[] = []
      for (let frame = 0; frame < 20; frame++) {
        await new Promise((done) => requestAnimationFrame(done))
        places.push(Math.round(block.getBoundingClientRect().top - edge))
      }
      return places
    })
}

/** How far what stands near the upper edge of the sheet moves when the wheel is turned, with the frames after it. */
async function wheeled(page: Page, by: number): Promise<number> {
  await page.evaluate(() => {
    const edge = document.querySelector('.editor-scroller')!.getBoundingClientRect().top
    const block = [...document.querySelectorAll('.page > *')].find((one) => one.getBoundingClientRect().bottom > edge + 100)!
    Object.assign(window, { watched: { block, before: block.getBoundingClientRect().top } })
  })
  await page.mouse.wheel(0, by)
  return page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame++) await new Promise((done) => requestAnimationFrame(done))
    const { block, before } = (window as unknown as { watched: { block: Element; before: number } }).watched
    return Math.round(block.getBoundingClientRect().top - before)
  })
}

for (const [where, focus] of Object.entries(FOCUS)) {
  test(`a page that is gone to stays where it came, also under a long note of the page before (focus ${where})`, async ({
    page,
  }) => {
    await page.locator(focus).focus()
    for (const number of [7, 13, 2]) {
      const places = await placesAfterJump(page, number)
      const drift = Math.max(...places) - Math.min(...places)
      expect(drift, `page ${number}: ${places.join(' ')}`).toBeLessThanOrEqual(2)
    }
  })

  test(`the wheel moves the text by as much as it was turned, and by nothing else (focus ${where})`, async ({ page }) => {
    await page.locator(focus).focus()
    await page.locator('.editor-scroller').evaluate(async (scroller) => {
      scroller.scrollTop = scroller.scrollHeight
      for (let frame = 0; frame < 20; frame++) await new Promise((done) => requestAnimationFrame(done))
    })
    await page.mouse.move(500, 400)
    const moved: number[] = []
    for (let turn = 0; turn < 40; turn++) moved.push(await wheeled(page, -90))
    expect(moved.filter((by) => Math.abs(by - 90) > 2)).toEqual([])
  })
}
