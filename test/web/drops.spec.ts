import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LONGEST_TEXTBLOCK } from '../../shared/text/split-long.ts'
import { atRest } from '../support/at-rest.ts'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

const NAME = 'drops.txt'
const LINES = ['Dear John,', 'The mission will go. Not settled', 'Yours ever,']

interface Spot {
  readonly x: number
  readonly y: number
}

/** The letter is open with `settled` lifted into a note. */
async function atTheLetter(page: Page, address: string, collection: string): Promise<void> {
  writeFileSync(join(collection, NAME), `${LINES.join('\n\n')}\n`)
  await enter(page, address)
  await openLetter(page, NAME)
  await spotOf(page, 'settled').then(({ x, y }) => page.mouse.dblclick(x, y))
  await page.keyboard.press('Control+m')
  await page.keyboard.press('0')
  await expect(page.locator('.margin-note')).toContainText('settled')
  await page.locator('.ProseMirror .block').first().click()
}

/** The middle of words on the screen. */
function spotOf(page: Page, words: string): Promise<Spot> {
  return atRest(() =>
    page.locator('.ProseMirror').evaluate((sheet, wanted) => {
      const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const { left, top, width, height } = range.getBoundingClientRect()
        return { x: left + width / 2, y: top + height / 2 }
      }
      throw new Error(`${wanted} is not on the sheet`)
    }, words),
  )
}

/** Selects a word and drags it; waits until the browser says that the drag is over. */
async function drag(page: Page, word: string, to: Spot): Promise<void> {
  const from = await spotOf(page, word)
  await page.locator('.ProseMirror').evaluate((sheet, wanted) => {
    const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
    delete document.documentElement.dataset.dropped
    const over = () => document.documentElement.setAttribute('data-dropped', '')
    for (const end of ['drop', 'dragend']) document.addEventListener(end, over, { capture: true, once: true })
  }, word)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await expect(page.locator('html')).toHaveAttribute('data-dropped')
}

const middleOf = async (page: Page, selector: string): Promise<Spot> => {
  const { x, y, width, height } = (await atRest(() => page.locator(selector).first().boundingBox()))!
  return { x: x + width / 2, y: y + height / 2 }
}

async function expectUnchanged(page: Page): Promise<void> {
  await expect(page.locator('.ProseMirror .block')).toHaveText(['Dear John,', /^The mission will go. Not\s*$/, 'Yours ever,'])
  await expect(page.locator('.margin-note')).toContainText('settled')
}

test('words dragged into a note, out of the text or into a field change nothing and say so; into another line they move', async ({
  page,
  scholion,
  collection,
}) => {
  await atTheLetter(page, scholion.address, collection)
  const said = page.locator('.said')

  await drag(page, 'mission', await spotOf(page, 'settled'))
  await expect(said).toContainText('Words of the text are not dragged into a note')
  await expectUnchanged(page)

  await drag(page, 'mission', await middleOf(page, '.status'))
  await expect(said).toContainText('They were dropped elsewhere, so nothing was changed')
  await expectUnchanged(page)

  // a field that takes words, as every field of the window does
  await page.keyboard.press('Control+f')
  await drag(page, 'mission', await middleOf(page, '.find-bar input[type="search"]'))
  await expectUnchanged(page)
  await page.keyboard.press('Escape')

  await drag(page, 'mission', await spotOf(page, 'Yours'))
  await expect(page.locator('.ProseMirror .block').nth(1)).not.toContainText('mission')
  await expect(page.locator('.ProseMirror .block').nth(2)).toContainText('mission')
  await page.keyboard.press('Control+z')
  await expectUnchanged(page)
})

test('text dropped from elsewhere that is too much changes nothing and says so; less is put where it is dropped', async ({
  page,
  scholion,
  collection,
}) => {
  await atTheLetter(page, scholion.address, collection)
  /** What the browser tells the sheet when words of another program are dropped at a place. */
  const drop = (words: string, { x, y }: Spot) =>
    page.locator('.ProseMirror').evaluate(
      (sheet, [text, clientX, clientY]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.setData('text/plain', text)
        sheet.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }))
      },
      [words, x, y] as const,
    )
  const mission = await spotOf(page, 'mission')
  await drop('x'.repeat(LONGEST_TEXTBLOCK), await spotOf(page, 'settled'))
  await expect(page.locator('.said')).toContainText('more than one block or note can hold')
  await expectUnchanged(page)
  await drop(' new ', mission)
  await expect(page.locator('.ProseMirror .block').nth(1)).toContainText('new')
})
