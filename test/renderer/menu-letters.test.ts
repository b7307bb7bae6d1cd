import { describe, expect, it } from 'vitest'
import { MENU_LETTERS, PEN_LETTERS } from '../../renderer/state/menu-letters.ts'
import { narrowed, typedOn } from '../../renderer/ui/narrow.ts'
import { ROLE_NAMES, ROLES, type RoleEntry } from '../../shared/vocabulary/roles.ts'

const roles: readonly RoleEntry[] = ROLE_NAMES.map((name) => ROLES[name])
const options = roles.map(({ label, also = [] }) => ({ label, also }))
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
    expect(found('cop')).toEqual(['copies', 'copies paragraph'])
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
})
