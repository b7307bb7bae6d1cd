import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { isBlock, isMargin } from '../document/access.ts'
import { objectHere } from '../document/margin-objects.ts'
import { COMMAND } from '../state/meta.ts'
import { isEmptyValue, isValid } from '../vocabulary/attribute.ts'
import { HAND_FACTS } from '../vocabulary/certainty.ts'
import type { RoleName } from '../vocabulary/roles.ts'
import { factsOf } from '../vocabulary/vocabulary.ts'

type Facts = Readonly<Record<string, unknown>>

/** The blocks that the selection touches, by position. */
export function blocksOf(state: EditorState): readonly number[] {
  const found = new Set<number>()
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (isBlock(node)) found.add(pos)
      return !node.isTextblock && !isMargin(node)
    })
  }
  return [...found]
}

function setHandOfBlocks(hand: string | null): Command {
  return (state, dispatch) => {
    const blocks = blocksOf(state)
    if (blocks.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const pos of blocks) giveHand(tr, pos, hand)
      dispatch(tr.setMeta(COMMAND, 'set-hand'))
    }
    return true
  }
}

/** States the hand of the block at a position. What it says already is no step: there would be nothing to see in its undoing. */
export function giveHand(tr: Transaction, pos: number, hand: string | null): void {
  const { attrs } = tr.doc.nodeAt(pos)!
  if (attrs.hand === hand) return
  tr.setNodeAttribute(pos, 'hand', hand)
  // how sure one hand is says nothing of another
  if (attrs.facts) tr.setNodeAttribute(pos, 'facts', withoutHand(attrs.role, attrs.facts))
}

/** States the role of the block at a position; facts that the role does not have go. What it says already is no step. */
export function giveRole(tr: Transaction, pos: number, role: RoleName | null): void {
  const { facts, role: before } = tr.doc.nodeAt(pos)!.attrs
  if (before === role) return
  tr.setNodeAttribute(pos, 'role', role)
  if (facts) tr.setNodeAttribute(pos, 'facts', allowed(role, facts))
}

/** Says what the selected blocks are. Null: not stated. Never touches their text. */
export function setRole(role: RoleName | null): Command {
  return (state, dispatch) => {
    const blocks = blocksOf(state)
    if (blocks.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const pos of blocks) giveRole(tr, pos, role)
      dispatch(tr.setMeta(COMMAND, 'set-role'))
    }
    return true
  }
}

/** States facts of a block by its role: the level of a marking, the kind of a signature. Its words are not touched. */
export function setFacts(facts: Facts): Command {
  return (state, dispatch) => {
    const [pos] = blocksOf(state)
    const block = pos === undefined ? null : state.doc.nodeAt(pos)
    if (pos === undefined || !block) return false
    dispatch?.(
      state.tr
        .setNodeAttribute(pos, 'facts', allowed(block.attrs.role, { ...block.attrs.facts, ...facts }))
        .setMeta(COMMAND, 'set-facts'),
    )
    return true
  }
}

/** What of these facts can be stated of a block of this role; null for nothing. */
function allowed(role: RoleName | null, facts: Facts): Facts | null {
  const table = factsOf(role)
  const stated = Object.entries(facts).filter(([name, value]) => {
    const spec = table[name]
    return spec !== undefined && isValid(spec, value) && !isEmptyValue(spec, value)
  })
  return stated.length > 0 ? Object.fromEntries(stated) : null
}

/** The facts of a block whose hand is another's, or nobody's, from now on: null for nothing. */
export function withoutHand(role: RoleName | null, facts: Facts): Facts | null {
  return allowed(role, Object.fromEntries(Object.entries(facts).filter(([name]) => !Object.hasOwn(HAND_FACTS, name))))
}

/** Says who wrote the selected blocks, or the note that the caret is in. Null: not stated. */
export function setHand(hand: string | null): Command {
  return (state, dispatch) => {
    const object = objectHere(state)
    if (!object) return setHandOfBlocks(hand)(state, dispatch)
    if (!('hand' in object.node.attrs)) return false
    if (object.node.attrs.hand !== hand)
      dispatch?.(state.tr.setNodeAttribute(object.pos, 'hand', hand).setMeta(COMMAND, 'set-hand'))
    return true
  }
}

/** Says that a block goes on from the one that ends the page before, or that it does not. */
export function toggleContinues(): Command {
  return (state, dispatch) => {
    const [pos] = blocksOf(state)
    const block = pos === undefined ? null : state.doc.nodeAt(pos)
    if (pos === undefined || !block) return false
    dispatch?.(state.tr.setNodeAttribute(pos, 'continues', !block.attrs.continues).setMeta(COMMAND, 'continues'))
    return true
  }
}
