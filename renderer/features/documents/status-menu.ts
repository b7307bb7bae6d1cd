import { STATUSES, type Status } from '../../../shared/vocabulary/page.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import type { Chooser } from '../../ui/choice.ts'

/** How far the work has come, as far as a person can say so here. What needs a second reader or a sign-off is not offered yet. */
const OFFERED: readonly (readonly [key: string, status: Status])[] = [
  ['p', 'in-progress'],
  ['c', 'corrected'],
]

export function statusChooser(bench: Workbench, desk: Desk): Chooser {
  return {
    title: `How far has the work come? Now: ${STATUSES[desk.status as Status] ?? desk.status}`,
    options: OFFERED.map(([key, status]) => ({
      key,
      label: STATUSES[status],
      run: () => {
        desk.setStatus(status)
        bench.say(`Status: ${STATUSES[status]}`)
        desk.view?.focus()
      },
    })),
  }
}
