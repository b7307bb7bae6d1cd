import { shownKey } from '../ui/keys.ts'
import { ACTIONS } from '../window/actions.ts'
import { isMac } from '../window/keyboard.ts'
import { keysOf } from './own-keys.ts'

/** What a button's tooltip says: the action's name in the menus, and its key. */
export function tip(id: string): string {
  const action = ACTIONS.find((one) => one.id === id)
  if (!action) throw new Error(`no action is called ${id}`)
  const [key] = keysOf(action)
  return key ? `${action.label} (${shownKey(key, isMac)})` : action.label
}
