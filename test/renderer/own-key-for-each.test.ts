import { expect, it } from 'vitest'
import { ACTIONS } from '../../renderer/window/actions.ts'

it('no two actions want the same key', () => {
  const keys = ACTIONS.flatMap((action) => action.keys)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
