import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { isBlock, isBody, isDivision, objectsOf } from '../document/access.ts'
import { anchorPlaces } from '../schema/anchor-places.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { sourceOf } from '../state/owners.ts'
import { LACKS_WORDS, type PageState, standsIn } from '../vocabulary/page.ts'
import type { CommandContext } from './context.ts'

/**
 * A page that is stated to be missing, a dummy, blank …, after the block of the caret, or before it where the caret stands at its very
 * beginning: between blocks, so that no word is touched; a page that is not at its end there is divided first. Where words are kept from us a gap
 * of pages stands on it, how many is not known until somebody says so. `reason` is one of a gap, null where not stated.
 */
export function insertPage(context: CommandContext, page: PageState, reason: string | null = null): Command {
  return (state, dispatch) => {
    const { $head } = state.selection
    if ($head.depth < 3 || !isBody($head.node(1))) return false
    if (!dispatch) return true
    const sheet = $head.node(2)
    const index = placeBeside(sheet, $head.index(2), $head.parentOffset)
    const tr = state.tr
    let at = index === 0 ? $head.before(2) : $head.after(2)
    if (index > 0 && index < sheet.childCount) {
      at = $head.posAtIndex(index, 2)
      tr.split(at, 1, [{ type: schema.nodes.page!, attrs: { id: context.newId() } }])
      at += 1
    }
    const gap = { id: context.newId(), reason, unit: 'page' }
    const inside = LACKS_WORDS[page] ? [schema.node('gap', gap)] : []
    const block = schema.node('block', { id: context.newId() }, inside)
    tr.insert(at, schema.node('page', { id: context.newId(), state: page }, block))
    tr.setSelection(TextSelection.create(tr.doc, at + 2 + block.content.size))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'insert-page').scrollIntoView())
    return true
  }
}

// a paper that begins at the block after stays with it
function placeBeside(sheet: Node, index: number, offset: number): number {
  const atStart = offset === 0 && sheet.child(index).content.size > 0
  if (!atStart) return index + 1
  return index > 0 && isDivision(sheet.child(index - 1)) ? index - 1 : index
}

/**
 * Whether the page of the caret could be taken away: it holds nothing of the machine transcript, no paper begins on it, and its words, if any,
 * are those of a page that only stands in. `notes`: it could, but something is drawn beside it.
 */
export function canTakeAway(state: EditorState): 'yes' | 'no' | 'notes' {
  const { $head } = state.selection
  if ($head.depth < 2 || !isBody($head.node(1)) || $head.node(1).childCount < 2) return 'no'
  const page = $head.node(2)
  const ours = page.children.every((child) => isBlock(child) && sourceOf(child).length === 0)
  if (!ours || (page.textContent !== '' && !standsIn(page.attrs.state))) return 'no'
  if (objectsOf(state.doc).some((object) => object.attrs.page === page.attrs.id)) return 'notes'
  const here = $head.index(1)
  return [...anchorPlaces(state.doc).values()].some((place) => place.page === here) ? 'notes' : 'yes'
}

/** Takes the page of the caret away, with what an editor wrote on it. Refused where `canTakeAway` says so. */
export function takePageAway(): Command {
  return (state, dispatch) => {
    if (canTakeAway(state) !== 'yes') return false
    if (!dispatch) return true
    const { $head } = state.selection
    const tr = state.tr.delete($head.before(2), $head.after(2))
    tr.setSelection(TextSelection.near(tr.doc.resolve($head.before(2)), $head.index(1) === 0 ? 1 : -1))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'take-page-away').scrollIntoView())
    return true
  }
}
