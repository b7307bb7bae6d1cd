import type { Node } from 'prosemirror-model'
import { doAlike } from '../../../shared/commands/do-alike.ts'
import { isBlock, isBody } from '../../../shared/document/access.ts'
import { wordsOf } from '../../../shared/model/source.ts'
import type { Unused } from '../../../shared/model/transcript.ts'
import { wordsOfBlock } from '../../../shared/search/alike-blocks.ts'
import { ROLES } from '../../../shared/vocabulary/roles.ts'
import { SET_ASIDE_BY, UNUSED_REASONS, type UnusedReason } from '../../../shared/vocabulary/unused.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Done } from './done.ts'

/** What was done to the block of the caret, and what was set aside last: the likeliest first. Empty where nothing was. */
export function doneHere(opened: OpenDocument): readonly Done[] {
  const { $from } = opened.state.selection
  const done: Done[] = []
  const block: Node | null = $from.depth >= 3 && isBody($from.node(1)) ? $from.node(3) : null
  if (isBlock(block)) {
    const words = wordsOfBlock(block)
    const { role, hand } = block.attrs
    if (role !== null)
      done.push({ deed: { kind: 'role', role }, words, label: `Role: ${ROLES[role as keyof typeof ROLES].label}` })
    if (hand !== null) done.push({ deed: { kind: 'hand', hand }, words, label: `Hand: ${opened.hand(hand)?.name ?? hand}` })
    if ($from.index(2) === 0 && $from.index(1) > 0) done.push({ deed: { kind: 'page' }, words, label: 'A page begins before it' })
  }
  const last = (opened.state.doc.attrs.unused as readonly Unused[]).findLast(
    ({ reason }) => SET_ASIDE_BY[reason as UnusedReason] === 'choice',
  )
  if (last) {
    const words = wordsOf(last.source, opened.context.texts()).replace(/\s+/g, ' ').trim()
    const reason = last.reason as UnusedReason
    done.push({ deed: { kind: 'aside', reason }, words, label: `Set aside: ${UNUSED_REASONS[reason]}` })
  }
  return done.filter(({ words }) => words !== '')
}

/** Does it to the blocks that were ticked, as one step, and says how many. */
export function doToTicked(app: AppState, opened: OpenDocument, done: Done, positions: readonly number[]): void {
  if (!opened.run(doAlike(opened.context, positions, done.deed))) app.say('Nothing was changed: it is so already.')
  else app.say(`${positions.length === 1 ? 'One block' : `${positions.length} blocks`}: ${done.label}. One undo takes it back.`)
}
