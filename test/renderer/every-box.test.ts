import { expect, it } from 'vitest'
import { ACTIONS } from '../../renderer/window/actions.ts'
import { BOXES } from '../support/every-box.ts'

/** These open something too, though no dots say so. What shows both versions needs somebody else at work, and has its own tests. */
const WITHOUT_DOTS = ['read', 'palette', 'help', 'take-off']

/** These open a dialog of the system's own. */
const OF_THE_SYSTEM = ['print']

it('no box is forgotten where all are looked at: each action that opens one is in the list', () => {
  const opening = ACTIONS.filter(
    ({ id, label }) => !OF_THE_SYSTEM.includes(id) && (label.endsWith('…') || WITHOUT_DOTS.includes(id)),
  ).map(({ id }) => id)
  expect([...new Set(BOXES.map(({ action }) => action))].sort()).toEqual(opening.sort())
})

it('each box is opened by the key of its action', () => {
  const asTold = (key: string) =>
    key.replace('Control', 'Ctrl').replace(/\+([a-z])$/, (_, letter: string) => `+${letter.toUpperCase()}`)
  for (const { action, keys } of BOXES) expect(ACTIONS.find(({ id }) => id === action)?.keys, action).toContain(asTold(keys[0]))
})
