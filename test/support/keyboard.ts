import { expect, type Page } from '@playwright/test'

/** Hands on a keyboard: every key is pressed for real and counted. Reads the page only to know when to stop. */
export class Hands {
  /** Every key that is no letter typed into the text or a field; a letter in a menu is one. */
  chords = 0
  /** Letters typed into the text or a field. */
  letters = 0
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  get actions(): number {
    return this.chords + this.letters
  }

  /** What it cost so far, in words. */
  cost(): string {
    return `${this.chords} chords and ${this.letters} letters`
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.chords++
      await this.page.keyboard.press(key)
      await this.settle()
    }
  }

  async type(words: string): Promise<void> {
    this.letters += [...words].length
    await this.page.keyboard.type(words)
    await this.settle()
  }

  /** Opens a letter from the list of documents: to the list, down to it, Enter. */
  async open(letter: string): Promise<void> {
    for (let step = 0; step < 12; step++) {
      const focused = await this.page.evaluate(() => document.activeElement?.closest('.documents button')?.textContent ?? null)
      if (focused?.includes(letter)) break
      await this.press(focused === null ? 'F6' : 'ArrowDown')
    }
    await this.press('Enter')
    await expect(this.page.locator('.ProseMirror')).toBeFocused()
  }

  /** A selection made by arrows reaches the editor with the browser's next event: two frames later it is there. */
  private async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
  }

  /** The words of the block or note around the caret, before and after it. */
  async around(): Promise<{ readonly before: string; readonly after: string }> {
    return this.page.evaluate(() => {
      const selection = getSelection()
      const node = selection?.focusNode
      const element = node instanceof Element ? node : node?.parentElement
      const home = element?.closest('.block, .margin-note')
      if (!selection || !node || !home) return { before: '', after: '' }
      const words = (from: [Node, number], to: [Node, number]) => {
        const range = document.createRange()
        range.setStart(...from)
        range.setEnd(...to)
        return range.toString()
      }
      return {
        before: words([home, 0], [node, selection.focusOffset]),
        after: words([node, selection.focusOffset], [home, home.childNodes.length]),
      }
    })
  }

  /** Selects the first such words of a block, word by word: the caret jumps to the end of the word before, then over the blank. */
  async selectIn(words: string, block: string): Promise<void> {
    await this.goToBlock(block)
    for (let step = 0; step < 40; step++) {
      if ((await this.around()).after.startsWith(` ${words}`)) break
      await this.press('Control+ArrowRight')
    }
    await this.press('ArrowRight', ...words.split(' ').map(() => 'Control+Shift+ArrowRight'))
    expect(await this.page.evaluate(() => String(getSelection()))).toBe(words)
  }

  /** Goes down paragraph by paragraph from the start of the text to the one that holds the words. */
  async goToBlock(words: string): Promise<void> {
    await this.press('Control+Home')
    for (let step = 0; step < 60; step++) {
      const { before, after } = await this.around()
      if ((before + after).includes(words)) return
      await this.press('Control+ArrowDown')
    }
    throw new Error(`no block holds “${words}”`)
  }

  /** Finds words anywhere by Ctrl+F, from the caret on: what is found while typing is selected, and the text has the focus again. */
  async find(words: string): Promise<void> {
    await this.press('Control+f')
    await this.type(words)
    await expect(this.page.locator('.find-bar output')).not.toHaveText(/^(nothing found)?$/)
    await this.press('Escape')
    await expect(this.page.locator('.find-bar')).toHaveCount(0)
  }

  /** Goes word by word to where the words begin. */
  async goTo(words: string): Promise<void> {
    await this.goToBlock(words)
    await this.press('Home')
    for (let step = 0; step < 400; step++) {
      const { after } = await this.around()
      if (after.trimStart().startsWith(words)) {
        while (!(await this.around()).after.startsWith(words)) await this.press('ArrowRight')
        return
      }
      if (!after.includes(words)) await this.press('ArrowUp', 'Home')
      else await this.press('Control+ArrowRight')
    }
    throw new Error(`“${words}” was not reached`)
  }

  /** Alt+N lists all notes; Enter goes into the one that begins with the words. */
  async goToNote(words: string): Promise<void> {
    await this.press('Alt+n')
    const row = this.page.locator('.note-row:focus')
    await expect(row).toBeVisible()
    for (let step = 0; step < 20; step++) {
      const here = (await row.textContent())!
      if (here.includes(words)) {
        await this.press('Enter')
        return
      }
      await this.press('ArrowDown')
      await expect(row).not.toHaveText(here)
    }
    throw new Error(`no note begins with ${words}`)
  }

  /** Selects the words that begin at the caret. */
  async select(words: string): Promise<void> {
    await this.goTo(words)
    for (let step = 0; step < 200; step++) {
      const selected = (await this.page.evaluate(() => String(getSelection()))).replace(/\n/g, ' ')
      if (selected === words) return
      await this.press(
        words.startsWith(selected) && words.slice(selected.length).trim().includes(' ')
          ? 'Control+Shift+ArrowRight'
          : selected.length > words.length
            ? 'Shift+ArrowLeft'
            : 'Shift+ArrowRight',
      )
    }
    throw new Error(`“${words}” could not be selected`)
  }

  /** States facts in the inspector: each is found by its name (Alt+F), then its value is typed (a list jumps to what is typed). */
  async state(facts: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(facts)) {
      await this.press('Alt+f')
      await this.type(label)
      await this.press('Enter')
      expect(await this.fieldLabel(), 'the field has the keys').toBe(label)
      await this.type(value)
    }
    await this.press('Escape')
    await expect(this.page.locator('.ProseMirror')).toBeFocused()
  }

  /** Fills in the form that is open, tabbing from field to field in its order, and sends it by Enter. A value of ' ' ticks a box. */
  async fill(facts: Readonly<Record<string, string>>): Promise<void> {
    const form = this.page.locator('dialog form')
    // the first key goes where the focus is: into the form
    await expect(form.locator(':focus')).toHaveCount(1)
    for (const [label, value] of Object.entries(facts)) {
      await this.goToField(label)
      await this.type(value)
    }
    await this.press('Enter')
    await expect(form).toHaveCount(0)
  }

  /** Tabs to the field with this label. */
  async goToField(label: string): Promise<void> {
    for (let step = 0; (await this.fieldLabel()) !== label; step++) {
      if (step > 60) throw new Error(`no field ${label}`)
      this.chords++
      await this.page.keyboard.press('Tab')
    }
  }

  /** The words of what has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.textContent ?? '')
  }

  private async fieldLabel(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement } = document
      const words = activeElement?.closest('label')?.querySelector('span')?.textContent
      return words ?? activeElement?.closest('[role="radiogroup"]')?.ariaLabel ?? ''
    })
  }

  /** The status bar says where the caret is. */
  async expectWhere(words: string | RegExp): Promise<void> {
    await expect(this.page.getByTestId('where')).toContainText(words)
  }
}
