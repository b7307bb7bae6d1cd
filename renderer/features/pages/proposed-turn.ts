import { TextSelection } from 'prosemirror-state'
import { isBlock } from '../../../shared/document/access.ts'
import { proposeTurns } from '../../../shared/import/propose-turns.ts'
import { allOwners, sourceOf } from '../../../shared/state/owners.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/**
 * Puts the caret at the next block that follows a long blank run of the machine transcript and does not begin a page: a page may have been
 * turned there. Nothing is divided; that is the person's to decide.
 */
export function nextProposedTurn(app: AppState, opened: OpenDocument): void {
  const { doc, selection } = opened.state
  const turns = opened.texts.flatMap((text, original) => proposeTurns(text).map(({ end }) => [original, end] as const))
  const places: number[] = []
  for (const { pos, node } of allOwners(doc)) {
    const [first] = sourceOf(node)
    if (!isBlock(node) || !first || doc.resolve(pos).index() === 0) continue
    if (turns.some(([original, end]) => original === first[0] && Math.abs(end - first[1]) <= 4)) places.push(pos + 1)
  }
  const next = places.find((place) => place > selection.head) ?? places[0]
  if (next === undefined || !opened.view) {
    app.say('No other place looks like a page turn.')
    return
  }
  jumpTo(opened.view, TextSelection.create(doc, next))
  opened.view.focus()
  app.say('A long blank run stands before this block: Ctrl+Enter begins a page here, if it is one.')
}
