import { type Action, withOpened, writes } from '../../state/action.ts'
import { markMenu } from './name-menu.ts'

/** Everything that words can be marked as. */
export const MARK_ACTIONS: readonly Action[] = [
  {
    id: 'mark-as',
    label: 'Other tag …',
    menu: 'Words',
    keys: ['Alt+M'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(markMenu(app, opened))),
  },
]
