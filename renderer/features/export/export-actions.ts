import type { Action } from '../../state/action.ts'
import type { AppState } from '../../state/app-state.ts'
import { openExport } from './export-box.tsx'

/** What can be exported: not what only stands in for a file that cannot be read. */
export const leaves = (app: AppState) => app.opened.get()?.loaded.standIn === null

/** Editions that leave. */
export const EXPORT_ACTIONS: readonly Action[] = [
  {
    id: 'export',
    label: 'Export an edition …',
    menu: 'Document',
    keys: ['Ctrl+E'],
    can: leaves,
    run: (app) => {
      const opened = app.opened.get()
      if (opened) openExport(app, opened)
    },
  },
]
