import type { Locator, Page } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

/** A hand on the mouse, and how often it was used: a press, a double press, a drag. Turning the wheel is not counted. */
export class Mouse {
  used = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(what: Locator): Promise<void> {
    this.used += 1
    await what.click()
    await this.settle()
  }

  /** The other button of the mouse, on these words. */
  async pressOther(block: Locator, words: string): Promise<void> {
    this.used += 1
    const [from, to] = await ends(block, words)
    await this.page.mouse.click((from.x + Math.max(to.x, from.x + 4)) / 2, from.y, { button: 'right' })
    await this.settle()
  }

  /** Presses into the block, among its words. */
  async pressIn(block: Locator): Promise<void> {
    this.used += 1
    await block.click({ position: { x: 20, y: 8 } })
    await this.settle()
  }

  /** Presses twice on a word, which selects it. */
  async pressTwice(block: Locator, word: string): Promise<void> {
    this.used += 1
    const [from] = await ends(block, word)
    await this.page.mouse.dblclick(from.x + 3, from.y)
    await this.settle()
  }

  /** A choice of a list that drops down: a press opens it, another takes it. */
  async select(list: Locator, label: string): Promise<void> {
    this.used += 2
    await list.selectOption({ label })
  }

  /** Selects the words from the first to the last letter. */
  async drag(block: Locator, words: string): Promise<void> {
    await this.dragFrom(...(await ends(block, words)))
  }

  /** Selects from the beginning of one block to the end of another. */
  async dragOver(first: Locator, last: Locator): Promise<void> {
    await first.evaluate((block) => block.scrollIntoView({ block: 'start' }))
    const [from] = await ends(first)
    await this.dragFrom(from, (await ends(last, undefined, false))[1])
  }

  /** The role of the block, in the lane left of it. */
  async label(block: Locator): Promise<void> {
    this.used += 1
    await block.hover({ position: { x: 4, y: 8 } })
    const box = (await block.boundingBox())!
    await this.page.mouse.click(box.x - 16, box.y + 10)
    await this.settle()
  }

  /** What is selected reaches the editor with the browser's next event: two frames later it is there. */
  private async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
  }

  private async dragFrom(from: Point, to: Point): Promise<void> {
    this.used += 1
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, to.y)
    await this.page.mouse.move(to.x, to.y)
    await this.page.mouse.up()
    await this.settle()
  }
}

/** Where the words of a block begin and end on the screen (of all its words, where none are named), which comes into sight. CSS px. */
async function ends(block: Locator, words?: string, comes = true): Promise<readonly [Point, Point]> {
  if (comes) await block.scrollIntoViewIfNeeded()
  return block.evaluate((element, wanted) => {
    const all = element.textContent ?? ''
    const begin = wanted === undefined ? 0 : all.indexOf(wanted)
    if (begin < 0) throw new Error(`no “${wanted}” in “${all.slice(0, 60)}”`)
    const end = wanted === undefined ? all.trimEnd().length : begin + wanted.length
    const range = document.createRange()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let passed = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.textContent!
      if (begin >= passed && begin < passed + length) range.setStart(node, begin - passed)
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed)
      passed += length
    }
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
    const [first, last] = [rects[0]!, rects.at(-1)!]
    return [
      { x: first.left + 1, y: (first.top + first.bottom) / 2 },
      { x: last.right - 1, y: (last.top + last.bottom) / 2 },
    ] as const
  }, words)
}
