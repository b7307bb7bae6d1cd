import { moveBlock } from '../../../shared/commands/move.ts'
import { toggleContinues } from '../../../shared/commands/set-block.ts'
import { divideBlock, joinWithBefore } from '../../../shared/state/block-keys.ts'
import { type Action, verb, withOpened, writes } from '../../state/action.ts'
import { openDoAlike } from '../do-alike/do-alike-box.tsx'
import { blockMenu, handMenu } from './block-menu.ts'

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
  {
    id: 'hand',
    label: 'Hand of the block …',
    menu: 'Block',
    keys: ['Alt+E'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(handMenu(app, opened))),
  },
  verb('block-up', 'Move the block up', 'Block', ['Alt+ArrowUp'], () => moveBlock('up')),
  verb('block-down', 'Move the block down', 'Block', ['Alt+ArrowDown'], () => moveBlock('down')),
  verb(
    'divide-block',
    'Divide the block at the caret',
    'Block',
    ['Alt+Shift+Insert'],
    (opened) => divideBlock(opened.context.newId),
    'put the caret where the second block begins.',
  ),
  verb('join-block', 'Join the block with the one before', 'Block', ['Alt+Shift+Backspace'], () => joinWithBefore),
  {
    id: 'do-alike',
    label: 'Do the same to all blocks alike …',
    menu: 'Block',
    keys: ['Alt+Shift+B'],
    can: writes,
    run: withOpened((opened, app) => openDoAlike(app, opened)),
  },
  verb('continues', 'Goes on from the page before, or not', 'Block', ['Alt+C'], () => toggleContinues()),
]
