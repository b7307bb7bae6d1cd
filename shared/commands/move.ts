import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { isBlock, isBody } from '../document/access.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'

type Direction = 'up' | 'down'

/** The depth of the block (2) and page (1 + body) around a position in the text, or null in the margin. */
function inText($pos: ResolvedPos): boolean {
  return $pos.depth >= 2 && isBody($pos.node(1))
}

/** Moves the block around the caret one place up or down; over a page's edge into the neighbouring page. Text, hand and source go with it. */
export function moveBlock(direction: Direction): Command {
  return (state, dispatch) => {
    const { $head } = state.selection
    if (!inText($head) || $head.depth < 3 || !isBlock($head.node(3))) return false
    const [page, index] = [$head.node(2), $head.index(2)]
    const [body, pageIndex] = [$head.node(1), $head.index(1)]
    const pos = $head.before(3)
    const block = $head.node(3)
    const inside = direction === 'up' ? index > 0 : index < page.childCount - 1
    const beside = direction === 'up' ? pageIndex > 0 : pageIndex < body.childCount - 1
    if (!inside && !beside) return false
    if (!dispatch) return true
    const tr = state.tr
    const neighbour = inside ? page.child(index + (direction === 'up' ? -1 : 1)).nodeSize : 2
    tr.delete(pos, pos + block.nodeSize)
    const target = direction === 'up' ? pos - neighbour : pos + neighbour
    tr.insert(target, block)
    keepCaret(tr, state.selection.$anchor.pos - pos, state.selection.$head.pos - pos, target, block)
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'move-block').scrollIntoView())
    return true
  }
}

function keepCaret(tr: Transaction, anchor: number, head: number, target: number, block: Node): void {
  const within = (offset: number) => target + Math.min(Math.max(offset, 1), block.nodeSize - 1)
  tr.setSelection(TextSelection.create(tr.doc, within(anchor), within(head)))
}

/** Moves the page around the caret one place up or down. Its notes go with their anchors. */
export function movePage(direction: Direction): Command {
  return (state, dispatch) => {
    const { $head } = state.selection
    if (!inText($head)) return false
    const [body, index] = [$head.node(1), $head.index(1)]
    const other = index + (direction === 'up' ? -1 : 1)
    if (other < 0 || other >= body.childCount) return false
    if (!dispatch) return true
    const page = $head.node(2)
    const pos = $head.before(2)
    const target = direction === 'up' ? pos - body.child(other).nodeSize : pos + body.child(other).nodeSize
    const tr = state.tr.delete(pos, pos + page.nodeSize).insert(target, page)
    const shift = (at: number) => target + Math.min(Math.max(at - pos, 1), page.nodeSize - 1)
    tr.setSelection(TextSelection.between(tr.doc.resolve(shift(state.selection.$anchor.pos)), tr.doc.resolve(shift($head.pos))))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'move-page').scrollIntoView())
    return true
  }
}
