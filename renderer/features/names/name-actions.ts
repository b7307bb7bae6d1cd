import { annotationsAt } from '../../../shared/commands/annotate.ts'
import { isNamingMark } from '../../../shared/document/access.ts'
import type { Naming } from '../../../shared/vocabulary/naming.ts'
import { type Action, whenOpened, withOpened, writes } from '../../state/action.ts'
import type { Key } from '../../ui/keys.ts'
import { openTagAlike } from '../tag-alike/tag-alike-box.tsx'
import { openDates } from './date-menu.ts'
import { openNames } from './name-menu.ts'
import { openRegister } from './names-box.tsx'

/** Words that name an entry of a register. */
function naming(id: string, label: string, keys: readonly Key[], type: Naming): Action {
  return { id, label, menu: 'Words', keys, can: writes, run: withOpened((opened, app) => openNames(app, opened, type)) }
}

/** Names and dates: what words name, and the register of what is named. */
export const NAME_ACTIONS: readonly Action[] = [
  naming('person', 'Person …', ['Ctrl+Shift+P'], 'persName'),
  naming('organisation', 'Organisation …', ['Ctrl+Shift+O'], 'orgName'),
  naming('place', 'Place …', ['Ctrl+Shift+L'], 'placeName'),
  {
    id: 'date',
    label: 'Date …',
    menu: 'Words',
    keys: ['Ctrl+Shift+D'],
    can: writes,
    run: withOpened((opened, app) => openDates(app, opened)),
  },
  {
    id: 'tag-alike',
    label: 'Tag all like it …',
    menu: 'Words',
    keys: ['Alt+Shift+A'],
    can: whenOpened((opened) => opened.writable && annotationsAt(opened.state).some(isNamingMark)),
    run: withOpened((opened, app) => openTagAlike(app, opened)),
  },
  {
    id: 'names',
    label: 'Names, and where they stand …',
    menu: 'Words',
    keys: ['Alt+Shift+N'],
    can: (app) => app.collection.get() !== null && !app.reading.get(),
    run: (app) => openRegister(app),
  },
]
