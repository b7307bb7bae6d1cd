import { type Action, withOpened, writes } from '../../state/action.ts'
import { snippetMenu } from './snippets.ts'

/** Words that are written often. */
export const SNIPPET_ACTIONS: readonly Action[] = [
  {
    id: 'snippet',
    label: 'Write words of your own list …',
    menu: 'Edit',
    keys: ['Alt+Shift+T'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(snippetMenu(app, opened))),
  },
]
