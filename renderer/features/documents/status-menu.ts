import { STATUSES, type Status } from '../../../shared/vocabulary/page.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { KeyMenu } from '../../ui/choice.ts'

/** How far the work has come, as far as a person can say so here. What needs a second reader or a sign-off is not offered yet. */
const OFFERED: readonly (readonly [key: string, status: Status])[] = [
  ['p', 'in-progress'],
  ['c', 'corrected'],
]

export function statusMenu(app: AppState, opened: OpenDocument): KeyMenu {
  return {
    title: `How far has the work come? Now: ${STATUSES[opened.status as Status] ?? opened.status}`,
    options: OFFERED.map(([key, status]) => ({
      key,
      label: STATUSES[status],
      run: () => {
        opened.setStatus(status)
        app.say(`Status: ${STATUSES[status]}`)
        opened.view?.focus()
      },
    })),
  }
}
