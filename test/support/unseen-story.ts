import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { judgeTei } from '../../build/judge-tei.mjs'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { textOf } from '../../shared/compare/reading.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import type { RoleName } from '../../shared/vocabulary/roles.ts'
import { expect, test } from './fixtures.ts'
import { isEditor } from './settings.ts'
import type { RunningScholion } from './start-scholion.ts'
import type { Deed, Unseen } from './unseen-papers.ts'

/** What a story cost: key presses and presses of the mouse; letters typed into the text or a field are counted apart. */
export interface Cost {
  readonly strokes: number
  readonly letters: number
}

/** A person who does deeds, by keyboard or by mouse. */
export interface Worker {
  readonly means: string
  open(file: string): Promise<void>
  does(deed: Deed): Promise<void>
  /** Status, save, and the edition as TEI. */
  ends(): Promise<void>
  cost(): Cost
}

/** Works through a paper from its machine transcript, nothing stated, and looks that all of it is done; gives what it cost. */
export async function workThrough(
  unseen: Unseen,
  worker: Worker,
  { page, scholion, collection }: { readonly page: Page; readonly scholion: RunningScholion; readonly collection: string },
): Promise<Cost> {
  page.setDefaultTimeout(20_000)
  const parts = new Map<string, number>()
  await page.goto(scholion.address.replace('/#', '/?checks#'))
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await isEditor(page, 'Scholion')
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  const part = async (name: string, act: () => Promise<void>) => {
    const before = worker.cost().strokes
    await test.step(name, act)
    const kind = name.split(':')[0]!
    parts.set(kind, (parts.get(kind) ?? 0) + worker.cost().strokes - before)
  }
  await part('open', () => worker.open(unseen.file))
  for (const deed of unseen.deeds) await part(`${deed.deed}: ${JSON.stringify(deed)}`, () => worker.does(deed))
  await part('end', () => worker.ends())
  const cost = worker.cost()
  console.log(`${unseen.file} by ${worker.means}: ${cost.strokes} presses and ${cost.letters} letters`)
  console.log(`  ${[...parts].map(([name, strokes]) => `${name} ${strokes}`).join(' · ')}`)
  expectDone(unseen, read(join(collection, `${unseen.file}.tei.json`)))
  const edition = join(collection, 'editions', `${unseen.file}.xml`)
  expect(existsSync(edition)).toBe(true)
  const { faults, unjudged } = judgeTei([edition])
  if (unjudged) console.log(`The TEI of ${unseen.file} was not judged by jing: ${unjudged}`)
  else expect(faults).toEqual([])
  return cost
}

/** The role of each block in the order of the paper, as the deeds state them. */
const rolesIn = (unseen: Unseen): readonly RoleName[] =>
  unseen.deeds.flatMap((deed) => (deed.deed === 'role' ? deed.blocks.map(() => deed.role) : []))

function expectDone(unseen: Unseen, transcript: Transcript): void {
  const { pages, hands, people, names } = transcript
  const deeds = <Name extends Deed['deed']>(name: Name) =>
    unseen.deeds.filter((deed): deed is Extract<Deed, { deed: Name }> => deed.deed === name)
  expect(checkCoverage(transcript), 'every character of the machine transcript has its place').toEqual([])
  const content = pages.flatMap((page) => page.content)
  const blocks = content.flatMap((child) => (child.type === 'block' ? [child] : []))
  expect(blocks.map(({ role }) => role)).toEqual(rolesIn(unseen))

  const text = [...blocks, ...pages.flatMap(({ margin }) => margin)].map(({ content: runs }) => textOf(runs)).join('\n')
  for (const deed of [...deeds('mend'), ...deeds('correct')]) {
    expect(text).not.toContain(deed.read)
    expect(text).toContain(deed.as)
  }
  for (const { read: wrong } of deeds('mend everywhere')) expect(text.toLowerCase()).not.toContain(wrong)

  const notes = pages.flatMap(({ margin }) => margin).filter(({ type }) => type === 'note')
  const lifted = unseen.deeds.flatMap((deed) =>
    deed.deed === 'lift' || deed.deed === 'lift by a new hand' || deed.deed === 'join' ? [deed] : [],
  )
  expect(notes).toHaveLength(lifted.length)
  let by = ''
  for (const deed of lifted) {
    const note = notes.find((one) => textOf(one.content).startsWith(deed.words.split('2O')[0]!))
    if (deed.deed !== 'join') by = deed.by
    expect(hands.find(({ id }) => id === note?.attrs.hand)?.name, deed.words).toBe(by)
    expect(note?.attrs.joins !== null, deed.words).toBe(deed.deed === 'join')
    expect(note?.attrs.place, 'no place is stated that nobody knows').toBeNull()
  }
  for (const deed of deeds('know')) {
    const note = notes.find((one) => textOf(one.content) === deed.note)
    expect(note?.attrs).toMatchObject({ function: deed.function, cert: 'medium' })
  }

  const tags = blocks.flatMap(({ annotations }) => Object.values(annotations))
  const entries: readonly { readonly id: string; readonly name: string }[] = [...people, ...names]
  for (const deed of deeds('name')) {
    const entry = entries.find(({ name }) => name.toLowerCase() === deed.words.toLowerCase())
    const again = deeds('name alike').some(({ words }) => words === deed.words)
    const count = tags.filter(({ attrs }) => attrs.ref === entry?.id).length
    expect(entry, deed.words).toBeDefined()
    if (again) expect(count, deed.words).toBeGreaterThan(1)
    else expect(count, deed.words).toBe(1)
  }

  const papers = [transcript.paper, ...content.flatMap((child) => (child.type === 'division' ? [child] : []))]
  const told = deeds('describe').map(({ facts }) => [facts.From, facts.To ?? null, facts.Date, facts.Subject])
  expect(papers.map(({ from, to, date, facts }) => [from, to, date, facts?.subject])).toEqual(told)
  for (const [at, { facts }] of deeds('describe').entries()) {
    expect(papers[at]?.kind).toBe(facts.Kind.split(' ')[0])
    expect(papers[at]?.facts?.marking).toBe(facts.Marking === 'CONFIDENTIAL' ? 'confidential' : 'none-seen')
  }
  expect(pages).toHaveLength(papers.length)
  expect(transcript.status).toBe('corrected')
  expect(transcript.tray).toEqual([])
}

function read(path: string): Transcript {
  const parsed = parseTranscript(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

/** The blocks of the text as they are drawn, in order: how each begins. */
export const blocksDrawn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll('.ProseMirror .body .block')].map((block) => block.textContent ?? ''))

/** The place in the text of the next block that begins with the words, after `from`. */
export async function blockAt(page: Page, words: string, from: number): Promise<number> {
  const at = (await blocksDrawn(page)).findIndex((text, index) => index > from && text.startsWith(words))
  if (at < 0) throw new Error(`no block begins with “${words}”`)
  return at
}
