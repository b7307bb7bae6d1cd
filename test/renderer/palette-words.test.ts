import { describe, expect, it } from 'vitest'
import { COMMAND_WORDS, NO_SUCH } from '../../renderer/features/palette/other-words.ts'
import { paletteEntries } from '../../renderer/features/palette/palette-entries.ts'
import { AppState } from '../../renderer/state/app-state.ts'
import { narrowed, typedOn } from '../../renderer/ui/narrow.ts'
import { ACTIONS } from '../../renderer/window/actions.ts'
import { EMPTY_REGISTERS } from '../../shared/format/registers.ts'
import { MARK_NAMES } from '../../shared/vocabulary/marks.ts'
import { ROLE_NAMES, ROLES } from '../../shared/vocabulary/roles.ts'
import { LETTER, shakyHost } from '../support/shaky-host.ts'

const app = new AppState(shakyHost().host, () => 'an-id-00')
app.registers.set({
  ...EMPTY_REGISTERS,
  hands: [{ id: 'mt', name: 'Margaret Thatcher, felt-tip', badge: 'MT', medium: 'felt-tip', person: 'thatcher' }],
  people: [
    { id: 'thatcher', name: 'Margaret Thatcher', offices: ['Prime Minister'] },
    { id: 'genscher', name: 'Hans-Dietrich Genschér', offices: [] },
  ],
  names: [{ id: 'nato', kind: 'organisation', name: 'NATO', says: 'North Atlantic Treaty Organisation', authority: null }],
})
app.collection.set({
  name: 'letters',
  documents: [{ id: LETTER, original: LETTER, title: { words: 'Richards to Coles, 12 Mar 1982', from: 'stated', date: null } }],
} as unknown as Parameters<typeof app.collection.set>[0])

const entries = paletteEntries(app, ACTIONS)
const found = (typed: string) => narrowed(entries, typed).map((at) => entries[at]!.id)

/** What somebody types who knows other programs, and one of the first three things that must come. */
const WORDS: readonly (readonly [string, string])[] = [
  ['comment', 'query'],
  ['footnote', 'footnote'],
  ['page break', 'split-page'],
  ['signature', 'role signature'],
  ['cc', 'role copies'],
  ['copies', 'role copies'],
  ['illegible', 'gap illegible'],
  ['metadata', 'describe-paper'],
  ['history', 'earlier'],
  ['preview', 'read'],
  ['print', 'print'],
  ['track changes', 'none Track changes on or off'],
  ['bold', 'none Bold, italics'],
  ['italic', 'none Bold, italics'],
  ['underline', 'pen underline'],
  ['strikethrough', 'tag del'],
  ['crossed out', 'tag del'],
  ['insertion', 'tag add'],
  ['sic', 'tag emendation'],
  ['typo', 'tag emendation'],
  ['spelling', 'none Spell check'],
  ['image', 'none Images of the pages'],
  ['header', 'role running-head'],
  ['footer', 'role running-head'],
  ['page number', 'role page-number'],
  ['folio', 'role page-number'],
  ['greeting', 'role salutation'],
  ['title', 'role heading'],
  ['subject', 'role heading'],
  ['attachment', 'role enclosure-line'],
  ['bullet', 'role item'],
  ['classification', 'role marking'],
  ['stamp', 'role reproduction-stamp'],
  ['redact', 'tag withheld'],
  ['abbreviation', 'tag term'],
  ['cross-reference', 'refer'],
  ['link', 'refer'],
  ['citation', 'cite'],
  ['dark mode', 'look'],
  ['zoom in', 'larger'],
  ['shortcuts', 'own-keys'],
  ['settings', 'look'],
  ['manual', 'help'],
  ['pdf', 'export'],
  ['word', 'export'],
  ['save as', 'save-elsewhere'],
  ['compare', 'both'],
  ['tag', 'mark-as'],
  ['user', 'who'],
  ['progress', 'status'],
  ['people', 'person'],
  ['marginal note', 'lift'],
  ['handwriting', 'lift'],
  ['autotext', 'snippet'],
  ['encoding', 'read-otherwise'],
  ['email', 'none Share online'],
  ['mt', 'hand mt'],
  ['thatcher', 'name thatcher'],
  ['prime minister', 'name thatcher'],
  ['genscher', 'name genscher'],
  ['nato', 'name nato'],
  ['north atlantic', 'name nato'],
  ['richards', `document ${LETTER}`],
  ['12 mar 1982', `document ${LETTER}`],
]

describe('the list of commands', () => {
  it.each(WORDS)('finds by “%s” what is meant, among the first three: %s', (word, id) => {
    expect(found(word).slice(0, 3)).toContain(id)
    // as it is typed, letter by letter
    expect([...word].reduce((soFar, letter) => typedOn(entries, soFar, letter), '')).toBe(word)
  })

  it('finds every command and every role by its own name, as the first or the second', () => {
    for (const { id, label } of ACTIONS) expect(found(label).slice(0, 2), label).toContain(id)
    for (const name of ROLE_NAMES) expect(found(ROLES[name].label).slice(0, 2), name).toContain(`role ${name}`)
  })

  it('has every tag: by a command of its own, or as an entry; the passage of a note is given with the note', () => {
    const ids = new Set(entries.map(({ id }) => id))
    const own: Readonly<Record<string, string>> = {
      persName: 'person',
      orgName: 'organisation',
      placeName: 'place',
      date: 'date',
      unclear: 'unclear',
    }
    const missing = MARK_NAMES.filter((name) => !ids.has(`tag ${name}`) && !ids.has(own[name] ?? ''))
    expect(missing).toEqual(['passage'])
  })

  it('has no two entries of one id, and other words only for commands that there are', () => {
    const ids = entries.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(Object.keys(COMMAND_WORDS).filter((id) => !ACTIONS.some((action) => action.id === id))).toEqual([])
  })

  it('says of what there is none what is done instead, in a sentence that names a key', () => {
    for (const { label, why } of NO_SUCH) expect(why, label).toMatch(/\((Ctrl|Alt)\+.+\)/)
  })

  it('lists the commands alone while nothing is typed', () => {
    expect(entries.filter(({ onlyTyped }) => !onlyTyped).map(({ id }) => id)).toEqual(ACTIONS.map(({ id }) => id))
  })
})
