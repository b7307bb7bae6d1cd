import type { Page } from '@playwright/test'

/** In ms: what may be lost, and what writing it down may take besides where disk and processors are busy. Together no more than is promised. */
export const LOSS = { most: 2000, writing: 3000 } as const

/** Somebody types numbered words without a pause, until told to stop. When each word stood on the screen is kept. */
export class Typist {
  readonly times: number[] = []
  private stopped = false
  private readonly page: Page
  private readonly word: string
  private typing: Promise<void> = Promise.resolve()

  /** `word`: what each word begins with, so that those of several sittings can be told apart. */
  constructor(page: Page, word = 'w') {
    this.page = page
    this.word = word
  }

  start(): void {
    this.typing = this.type().catch(() => {
      // the page died under the keys
    })
  }

  private async type(): Promise<void> {
    await this.page.locator('.ProseMirror').focus()
    await this.page.keyboard.press('Control+Home')
    await this.page.keyboard.press('End')
    while (!this.stopped) {
      await this.page.keyboard.type(` ${this.word}${this.times.length}q`, { delay: 8 })
      this.times.push(Date.now())
    }
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.typing
  }

  /** How many ms of typing before `end` are not in the text: from the first word that is missing. */
  loss(text: string, end: number): number {
    const missing = this.times.findIndex((time, nth) => time <= end && !text.includes(`${this.word}${nth}q`))
    return missing < 0 ? 0 : end - this.times[missing]!
  }
}
