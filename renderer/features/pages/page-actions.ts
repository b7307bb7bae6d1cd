import { movePage } from '../../../shared/commands/move.ts'
import { canTakeAway, insertPage, takePageAway } from '../../../shared/commands/stand-in-page.ts'
import { joinPages, splitPage } from '../../../shared/commands/turn-page.ts'
import { type Action, always, verb, whenOpened, withOpened, writes } from '../../state/action.ts'
import { openPageMarkers } from '../page-markers/page-markers-box.tsx'
import { pageMenu } from './page-menu.ts'
import { nextProposedTurn } from './proposed-turn.ts'

/** Where pages begin and end, and which there are. */
export const PAGE_ACTIONS: readonly Action[] = [
  verb('page-up', 'Move the page up', 'Page', ['Alt+PageUp'], () => movePage('up')),
  verb('page-down', 'Move the page down', 'Page', ['Alt+PageDown'], () => movePage('down')),
  verb(
    'split-page',
    'Begin a new page here',
    'Page',
    ['Ctrl+Enter'],
    (opened) => splitPage(opened.context),
    'put the caret where the page is to begin, not at the top of a page.',
  ),
  {
    id: 'turn',
    label: 'To the next place that may be a page turn',
    menu: 'Page',
    keys: ['Alt+P'],
    can: whenOpened(always),
    run: withOpened((opened, app) => nextProposedTurn(app, opened)),
  },
  {
    id: 'page-markers',
    label: 'Page numbers and running heads …',
    menu: 'Page',
    keys: ['Alt+Z'],
    can: writes,
    run: withOpened((opened, app) => openPageMarkers(app, opened)),
  },
  verb('join-pages', 'Join with the next page', 'Page', ['Alt+J'], () => joinPages()),
  {
    id: 'insert-page',
    label: 'A page that is missing, or a dummy …',
    menu: 'Page',
    keys: ['Alt+Shift+G'],
    can: whenOpened((opened) => opened.can(insertPage(opened.context, 'missing'))),
    run: withOpened((opened, app) => app.overlay.menu(pageMenu(opened))),
  },
  {
    id: 'take-page-away',
    label: 'Take this page away: it only stands in',
    menu: 'Page',
    keys: ['Alt+Shift+X'],
    can: whenOpened((opened) => opened.writable && canTakeAway(opened.state) !== 'no'),
    run: withOpened((opened, app) => {
      if (!opened.run(takePageAway())) app.say('Notes stand beside this page. Delete them first, or put them back.')
    }),
  },
]
