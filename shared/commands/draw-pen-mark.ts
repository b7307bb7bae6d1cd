import type { Command } from 'prosemirror-state'
import { isBody } from '../document/access.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import type { PenMark } from '../vocabulary/margin.ts'
import { spansOf } from './annotate.ts'
import type { CommandContext } from './context.ts'

export interface PenMarkFacts {
  /** Null: not stated. */
  readonly kind: PenMark | null
  readonly count: '1' | '2' | '3'
  /** Null: not stated. */
  readonly hand: string | null
}

/**
 * Says that a pen mark stands at the selected words, or at the caret: an object of the margin without words, anchored there. Never
 * changes the text, and the selection stays.
 */
export function drawPenMark(context: CommandContext, facts: PenMarkFacts): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection
    if ($from.depth < 3 || !isBody($from.node(1)) || !$from.parent.isTextblock) return false
    const spans = empty ? [] : spansOf(state)
    if (!empty && spans.length === 0) return false
    if (!dispatch) return true
    const id = context.newId()
    const tr = state.tr
    const mark = schema.mark('passage', { note: id, concerns: true, id: context.newId() })
    for (const { from, to } of spans) tr.addMark(from, to, mark)
    if (spans.length === 0) tr.insert($from.pos, schema.node('point', { note: id, id: context.newId() }))
    tr.insert(tr.doc.content.size - 1, schema.node('penmark', { id, ...facts }))
    dispatch(tr.setMeta(COMMAND, 'pen-mark'))
    return true
  }
}

/** Says that a pen mark stands at each of these stretches of the text (positions), all as one step. Never changes the text. */
export function drawPenMarks(context: CommandContext, stretches: readonly Stretched[], facts: PenMarkFacts): Command {
  return (state, dispatch) => {
    if (stretches.length === 0) return false
    if (!dispatch) return true
    const tr = state.tr
    for (const { from, to } of stretches) {
      const id = context.newId()
      tr.addMark(from, to, schema.mark('passage', { note: id, concerns: true, id: context.newId() }))
      tr.insert(tr.doc.content.size - 1, schema.node('penmark', { id, ...facts }))
    }
    dispatch(tr.setMeta(COMMAND, 'pen-mark'))
    return true
  }
}

interface Stretched {
  readonly from: number
  readonly to: number
}
