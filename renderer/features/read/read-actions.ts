import type { Action } from '../../state/action.ts'
import { leaves } from '../export/export-actions.ts'

/** The edition, to be read and to be printed. */
export const READ_ACTIONS: readonly Action[] = [
  {
    id: 'print',
    label: 'Print the edition …',
    menu: 'Document',
    keys: ['Ctrl+P'],
    can: leaves,
    run: () => window.print(),
  },
  {
    id: 'read',
    label: 'Preview',
    menu: 'View',
    keys: ['F7'],
    can: leaves,
    run: (app) => {
      app.reading.set(!app.reading.get())
      if (!app.reading.get()) app.opened.get()?.view?.focus()
    },
  },
]
