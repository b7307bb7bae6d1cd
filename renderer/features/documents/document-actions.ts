import { type Action, withOpened, writes } from '../../state/action.ts'
import { statusMenu } from './status-menu.ts'

/** How far the work on a document has come. */
export const DOCUMENT_ACTIONS: readonly Action[] = [
  {
    id: 'status',
    label: 'Status …',
    menu: 'Document',
    keys: ['Alt+Shift+S'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(statusMenu(app, opened))),
  },
]
