import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { Hands } from './keyboard.ts'
import { isEditor } from './settings.ts'

/** Something that comes over the window, or beside the text, when an action asks for it. */
export interface Box {
  /** The action in the table that opens it. */
  readonly action: string
  /** The action's key as the browser has it, then what is chosen in the box before. */
  readonly keys: readonly [string, ...string[]]
  /** Where the caret must be; words are selected where nothing is said; `joined`: another original is joined; `fresh`: no work was done; `doubt`: at one. */
  readonly where?: 'note' | 'ours' | 'joined' | 'fresh' | 'doubt'
  /** It stands in the window, not over it. */
  readonly beside?: true
}

/** Every box there is. A test of the table of actions sees to it that none is forgotten. */
export const BOXES: readonly Box[] = [
  { action: 'export', keys: ['Control+e'] },
  { action: 'earlier', keys: ['Alt+h'] },
  { action: 'earlier', keys: ['Alt+h', '1'] },
  { action: 'copies', keys: ['Alt+Shift+C'] },
  { action: 'copies', keys: ['Alt+Shift+C', '1'] },
  { action: 'compare', keys: ['F4'] },
  { action: 'restore-everything', keys: ['Alt+Shift+R'] },
  { action: 'status', keys: ['Alt+Shift+S'] },
  { action: 'who', keys: ['Alt+Shift+W'] },
  { action: 'who', keys: ['Alt+Shift+W', 'n'] },
  { action: 'collection', keys: ['Alt+Shift+L'] },
  { action: 'policy', keys: ['Alt+Shift+P'] },
  { action: 'policy', keys: ['Alt+Shift+P', 'e'] },
  { action: 'policy', keys: ['Alt+Shift+P', 'm'] },
  { action: 'find', keys: ['Control+f'], beside: true },
  { action: 'replace', keys: ['Control+h'], beside: true },
  { action: 'copy-notes', keys: ['Alt+Shift+Q'] },
  { action: 'search', keys: ['Control+Shift+F'] },
  { action: 'snippet', keys: ['Alt+Shift+T'] },
  { action: 'snippet', keys: ['Alt+Shift+T', '0'] },
  { action: 'block', keys: ['Control+b'] },
  { action: 'hand', keys: ['Alt+e'] },
  { action: 'do-alike', keys: ['Alt+Shift+B'] },
  { action: 'insert-page', keys: ['Alt+Shift+G'] },
  { action: 'paper-facts', keys: ['Alt+Shift+2'] },
  { action: 'collated', keys: ['Alt+Shift+4'] },
  { action: 'cite', keys: ['Alt+Shift+K'] },
  { action: 'lift', keys: ['Control+m'] },
  { action: 'footnote', keys: ['Alt+Shift+Z'] },
  { action: 'pen-mark', keys: ['Control+j'] },
  { action: 'pen-mark', keys: ['Control+j', 's'] },
  { action: 'pen-legend', keys: ['Alt+Shift+M'] },
  { action: 'evidence', keys: ['Alt+Shift+E'], where: 'note' },
  { action: 'answers', keys: ['Alt+a'], where: 'note' },
  { action: 'refer', keys: ['Alt+k'], where: 'ours' },
  { action: 'call-again', keys: ['Alt+y'] },
  { action: 'gap', keys: ['Control+Shift+G'] },
  { action: 'error', keys: ['Control+Shift+S'] },
  { action: 'error', keys: ['Control+Shift+S', 'p'] },
  { action: 'error', keys: ['Control+Shift+S', 'm'] },
  { action: 'aside', keys: ['Control+Shift+X'] },
  { action: 'add-fact', keys: ['Alt+f'] },
  { action: 'mark-as', keys: ['Alt+m'] },
  { action: 'mark-as', keys: ['Alt+m', 'h'] },
  { action: 'person', keys: ['Control+Shift+P'] },
  { action: 'person', keys: ['Control+Shift+P', 'n'] },
  { action: 'organisation', keys: ['Control+Shift+O'] },
  { action: 'place', keys: ['Control+Shift+L'] },
  { action: 'date', keys: ['Control+Shift+D'] },
  { action: 'tag-alike', keys: ['Alt+Shift+A'] },
  { action: 'names', keys: ['Alt+Shift+N'] },
  { action: 'take-off', keys: ['Control+\\'] },
  { action: 'layers', keys: ['Control+l'] },
  { action: 'look', keys: ['Alt+Shift+V'] },
  { action: 'palette', keys: ['Control+k'] },
  { action: 'own-keys', keys: ['Alt+Shift+F'] },
  { action: 'key-set', keys: ['Control+Shift+K'] },
  { action: 'help', keys: ['F1'] },
  { action: 'read', keys: ['F7'], beside: true },
  { action: 'join-original', keys: ['Alt+Shift+O'] },
  // from here on the letter has two originals
  { action: 'take-original-out', keys: ['Alt+Shift+U'], where: 'joined' },
  // the last: another document is open
  { action: 'page-markers', keys: ['Alt+z'], where: 'fresh' },
  { action: 'read-otherwise', keys: ['Alt+Shift+Y'], where: 'fresh' },
  { action: 'take-all-like-it', keys: ['Alt+Shift+Enter'], where: 'doubt' },
]

export const nameOf = ({ action, keys }: Box): string => `${action} (${keys.join(' ')})`

const LETTER = 'richards-to-coles-1982-03-12.txt'
const NAME = 'Mr Buckley'
const FRESH = 'zz-not-begun.txt'

/** A conflict copy such as a sync program leaves: without it the list of copies does not open. And a letter on which no work was done. */
export function putCopy(collection: string): void {
  const transcript = readFileSync(join(collection, `${LETTER}.tei.json`), 'utf8')
  writeFileSync(join(collection, `${LETTER} (conflict Ruth 2026-11-20).tei.json`), transcript.replace('Bonn', 'Bonne'))
  writeFileSync(join(collection, FRESH), `- I saw ${NAME}.\n\n- 2 -\n\nThank you for tbe news.\n`)
}

/** By keyboard alone: the letter is open, has an earlier version, and words of it are a name and unclear, so that every box has something to show. */
export async function atTheLetter(page: Page, address: string): Promise<Hands> {
  const hands = new Hands(page)
  await page.goto(address.replace('/#', '/?checks#'))
  await isEditor(page, 'Ruth')
  await hands.open(LETTER)
  await hands.find('Yours ever')
  await hands.press('Control+Shift+X', '1')
  await expect(page.locator('.ProseMirror .body')).not.toContainText('Yours ever')
  await hands.find(NAME)
  await hands.press('Control+Shift+P', 'n')
  await expect(page.getByRole('form', { name: 'New person' })).toBeVisible()
  await hands.press('Enter')
  await expect(page.locator('.block .m-person')).toHaveText(NAME)
  for (const words of ['unclear', 'saved']) {
    if (words === 'unclear') await hands.press('Control+Shift+I')
    await hands.press('Control+s')
    await expect(page.getByTestId('keeping')).toContainText('Saved')
  }
  return hands
}

/** Puts the caret where the box wants it, and opens it by its keys; gives what came. */
export async function show(hands: Hands, { keys, where, beside }: Box): Promise<Locator> {
  const { page } = hands
  await expect(page.locator('.ProseMirror')).toBeFocused()
  if (where === 'fresh') {
    await hands.press('Alt+w')
    await hands.open(FRESH)
  }
  const inNote = (await page.getByTestId('where').textContent())?.includes('in note')
  if (where === 'note' && !inNote) await hands.press('F9')
  if (where === 'doubt') {
    await hands.press('F8')
    await expect(page.locator('.status .said')).toContainText('Doubt 1')
  } else if (where !== 'note' && (await page.evaluate(() => String(getSelection()))) !== NAME) await hands.find(NAME)
  if (where === 'ours') await hands.press('Control+Shift+E')
  if (where === 'joined') {
    await hands.press('Alt+Shift+O', '1')
    await expect(page.locator('.bars')).toContainText('is joined')
    await expect(page.locator('.ProseMirror')).toBeFocused()
  }
  const shown = beside ? page.locator('.find-bar, .read-view') : page.getByRole('dialog')
  let before = ''
  for (const key of keys) {
    await hands.press(key)
    await expect(shown).toBeVisible()
    // a box that came out of another is another
    await expect(shown).not.toHaveText(before)
    before = (await shown.textContent()) || '(no words)'
  }
  return shown
}

/** Esc: everything is as it was, and the caret in the text again. */
export async function leave(hands: Hands, shown: Locator): Promise<void> {
  await hands.press('Escape')
  await expect(shown).toHaveCount(0)
  await expect(hands.page.locator('.ProseMirror')).toBeFocused()
}
