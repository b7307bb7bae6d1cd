import { createContext, useCallback, useContext } from 'react'
import { isMac, shownKey } from '../ui/keys.ts'
import type { Action } from './action.ts'
import { keysOf } from './own-keys.ts'

/** Everything that the person can do in this window: what the features offer, put together by the window. */
export const ActionsContext = createContext<readonly Action[]>([])

export const useActions = (): readonly Action[] => useContext(ActionsContext)

/** What a button's tooltip says, by the id of what it does: the action's name in the menus, and its key. */
export function useTip(): (id: string) => string {
  const actions = useActions()
  return useCallback(
    (id) => {
      const action = actions.find((one) => one.id === id)
      if (!action) throw new Error(`no action is called ${id}`)
      const [key] = keysOf(action)
      return key ? `${action.label} (${shownKey(key, isMac)})` : action.label
    },
    [actions],
  )
}
