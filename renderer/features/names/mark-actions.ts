import { type Action, withOpened, writes } from '../../state/action.ts'
import { markMenu } from './name-menu.ts'

/** Everything that words can be marked as. */
export const MARK_ACTIONS: readonly Action[] = [
  {
    id: 'mark-as',
    label: 'These words are …',
    menu: 'Words',
    keys: ['Alt+M'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(markMenu(app, opened))),
  },
]
