import { type Action, always, whenOpened, withOpened } from '../../state/action.ts'
import { showPanel } from '../../state/show-panel.ts'
import { printList } from './leave.ts'

/** What only the paper can settle: seen, taken along, keyed in. */
export const CHECK_ACTIONS: readonly Action[] = [
  {
    id: 'checklist',
    label: 'Check list: what to look up on the paper',
    menu: 'View',
    keys: ['Alt+Shift+5'],
    can: whenOpened(always),
    run: (app) => showPanel(app, 'check'),
  },
  {
    id: 'print-checklist',
    label: 'Print the check list',
    menu: 'Document',
    keys: ['Alt+Shift+6'],
    can: whenOpened(always),
    run: withOpened((opened, app) => void printList(app, opened)),
  },
]
