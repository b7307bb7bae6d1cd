import { type Action, always, withOpened, writes } from '../../state/action.ts'
import { legendFile, penMenu } from './pen-menu.ts'

/** Pen marks and what they mean. */
export const PEN_ACTIONS: readonly Action[] = [
  {
    id: 'pen-mark',
    label: 'Pen mark …',
    menu: 'Margin',
    keys: ['Ctrl+J'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(penMenu(app, opened))),
  },
  {
    id: 'pen-legend',
    label: 'What pen marks mean here …',
    menu: 'Margin',
    keys: ['Alt+Shift+M'],
    can: always,
    run: (app) => app.overlay.file(legendFile(app)),
  },
]
