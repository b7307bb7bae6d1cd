import { expect, it } from 'vitest'
import { KEY_SETS } from '../../renderer/state/key-sets.ts'
import { ACTIONS } from '../../renderer/window/actions.ts'

const USUAL = ACTIONS.map(({ id, keys }) => ({ id, keys }))
const SETS = Object.entries(KEY_SETS).map(
  ([name, set]) => [name, USUAL.map(({ id, keys }) => ({ id, keys: set[id] ?? keys }))] as const,
)

it.each([['usual', USUAL] as const, ...SETS])('no two actions want the same key (%s)', (_name, actions) => {
  const keys = actions.flatMap((action) => action.keys)
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) => [`Alt+${letter}`, `Alt+Shift+${letter}`])
  const free = letters.filter((key) => !keys.includes(key)).join(', ')
  expect(
    keys.filter((key, at) => keys.indexOf(key) !== at),
    `two actions want these; free are ${free}`,
  ).toEqual([])
})

it('every set of keys names actions that there are', () => {
  const known = new Set(ACTIONS.map(({ id }) => id))
  for (const [name, set] of Object.entries(KEY_SETS))
    expect(
      Object.keys(set).filter((id) => !known.has(id)),
      name,
    ).toEqual([])
})
