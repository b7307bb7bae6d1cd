import { type Action, withOpened, writes } from '../../state/action.ts'
import { factPick } from './asked-facts.ts'

/** What is stated of things. */
export const FACT_ACTIONS: readonly Action[] = [
  {
    id: 'add-fact',
    label: 'Add a fact …',
    menu: 'Words',
    keys: ['Alt+F'],
    can: writes,
    run: withOpened((opened, app) => app.overlay.pick(factPick(app, opened))),
  },
]
