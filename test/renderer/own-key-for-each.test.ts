import { expect, it } from 'vitest'
import { ACTIONS } from '../../renderer/window/actions.ts'

it('no two actions want the same key', () => {
  const keys = ACTIONS.flatMap((action) => action.keys)
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) => [`Alt+${letter}`, `Alt+Shift+${letter}`])
  const free = letters.filter((key) => !keys.includes(key)).join(', ')
  expect(
    keys.filter((key, at) => keys.indexOf(key) !== at),
    `two actions want these; free are ${free}`,
  ).toEqual([])
})
