import type { Page } from '@playwright/test'
import { expect } from '../../support/fixtures.ts'
import { test as base } from './served.ts'

/** The editor alone, in a page of its own: what it does to a document is read from its state. */
export const test = base.extend<{ sheet: Sheet }>({
  sheet: async ({ page, harness, watched: _ }, use) => {
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    await page.goto(harness)
    await page.waitForFunction(() => window.harness !== undefined)
    await use(new Sheet(page))
    expect(broken).toEqual([])
  },
})

/** The person at the sheet of the harness, and what its state says. */
export class Sheet {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async openLines(...args: Parameters<Window['harness']['openLines']>): Promise<void> {
    await this.page.evaluate((given) => window.harness.openLines(...given), args)
    await this.notesDrawn(1)
  }

  async notesDrawn(atLeast: number): Promise<void> {
    await expect.poll(() => this.page.locator('.margin-note.on').count()).toBeGreaterThanOrEqual(atLeast)
  }

  read() {
    return this.page.evaluate(() => window.harness.read())
  }

  caret(id: string, offset: number, to = offset) {
    return this.page.evaluate((given) => window.harness.caret(...given), [id, offset, to] as const)
  }

  /** Presses keys one after the other, each when the browser's selection has reached the state. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      await this.page.waitForFunction(() => window.harness.settled())
    }
  }

  /** The middle of the n-th letter of a block or note on screen, once it stays where it is: pages and letters come a frame later. */
  async spot(id: string, offset: number): Promise<{ readonly x: number; readonly y: number }> {
    return this.page.evaluate(
      async ([wanted, at]) => {
        const { view } = window.harness.editor
        const look = () => {
          let found = { x: 0, y: 0 }
          view.state.doc.descendants((node, pos) => {
            if (!node.isTextblock || node.attrs.id !== wanted) return
            const start = view.coordsAtPos(pos + 1 + at)
            found = { x: start.left + 1, y: (start.top + start.bottom) / 2 }
          })
          return found
        }
        await document.fonts.ready
        for (let before = look(), still = 0; ; ) {
          await new Promise(requestAnimationFrame)
          const now = look()
          still = now.x === before.x && now.y === before.y ? still + 1 : 0
          before = now
          if (still >= 3) return now
        }
      },
      [id, offset] as const,
    )
  }

  /** Drags with the mouse, until what the browser has selected is what the state says. */
  async drag(from: readonly [string, number], to: readonly [string, number]): Promise<void> {
    await this.pull(from, to)
    await this.page.waitForFunction(() => window.harness.settled())
  }

  private async pull(from: readonly [string, number], to: readonly [string, number]): Promise<void> {
    const [start, end] = [await this.spot(...from), await this.spot(...to)]
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 })
    await this.page.mouse.move(end.x, end.y, { steps: 5 })
    await this.page.mouse.up()
  }

  /** Selects words and drags them as one: the drag begins inside the selection. Ends when the browser has said that this is over. */
  async carry(id: string, from: number, to: number, target: readonly [string, number]): Promise<void> {
    await this.caret(id, from, to)
    await this.page.evaluate(() => {
      const over = () => document.documentElement.setAttribute('data-dropped', '')
      for (const end of ['drop', 'dragend']) document.addEventListener(end, over, { capture: true, once: true })
    })
    await this.pull([id, Math.floor((from + to) / 2)], target)
    await expect(this.page.locator('html')).toHaveAttribute('data-dropped')
  }
}

export const PAGES = [
  ['one two three', 'four five'],
  ['six seven', 'eight nine'],
  ['ten eleven', 'last words'],
]
export const NOTES = [
  { words: 'first note', block: 'b1-1' },
  { words: 'second note', block: 'b2-1', place: 'left' },
  { words: 'third note', block: 'b3-2' },
]
export const WHOLE = [
  ['*one two three', 'four five'],
  ['*six seven', 'eight nine'],
  ['ten eleven', '*last words'],
]
export const WORDS = ['first note', 'second note', 'third note']
