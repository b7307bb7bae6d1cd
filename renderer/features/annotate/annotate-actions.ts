import { stretchesOrBlock } from '../../../shared/commands/stretch.ts'
import { type Action, whenOpened, withOpened, writes } from '../../state/action.ts'
import { asideMenu, errorMenu, gapMenu, mark, removeMenu } from './annotate-menus.ts'

/** What is to be known of words. */
export const ANNOTATE_ACTIONS: readonly Action[] = [
  {
    id: 'unclear',
    label: 'Unclear',
    menu: 'Words',
    keys: ['Ctrl+Shift+I'],
    can: writes,
    run: withOpened((opened, app) => mark(app, opened, 'unclear')),
  },
  {
    id: 'gap',
    label: 'Gap …',
    menu: 'Words',
    keys: ['Ctrl+Shift+G'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(gapMenu(opened))),
  },
  {
    id: 'error',
    label: 'Correct or emend …',
    menu: 'Words',
    keys: ['Ctrl+Shift+S'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(errorMenu(app, opened))),
  },
  {
    id: 'aside',
    label: 'Set aside …',
    menu: 'Words',
    keys: ['Ctrl+Shift+X'],
    can: whenOpened((opened) => opened.writable && stretchesOrBlock(opened.state).length > 0),
    run: withOpened((opened, app) => app.overlay.menu(asideMenu(app, opened))),
  },
  {
    id: 'take-off',
    label: 'Remove tag',
    menu: 'Words',
    keys: ['Ctrl+\\'],
    can: writes,
    run: withOpened((opened, app) => removeMenu(app, opened)),
  },
]
