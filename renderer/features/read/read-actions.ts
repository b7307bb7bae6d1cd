import type { Action } from '../../state/action.ts'
import { leaves } from '../export/export-actions.ts'

/** The edition, to be read. */
export const READ_ACTIONS: readonly Action[] = [
  {
    id: 'read',
    label: 'Read: the edition as it will leave',
    menu: 'View',
    keys: ['F7'],
    can: leaves,
    run: (app) => {
      app.reading.set(!app.reading.get())
      if (!app.reading.get()) app.opened.get()?.view?.focus()
    },
  },
]
