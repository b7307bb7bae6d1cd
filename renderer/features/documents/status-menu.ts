import { differences } from '../../../shared/compare/compare.ts'
import { pagesOf } from '../../../shared/document/access.ts'
import { isSignedOffUnread } from '../../../shared/metrics/measure.ts'
import { UNREAD } from '../../../shared/metrics/tell-measure.ts'
import { isCollated, statusInShort, statusInWords } from '../../../shared/vocabulary/collation.ts'
import type { Status } from '../../../shared/vocabulary/page.ts'
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
  const pages = pagesOf(opened.document).map(({ attrs }) => ({ state: attrs.state, collated: attrs.collated }))
  const collated = isCollated(pages)
  return {
    title: `How far has the work come? Now: ${statusInWords(opened.status, pages)}`,
    options: OFFERED.map(([key, status]) => ({
      key,
      label: statusInShort(status, collated),
      run: () => {
        opened.setStatus(status)
        app.say(`Status: ${statusInWords(status, pages)}`)
        tellUnread(app, opened)
        opened.view?.focus()
      },
    })),
  }
}
