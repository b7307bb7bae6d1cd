import { stretchesOrBlock } from '../../../shared/commands/stretch.ts'
import { type Action, choose, whenOpened } from '../../state/action.ts'
import { copyWithNotesMenu } from './citation-menu.ts'

/** Words for the clipboard. */
export const CITATION_ACTIONS: readonly Action[] = [
  {
    id: 'copy-notes',
    label: 'Copy with its notes as footnotes …',
    menu: 'Edit',
    keys: ['Alt+Shift+Q'],
    can: whenOpened((opened) => stretchesOrBlock(opened.state).length > 0),
    run: choose(copyWithNotesMenu, 'Select words of the text first.'),
  },
]
