import { type Action, always } from '../state/action.ts'
import { openHelp } from './help.tsx'

/** The guide and all keys. */
export const HELP_ACTIONS: readonly Action[] = [
  { id: 'help', label: 'Help and all keys', menu: 'Help', keys: ['F1'], can: always, run: (app) => openHelp(app) },
]
