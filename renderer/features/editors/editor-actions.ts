import { type Action, always } from '../../state/action.ts'
import { editorMenu } from './editor-menu.ts'

/** Who is at work. */
export const EDITOR_ACTIONS: readonly Action[] = [
  {
    id: 'who',
    label: 'Who is editing …',
    menu: 'Document',
    keys: ['Alt+Shift+W'],
    can: always,
    run: (app) => app.overlay.menu(editorMenu(app)),
  },
]
