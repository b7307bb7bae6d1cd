import type { Node } from 'prosemirror-model'
import { type Command, Selection, type Transaction } from 'prosemirror-state'
import { isBlock, isDivision } from '../document/access.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import type { RoleName } from '../vocabulary/roles.ts'
import type { UnusedReason } from '../vocabulary/unused.ts'
import type { CommandContext } from './context.ts'
import { addUnused, takeOut } from './set-aside.ts'
import { giveHand, giveRole } from './set-block.ts'

/** What was done to one block, to be done to others. */
export type Deed =
  | { readonly kind: 'role'; readonly role: RoleName }
  | { readonly kind: 'hand'; readonly hand: string }
  | { readonly kind: 'aside'; readonly reason: UnusedReason }
  | { readonly kind: 'page' }

/**
 * Does one thing to each of the blocks at these positions, all as one step: gives them a role or a hand, sets them aside (each by itself, so
 * that each can be restored), or begins a page before them. No words are changed. What is no block is passed over.
 */
export function doAlike(context: CommandContext, positions: readonly number[], deed: Deed): Command {
  return (state, dispatch) => {
    const blocks = [...new Set(positions)].sort((a, b) => a - b).filter((pos) => isBlock(state.doc.nodeAt(pos)))
    if (blocks.length === 0) return false
    if (!dispatch) return true
    const tr = state.tr
    if (deed.kind === 'role') for (const pos of blocks) giveRole(tr, pos, deed.role)
    else if (deed.kind === 'hand') for (const pos of blocks) giveHand(tr, pos, deed.hand)
    else if (deed.kind === 'aside') setEachAside(tr, state.doc, blocks, deed.reason, context)
    else for (const pos of [...blocks].reverse()) beginPage(tr, pos, context)
    if (tr.steps.length === 0) return false
    if (deed.kind === 'aside' || deed.kind === 'page') tr.setMeta(KEEPS_LEDGER, true)
    if (deed.kind === 'aside') tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(state.selection.from, -1)), -1))
    dispatch(tr.setMeta(COMMAND, 'do-alike').scrollIntoView())
    return true
  }
}

function setEachAside(
  tr: Transaction,
  doc: Node,
  blocks: readonly number[],
  reason: UnusedReason,
  context: CommandContext,
): void {
  const leaving = new Set(blocks)
  for (const blockPos of blocks) {
    const block = doc.nodeAt(blockPos)!
    const stretch = { block, blockPos, from: blockPos + 1, to: blockPos + block.nodeSize - 1, whole: true }
    addUnused(tr, context, reason, takeOut(tr, stretch, null, context.texts(), leaving))
  }
}

/** A paper that begins at the block begins on the new page with it. Nothing where a page begins there already. */
export function beginPage(tr: Transaction, pos: number, context: CommandContext): void {
  const $pos = tr.doc.resolve(pos)
  const paper = isDivision($pos.nodeBefore) ? $pos.nodeBefore.nodeSize : 0
  const at = pos - paper
  if (at === $pos.start()) return
  tr.split(at, 1, [{ type: schema.nodes.page!, attrs: { id: context.newId() } }])
}
