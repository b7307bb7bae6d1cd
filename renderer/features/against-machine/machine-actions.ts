import { type Action, always, whenOpened, withOpened } from '../../state/action.ts'
import { openMachineBox } from './machine-box.tsx'
import { peek } from './peeking.ts'

/** The machine transcript, beside the transcript and under the caret. */
export const MACHINE_ACTIONS: readonly Action[] = [
  {
    id: 'compare',
    label: 'Compare with the machine transcript …',
    menu: 'View',
    keys: ['F4'],
    can: whenOpened(always),
    run: withOpened((opened, app) => openMachineBox(app, opened)),
  },
  {
    id: 'peek',
    label: 'What the machine read here',
    menu: 'View',
    keys: ['F2'],
    can: whenOpened(always),
    run: withOpened((opened, app) => peek(app, opened)),
  },
]
