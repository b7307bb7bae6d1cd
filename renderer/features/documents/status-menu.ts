import { differences } from '../../../shared/compare/compare.ts'
import { isSignedOffUnread } from '../../../shared/metrics/measure.ts'
import { UNREAD } from '../../../shared/metrics/tell-measure.ts'
import { STATUSES, type Status } from '../../../shared/vocabulary/page.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { KeyMenu } from '../../ui/choice.ts'
import { isMac, shownKey } from '../../ui/keys.ts'

/** How far the work has come, as far as a person can say so here. What needs a second reader or a sign-off is not offered yet. */
const OFFERED: readonly (readonly [key: string, status: Status])[] = [
  ['p', 'in-progress'],
  ['c', 'corrected'],
]

/** Signed off, and no word reads otherwise than the machine read it: that is said, and nothing is forbidden. */
function tellUnread(app: AppState, opened: OpenDocument): void {
  const transcript = opened.capture()
  if (isSignedOffUnread(transcript, differences(transcript)))
    app.notify('warning', `${UNREAD} ${shownKey('F4', isMac)} lays both side by side.`)
}

export function statusMenu(app: AppState, opened: OpenDocument): KeyMenu {
  return {
    title: `How far has the work come? Now: ${STATUSES[opened.status as Status] ?? opened.status}`,
    options: OFFERED.map(([key, status]) => ({
      key,
      label: STATUSES[status],
      run: () => {
        opened.setStatus(status)
        app.say(`Status: ${STATUSES[status]}`)
        tellUnread(app, opened)
        opened.view?.focus()
      },
    })),
  }
}
