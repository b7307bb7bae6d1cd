import { expect, type Page } from '@playwright/test'
import { ROLES } from '../../shared/vocabulary/roles.ts'
import { Hands } from './keyboard.ts'
import type { Deed, PaperTold } from './unseen-papers.ts'
import { blockAt, type Cost, type Worker } from './unseen-story.ts'

/** The hands of the collection's register in their order: a digit each. */
const HANDS = ['Margaret Thatcher', 'Robert Lyle']

/** A practised person at the keyboard, who knows the keys and sees the sheet. */
export class ByKeyboard implements Worker {
  readonly means = 'keyboard'
  private readonly hands: Hands
  private readonly page: Page
  /** The block whose role was stated last; -1 before the first. */
  private roled = -1
  /** Whether ↓ goes on with the next block. */
  private offered = false

  constructor(page: Page) {
    this.page = page
    this.hands = new Hands(page)
  }

  cost(): Cost {
    return { strokes: this.hands.chords, letters: this.hands.letters }
  }

  async open(file: string): Promise<void> {
    await this.hands.open(file)
  }

  async does(deed: Deed): Promise<void> {
    const { hands, page } = this
    if (deed.deed !== 'role') this.offered = false
    switch (deed.deed) {
      case 'lift':
        await this.lift(deed.words, String(HANDS.indexOf(deed.by) + 1))
        return
      case 'lift by a new hand':
        await this.lift(deed.words, 'n')
        await expect(page.locator('dialog form :focus')).toHaveCount(1)
        await hands.type('by hand')
        await hands.press('Tab')
        await hands.type(deed.by)
        await hands.press('Enter')
        await expect(page.locator('dialog')).toHaveCount(0)
        return
      case 'join':
        return this.lift(deed.words, 'j')
      case 'mend':
        await hands.find(deed.read)
        return hands.type(deed.as)
      case 'mend everywhere':
        await hands.press('Control+h')
        await hands.type(deed.read)
        while ((await this.label()) !== 'Replace by') await hands.press('Tab')
        await hands.type(deed.as)
        while (!/Replace (all \d|\d+ of)/.test(await hands.focused())) await hands.press('Tab')
        await hands.press('Enter')
        await expect(page.locator('.status .said')).toContainText('replaced')
        return hands.press('Escape')
      case 'correct':
        await hands.find(deed.read)
        await hands.press('Control+Shift+s', 'm')
        await hands.fill({ 'Should read': deed.as, Certainty: deed.certainty })
        return
      case 'role':
        for (const words of deed.blocks) await this.role(words, ROLES[deed.role].letter!)
        return
      case 'next paper':
        return hands.press('Control+Enter', 'Control+Shift+Enter')
      case 'name':
        await hands.find(deed.words)
        await hands.press(deed.is === 'person' ? 'Control+Shift+P' : 'Control+Shift+O')
        return this.name(deed.known)
      case 'name alike':
        await hands.press('Alt+Shift+A')
        await expect(page.getByRole('dialog', { name: 'Tag all like it' })).toBeVisible()
        return hands.press('Enter')
      case 'know':
        await hands.find(deed.note)
        return hands.state({ Function: deed.function, 'Certainty of the hand': deed.certainty })
      case 'describe':
        return this.describe(deed.at, deed.facts)
    }
  }

  async ends(): Promise<void> {
    const { hands, page } = this
    await hands.press('Alt+Shift+s', 'c', 'Control+s')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
    await hands.press('Control+e', 'Enter')
    await expect(page.getByRole('dialog', { name: 'Export an edition' })).toContainText('Exported')
    await hands.press('Escape')
  }

  private async lift(words: string, key: string): Promise<void> {
    const notes = await this.page.locator('.margin-note').count()
    await this.goTo(words, await blockAt(this.page, words, -1))
    await this.hands.press('Control+m', key)
    if (key !== 'n') await expect(this.page.locator('.margin-note')).toHaveCount(notes + 1)
  }

  private async role(words: string, letter: string): Promise<void> {
    const at = await blockAt(this.page, words, this.roled)
    if (this.offered && at === this.roled + 1) await this.hands.press('ArrowDown', letter)
    else {
      await this.goTo(words, at)
      await this.hands.press('Control+b', letter)
    }
    this.roled = at
    this.offered = true
  }

  /** The block is near: arrows; it is the first: Ctrl+Home; else some words of it are found. */
  private async goTo(words: string, at: number): Promise<void> {
    const here = await this.here()
    const away = Math.abs(at - here)
    if (at === 0 && away > 1) await this.hands.press('Control+Home')
    else if (here >= 0 && away <= 2) {
      // ↓ with Ctrl goes to the end of a paragraph first, where the caret stands within one
      for (let step = 0; step < 5 && (await this.here()) !== at; step++)
        await this.hands.press(at > here ? 'Control+ArrowDown' : 'Control+ArrowUp')
    } else await this.hands.find(words)
    expect(await this.here(), words).toBe(at)
  }

  /** The place of the block that the caret is in, or -1. */
  private here(): Promise<number> {
    return this.page.evaluate(() => {
      const node = getSelection()?.focusNode
      const block = (node instanceof Element ? node : node?.parentElement)?.closest('.body .block')
      return block ? [...document.querySelectorAll('.ProseMirror .body .block')].indexOf(block) : -1
    })
  }

  private async describe(at: string, facts: PaperTold): Promise<void> {
    const { hands, page } = this
    const left = new Map(Object.entries(facts))
    await this.goTo(at, await blockAt(page, at, -1))
    await hands.press('Alt+Shift+d')
    for (let step = 0; left.size > 0; step++) {
      expect(step, [...left.keys()].join(', ')).toBeLessThan(12)
      const label = await this.label()
      const wanted = left.get(label)
      const offer = page.locator('.paper-panel [data-field]:focus-within .offer')
      const offered = (await offer.count()) > 0 ? (await offer.textContent())! : null
      // of a list the first word is enough
      const typed = label === 'Kind' || label === 'Marking' ? wanted?.split(' ')[0] : wanted
      if (wanted !== undefined && typed && !offered?.includes(wanted)) await hands.type(typed)
      // what is offered and not wanted is passed over
      await hands.press(wanted === undefined && offered !== null ? 'Tab' : 'Enter')
      left.delete(label)
    }
    await hands.press('Escape')
    await expect(page.locator('.ProseMirror')).toBeFocused()
  }

  /** The likeliest is offered for Enter: a known one, or a new one where nobody known may be meant. */
  private async name(known: boolean): Promise<void> {
    const offered = await this.page.locator('.choice[aria-selected=true] .what > span:first-child').textContent()
    if (known) expect(offered).not.toMatch(/^new /)
    if (known || /^new .* called/.test(offered ?? '')) return this.hands.press('Enter')
    await this.hands.press('n')
    await this.hands.fill({})
  }

  private label(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.closest('label')?.querySelector('span')?.textContent ?? '')
  }
}
