import { moveBlock } from '../../../shared/commands/move.ts'
import { toggleContinues } from '../../../shared/commands/set-block.ts'
import { type Action, verb, withOpened, writes } from '../../state/action.ts'
import { blockMenu } from './block-menu.ts'

/** What a block is, and where it stands. */
export const BLOCK_ACTIONS: readonly Action[] = [
  {
    id: 'block',
    label: 'Role or hand of the block …',
    menu: 'Block',
    keys: ['Ctrl+B'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(blockMenu(app, opened))),
  },
  verb('block-up', 'Move the block up', 'Block', ['Alt+ArrowUp'], () => moveBlock('up')),
  verb('block-down', 'Move the block down', 'Block', ['Alt+ArrowDown'], () => moveBlock('down')),
  verb('continues', 'Goes on from the page before, or not', 'Block', ['Alt+C'], () => toggleContinues()),
]
