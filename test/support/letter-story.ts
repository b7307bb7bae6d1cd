import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { judgeTei } from '../../build/judge-tei.mjs'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { textOf } from '../../shared/compare/reading.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { leaveEditions } from './editions.ts'
import { expect, test } from './fixtures.ts'
import { Hands } from './keyboard.ts'
import { told } from './letter-told.ts'
import { linesOnTheDesk } from './on-the-desk.ts'
import { isEditor } from './settings.ts'
import { CHECKOUT, type RunningScholion } from './start-scholion.ts'

/** With SCHOLION_KEEP=1 the transcript that a story makes replaces the one of the sample collection. */
const KEEP = process.env.SCHOLION_KEEP === '1'
/** In the desktop window the reference folder is not to be seen: build/test-app.mjs judges what is left here. */
const APP_OUT = process.env.SCHOLION_APP_OUT

/** A person at work on one letter of the sample by keyboard alone: from the machine transcript, as far as that can be told. */
export class LetterStory {
  readonly hands: Hands
  readonly letter: string
  private readonly page: Page
  private readonly file: string

  constructor(page: Page, collection: string, letter: string) {
    this.page = page
    this.hands = new Hands(page)
    this.letter = letter
    this.file = join(collection, `${letter}.tei.json`)
  }

  /** The letter opens from its machine transcript, nothing stated; with the signs of Markdown that its machine wrote set aside, or as plain text. */
  async begin(scholion: RunningScholion, markdown = true): Promise<void> {
    const { page, hands } = this
    // the sample collection holds the work that the story made; it begins from the machine transcript
    rmSync(this.file, { force: true })
    await page.goto(scholion.address.replace('/#', '/?checks#'))
    await expect(page.getByRole('button', { name: this.letter })).toBeVisible()
    await isEditor(page, 'Scholion')
    await test.step('the letter opens with nothing stated', async () => {
      await this.open()
      await hands.expectWhere('page 1 of 1 · role not stated · hand: not stated')
    })
    if (!markdown) return
    await test.step('its machine wrote Markdown: it is read as such', async () => {
      await hands.press('Alt+Shift+y', 'm')
      await expect(page.locator('.bars')).toContainText('Taken as Markdown')
    })
  }

  async open(): Promise<void> {
    await this.hands.open(this.letter)
  }

  /** Role and hand of a block found by words of it: the letter for the role, the digit for the hand, each after Ctrl+B. */
  async block(words: string, role: string, hand?: string): Promise<void> {
    await this.hands.find(words)
    await this.hands.press('Control+b', role)
    if (hand !== undefined) await this.hands.press('Control+b', hand)
  }

  /** Words found, then keys, then what the form that these open is to say. */
  async mark(words: string, keys: readonly string[], facts: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.hands.find(words)
    await this.hands.press(...keys)
    if (Object.keys(facts).length > 0) await this.hands.fill(facts)
  }

  /** A query at the caret or on the selected words; the caret comes back to the text. */
  async query(words: string): Promise<void> {
    await this.hands.press('Control+Shift+q')
    await this.hands.type(words)
    await this.hands.press('Escape')
  }

  /** What the machine transcript alone allows, and no more: corrected, not collated with the paper. */
  async corrected(): Promise<void> {
    await this.hands.press('Alt+Shift+s', 'c')
  }

  /** Saved, closed and reopened it is the same; it differs in nothing from the sample's own; every edition leaves, and TEI is valid. */
  async end(info: TestInfo): Promise<Transcript> {
    const { page, hands, file } = this
    await test.step('no anchor is lost', async () => {
      await hands.press('Alt+t')
      await expect(page.getByRole('tabpanel')).toContainText('No lost anchors')
    })
    await test.step('saved, closed and reopened it is the same', async () => {
      await hands.press('Control+s')
      await expect(page.getByTestId('keeping')).toContainText('Saved')
      const lines = await linesOnTheDesk(page)
      const saved = readFileSync(file, 'utf8')
      const notes = await page.locator('.margin-note').count()
      await hands.press('Alt+w')
      await expect(page.locator('.ProseMirror')).toHaveCount(0)
      await this.open()
      await expect(page.locator('.margin-note')).toHaveCount(notes)
      expect(await linesOnTheDesk(page)).toEqual(lines)
      await hands.press('Control+s')
      expect(readFileSync(file, 'utf8'), 'opening and saving without a change writes nothing').toBe(saved)
    })
    const transcript = read(file)
    await test.step('every character of the machine transcript has its place, and the sample says the same', () => {
      expect(checkCoverage(transcript)).toEqual([])
      const sample = join(CHECKOUT, 'corpus/prem19', `${this.letter}.tei.json`)
      if (KEEP && !(existsSync(sample) && same(read(sample), transcript))) writeFileSync(sample, readFileSync(file))
      expect(told(transcript)).toEqual(told(read(sample)))
    })
    await test.step('what was saved leaves as every edition, and TEI is valid', () => {
      const folder = APP_OUT ? join(APP_OUT, 'editions') : info.outputPath('editions')
      const editions = leaveEditions(readFileSync(file, 'utf8'), folder)
      if (APP_OUT) return
      const tei = editions.filter(({ path }) => path.endsWith('.xml'))
      const { faults, unjudged } = judgeTei(tei.map(({ path }) => path))
      if (unjudged) console.log(`The TEI of ${this.letter} was not judged by jing: ${unjudged}`)
      else expect(faults).toEqual([])
    })
    console.log(`${this.letter} by keyboard: ${hands.cost()}`)
    return transcript
  }
}

function read(path: string): Transcript {
  const parsed = parseTranscript(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

const same = (one: Transcript, other: Transcript) => JSON.stringify(told(one)) === JSON.stringify(told(other))

/** The words of the blocks whose role is not stated. */
export function withoutRole(pages: Transcript['pages']): readonly string[] {
  const blocks = pages.flatMap(({ content }) => content).filter((child) => child.type === 'block' && child.role === null)
  return blocks.map((child) => (child.type === 'block' ? textOf(child.content) : ''))
}
