import { createContext, useContext } from 'react'
import type { AppState } from './app-state.ts'

export const AppContext = createContext<AppState | null>(null)

/** The state of this window. */
export function useApp(): AppState {
  const app = useContext(AppContext)
  if (!app) throw new Error('no app')
  return app
}
