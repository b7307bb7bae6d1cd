import { type Action, always, whenOpened, writes } from '../../state/action.ts'
import { findingOf } from './finding.ts'

/** Finding and replacing in the open document. */
export const FIND_ACTIONS: readonly Action[] = [
  ...(['find', 'replace'] as const).map(
    (id): Action => ({
      id,
      label: id === 'find' ? 'Find …' : 'Find and replace …',
      menu: 'Edit',
      keys: [id === 'find' ? 'Ctrl+F' : 'Ctrl+H'],
      can: id === 'find' ? whenOpened(always) : writes,
      run: (app) => findingOf(app).set(id),
    }),
  ),
]
