import { type Action, always, whenOpened, withOpened, writes } from '../../state/action.ts'
import { canLookAtBoth, conflictCopies, copiesOf, earlierVersions, lookAtBoth } from './look-at-both.ts'
import { restoreAllMenu } from './restore-everything.ts'

/** Other versions of the document, and the machine's own. */
export const VERSION_ACTIONS: readonly Action[] = [
  {
    id: 'earlier',
    label: 'Earlier versions …',
    menu: 'Document',
    keys: ['Alt+H'],
    can: whenOpened(always),
    run: withOpened((opened, app) => void earlierVersions(app, opened)),
  },
  {
    id: 'copies',
    label: 'Conflict copies …',
    menu: 'Document',
    keys: ['Alt+Shift+C'],
    can: (app) => {
      const opened = app.opened.get()
      return opened !== null && !app.reading.get() && copiesOf(app, opened).length > 0
    },
    run: withOpened((opened, app) => conflictCopies(app, opened)),
  },
  {
    id: 'both',
    label: 'Look at both versions',
    menu: 'Document',
    keys: ['Alt+B'],
    can: whenOpened(canLookAtBoth),
    run: withOpened((opened, app) => lookAtBoth(app, opened)),
  },
  {
    id: 'restore-everything',
    label: 'Restore the whole machine transcript …',
    menu: 'Document',
    keys: ['Alt+Shift+R'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.menu(restoreAllMenu(app, opened))),
  },
]
