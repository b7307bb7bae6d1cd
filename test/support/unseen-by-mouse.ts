import { expect, type Locator, type Page } from '@playwright/test'
import { PAPER_FIELDS } from '../../shared/propose/offers-of-paper.ts'
import { PAPER } from '../../shared/vocabulary/paper.ts'
import { ROLES, type RoleName } from '../../shared/vocabulary/roles.ts'
import { Mouse } from './mouse.ts'
import type { Deed, PaperTold } from './unseen-papers.ts'
import { blockAt, type Cost, type Worker } from './unseen-story.ts'

/** A practised person with the mouse: the keyboard types letters and nothing else. */
export class ByMouse implements Worker {
  readonly means = 'mouse'
  private readonly mouse: Mouse
  private readonly page: Page
  private letters = 0
  /** The block whose role was stated last; -1 before the first. */
  private roled = -1

  constructor(page: Page) {
    this.page = page
    this.mouse = new Mouse(page)
  }

  cost(): Cost {
    return { strokes: this.mouse.used, letters: this.letters }
  }

  async open(file: string): Promise<void> {
    await this.mouse.press(this.page.locator('.documents button').filter({ has: this.page.locator(`[title^="${file}"]`) }))
    await expect(this.page.locator('.ProseMirror')).toBeFocused()
  }

  async does(deed: Deed): Promise<void> {
    const { mouse, page } = this
    switch (deed.deed) {
      case 'lift':
        return this.lift(deed.words, deed.by)
      case 'lift by a new hand': {
        await this.lift(deed.words, 'a new hand …')
        const form = page.locator('dialog form')
        await mouse.select(fieldOf(form, 'Medium'), 'by hand, instrument not known')
        await mouse.press(fieldOf(form, 'Writer'))
        await this.type(deed.by)
        return mouse.press(form.locator('.primary'))
      }
      case 'join':
        return this.lift(deed.words, 'next piece of the last note')
      case 'mend':
        await mouse.pressTwice(this.block(deed.read), deed.read)
        return this.type(deed.as)
      case 'mend everywhere': {
        await mouse.press(page.getByRole('button', { name: 'Edit', exact: true }))
        await mouse.press(page.getByRole('menuitem', { name: /^Find and replace/ }))
        const bar = page.locator('.find-bar')
        await expect(fieldOf(bar, 'Find')).toBeFocused()
        await this.type(deed.read)
        await mouse.press(fieldOf(bar, 'Replace by'))
        await this.type(deed.as)
        await mouse.press(bar.getByRole('button', { name: /^Replace (all \d|\d+ of)/ }))
        await expect(page.locator('.status .said')).toContainText('replaced')
        return mouse.press(bar.getByRole('button', { name: 'Close', exact: true }))
      }
      case 'correct': {
        await mouse.drag(this.note(deed.read), deed.read)
        await this.tool('Correct')
        await this.choose('the machine’s error')
        const form = page.locator('dialog form')
        await expect(fieldOf(form, 'Should read')).toBeFocused()
        await this.type(deed.as)
        await mouse.select(fieldOf(form, 'Certainty'), deed.certainty)
        return mouse.press(form.locator('.primary'))
      }
      case 'role':
        return this.role(deed.role, deed.blocks)
      case 'next paper':
        await this.tool('Page')
        return this.tool('Paper')
      case 'name':
        await mouse.drag(this.block(deed.words), deed.words)
        await this.tool(deed.is === 'person' ? 'Person' : 'Org')
        return this.choose(deed.known ? new RegExp(`^${deed.words}$`, 'i') : /^new \w+ called/)
      case 'name alike': {
        await mouse.pressOther(this.block(deed.words), deed.words)
        await this.choose('Tag all like it …')
        return mouse.press(page.getByRole('dialog', { name: 'Tag all like it' }).locator('.primary'))
      }
      case 'know': {
        await mouse.pressIn(this.note(deed.note))
        const panel = page.locator('[data-part="inspector"]')
        await mouse.press(
          panel.getByRole('radiogroup', { name: 'Function' }).getByRole('radio', { name: deed.function, exact: true }),
        )
        return mouse.select(fieldOf(panel, 'Certainty of the hand'), deed.certainty)
      }
      case 'describe':
        return this.describe(deed.at, deed.facts)
    }
  }

  /** The export saves what is not saved. */
  async ends(): Promise<void> {
    const { mouse, page } = this
    await mouse.press(page.locator('.title-row .title'))
    await mouse.press(page.getByRole('menuitem', { name: /^Status/ }))
    await this.choose(/^corrected/)
    await mouse.press(page.locator('.title-row').getByRole('button', { name: 'Export' }))
    const box = page.getByRole('dialog', { name: 'Export an edition' })
    await mouse.press(box.locator('.primary'))
    await expect(box).toContainText('Exported')
    await mouse.press(box.getByRole('button', { name: 'Close' }))
    await expect(page.getByTestId('keeping')).toContainText('Saved')
  }

  private async type(words: string): Promise<void> {
    this.letters += [...words].length
    await this.page.keyboard.type(words)
  }

  private async lift(words: string, choice: string): Promise<void> {
    const notes = await this.page.locator('.margin-note').count()
    await this.mouse.pressIn(await this.blockBeginning(words))
    await this.tool('To margin')
    await this.choose(choice)
    if (choice !== 'a new hand …') await expect(this.page.locator('.margin-note')).toHaveCount(notes + 1)
  }

  /** One block by its label; more by a drag over them. */
  private async role(role: RoleName, blocks: readonly string[]): Promise<void> {
    const places: number[] = []
    for (const words of blocks) places.push(await blockAt(this.page, words, places.at(-1) ?? this.roled))
    const drawn = (at: number) => this.page.locator('.ProseMirror .body .block').nth(at)
    const [first, last] = [places[0]!, places.at(-1)!]
    if (first === last) await this.mouse.label(drawn(first))
    else {
      await this.mouse.dragOver(drawn(first), drawn(last))
      await this.tool('Role')
    }
    await this.choose(ROLES[role].label)
    for (const at of places) await expect(drawn(at)).toHaveAttribute('data-role', role)
    this.roled = last
  }

  private async describe(at: string, facts: PaperTold): Promise<void> {
    const { mouse, page } = this
    await mouse.pressIn(await this.blockBeginning(at))
    await mouse.press(page.getByRole('toolbar', { name: 'Lists' }).getByRole('button', { name: 'Paper' }))
    for (const name of PAPER_FIELDS) {
      const { label, kind } = PAPER[name]
      const wanted = (facts as unknown as Readonly<Record<string, string | undefined>>)[label]
      if (wanted === undefined) continue
      const field = page.locator(`.paper-panel [data-field="${name}"]`)
      const offer = field.locator('.offer')
      if ((await offer.count()) > 0 && (await offer.textContent())!.includes(wanted)) await mouse.press(offer)
      else if (kind === 'choice') await mouse.select(field.locator('select'), wanted)
      else {
        await mouse.press(field.locator('input, textarea'))
        await this.type(wanted)
      }
    }
  }

  private tool(name: string): Promise<void> {
    const { page } = this
    return this.mouse.press(page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true }))
  }

  /** The entry of the menu with exactly this label. */
  private choose(label: string | RegExp): Promise<void> {
    const words = typeof label === 'string' ? new RegExp(`^${label.replaceAll(/[.?()]/g, '\\$&')}$`) : label
    const what = this.page.locator('.what > span:first-child').filter({ hasText: words })
    return this.mouse.press(this.page.locator('.choice').filter({ has: what }).first())
  }

  private block(words: string): Locator {
    return this.page.locator('.ProseMirror .body .block').filter({ hasText: words }).first()
  }

  private note(words: string): Locator {
    return this.page.locator('.margin-note.on').filter({ hasText: words })
  }

  private async blockBeginning(words: string): Promise<Locator> {
    return this.page.locator('.ProseMirror .body .block').nth(await blockAt(this.page, words, -1))
  }
}

/** The field whose label has exactly these words. */
function fieldOf(within: Locator, label: string): Locator {
  const name = within
    .page()
    .locator('span')
    .filter({ hasText: new RegExp(`^${label}$`) })
  return within.locator('label').filter({ has: name }).locator('input, textarea, select')
}
