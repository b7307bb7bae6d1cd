import type { Action } from '../../state/action.ts'
import { saveElsewhere } from '../versions/settle.ts'

/** Saving and closing. */
export const SAVE_ACTIONS: readonly Action[] = [
  {
    id: 'save',
    label: 'Save now',
    menu: 'Document',
    keys: ['Ctrl+S'],
    can: (app) => app.opened.get()?.writable === true,
    run: (app) => void app.opened.get()?.saver.save(false, true),
  },
  {
    id: 'save-elsewhere',
    label: 'Save a copy elsewhere',
    menu: 'Document',
    keys: ['Alt+X'],
    can: (app) => app.opened.get()?.view != null,
    run: (app) => {
      const opened = app.opened.get()
      if (opened) void saveElsewhere(app, opened)
    },
  },
  {
    id: 'close',
    label: 'Save and close',
    menu: 'Document',
    keys: ['Alt+W'],
    can: (app) => app.opened.get() !== null,
    run: (app) => void app.close(),
  },
]
