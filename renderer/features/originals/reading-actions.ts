import { type Action, choose, whenOpened } from '../../state/action.ts'
import { mayReadOtherwise, readingMenu } from './reading-menu.ts'

/** How the machine transcript is read. */
export const READING_ACTIONS: readonly Action[] = [
  {
    id: 'read-otherwise',
    label: 'Read the machine transcript otherwise …',
    menu: 'Document',
    keys: ['Alt+Shift+Y'],
    can: whenOpened(mayReadOtherwise),
    run: choose(readingMenu, 'This can be done only before any work is done on it.'),
  },
]
