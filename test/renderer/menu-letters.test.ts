import { describe, expect, it } from 'vitest'
import { MENU_LETTERS, PEN_LETTERS } from '../../renderer/state/menu-letters.ts'
import { narrowed, typedOn } from '../../renderer/ui/narrow.ts'
import { GAP_REASONS } from '../../shared/vocabulary/atoms.ts'
import { PEN_MARKS } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS } from '../../shared/vocabulary/marks.ts'
import { ROLE_NAMES, ROLES, type RoleEntry } from '../../shared/vocabulary/roles.ts'
import { GAP_SYNONYMS, MARK_SYNONYMS, PEN_SYNONYMS, ROLE_SYNONYMS, UNUSED_SYNONYMS } from '../../shared/vocabulary/synonyms.ts'
import { UNUSED_REASONS } from '../../shared/vocabulary/unused.ts'

const roles: readonly RoleEntry[] = ROLE_NAMES.map((name) => ROLES[name])
const options = ROLE_NAMES.map((name) => ({ label: ROLES[name].label, also: ROLE_SYNONYMS[name] }))
const found = (typed: string) => narrowed(options, typed).map((at) => options[at]!.label)

/** Everything that stands in one menu at once. */
const menus: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries(MENU_LETTERS).map(([menu, letters]) => [menu, Object.values(letters)] as const),
  ['block, with its roles', [...roles.flatMap(({ letter }) => letter ?? []), ...Object.values(MENU_LETTERS.block)]],
  ['pen marks', Object.values(PEN_LETTERS)],
  ...Object.values(PEN_LETTERS).map(
    (letter) => [`the hand of the pen mark ${letter}`, [letter, ...Object.values(MENU_LETTERS.penHand)]] as const,
  ),
]

describe('the letters of a menu', () => {
  it.each(menus)('stand once each: %s', (_menu, letters) => {
    expect(letters.filter((letter, at) => letters.indexOf(letter) !== at)).toEqual([])
    expect(letters.filter((letter) => !/^[a-z]$/.test(letter))).toEqual([])
  })
})

describe('a word typed in a menu', () => {
  it('finds the entries that begin with it first, then those that have it further on, then what they are also called', () => {
    expect(found('cop').slice(0, 2)).toEqual(['copies', 'copies paragraph'])
    expect(found('refer').slice(0, 3)).toEqual(['our reference', 'your reference', 'registry file reference'])
    expect(found('cc')).toContain('copies')
    expect(found('head')).toEqual(['heading', 'running head', ...found('head').slice(2)])
  })

  it('finds every entry by its own name, as the first', () => {
    for (const { label } of options) expect(found(label)[0]).toBe(label)
  })

  it('does nothing by a letter that no entry goes on with', () => {
    expect(typedOn(options, 'cop', 'q')).toBe('cop')
    expect(typedOn(options, '', ' ')).toBe('')
    expect(typedOn(options, 'running', ' ')).toBe('running ')
  })

  it('finds every role, tag, gap and pen mark, and what is set aside, by each of its other names', () => {
    const tables = [
      [ROLE_SYNONYMS, Object.fromEntries(ROLE_NAMES.map((name) => [name, ROLES[name].label]))],
      [MARK_SYNONYMS, Object.fromEntries(MARK_NAMES.map((name) => [name, MARKS[name].label]))],
      [GAP_SYNONYMS, GAP_REASONS],
      [PEN_SYNONYMS, PEN_MARKS],
      [UNUSED_SYNONYMS, UNUSED_REASONS],
    ] as readonly (readonly [Readonly<Record<string, readonly string[]>>, Readonly<Record<string, string>>])[]
    for (const [synonyms, labels] of tables) {
      const entries = Object.entries(synonyms).map(([name, also]) => ({ label: labels[name]!, also }))
      for (const { label, also } of entries)
        for (const word of also) {
          // letter by letter, as it is typed
          const typed = [...word].reduce((soFar, letter) => typedOn(entries, soFar, letter), '')
          expect(typed).toBe(word)
          expect(narrowed(entries, typed).map((at) => entries[at]!.label)).toContain(label)
        }
    }
  })

  it.each([
    ['copies', 'copies'],
    ['cc', 'copies'],
    ['letter heading', 'letterhead'],
    ['folio', 'page number'],
    ['initials', 'signature'],
  ])('“%s” is %s', (word, label) => {
    expect(found(word).slice(0, 2)).toContain(label)
  })
})

describe('the letters after a pen mark', () => {
  it('are none with which the name of a pen mark goes on, so that a word can be typed over both menus', () => {
    const second = Object.values(PEN_MARKS).map((label) => label[1]!)
    const own = Object.values(MENU_LETTERS.penHand)
    expect(own.filter((letter) => second.includes(letter))).toEqual([])
  })
})
