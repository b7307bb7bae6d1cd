import { turnAtMarkers } from '../../../shared/commands/turn-at-markers.ts'
import { type PlacedMarker, placedMarkers } from '../../../shared/propose/placed-markers.ts'
import { counted } from '../../../shared/text/counted.ts'
import type { AppCore } from '../../state/app-core.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** Where pages turn at the numbers: before each, after each, or nowhere. */
export const TURNS = {
  head: 'A page begins before each number',
  foot: 'A page begins after each number',
  none: 'No page begins, they are only set aside',
} as const
export type Turns = keyof typeof TURNS

export const markersOf = (opened: OpenDocument): readonly PlacedMarker[] => placedMarkers(opened.document, opened.hands.get())

/** Takes what was ticked out of the text as one step, and says how many. `ownNumbers`: numbers in signs such as “--- Page 4 ---” are the paper's too. */
export function takeMarkers(
  app: AppCore,
  opened: OpenDocument,
  markers: readonly PlacedMarker[],
  turns: Turns,
  ownNumbers: boolean,
): void {
  const lines = markers.map(({ pos, from, to, kind, page, onPaper }) => ({
    pos,
    from,
    to,
    turns: turns !== 'none' && kind === 'page-number',
    printed: onPaper || ownNumbers ? page : null,
    reason: 'page-furniture' as const,
  }))
  const before = opened.document.firstChild!.childCount
  if (!opened.run(turnAtMarkers(opened.context, lines, turns === 'foot' ? 'foot' : 'head'))) return
  const begun = opened.document.firstChild!.childCount - before
  app.say(
    `${counted(markers.length, 'line')} set aside, ${begun === 0 ? 'no page' : counted(begun, 'page')} begun. One undo takes it back.`,
  )
}
