import type { Command, EditorState } from 'prosemirror-state'
import { COMMAND } from '../state/meta.ts'
import type { RoleName } from '../vocabulary/roles.ts'
import { objectAround } from './margin-object.ts'

/** The blocks that the selection touches, by position. */
export function blocksOf(state: EditorState): readonly number[] {
  const found = new Set<number>()
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type.name === 'block') found.add(pos)
      return !node.isTextblock && node.type.name !== 'margin'
    })
  }
  return [...found]
}

function setBlocks(name: 'role' | 'hand', value: string | null): Command {
  return (state, dispatch) => {
    const blocks = blocksOf(state)
    if (blocks.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const pos of blocks) tr.setNodeAttribute(pos, name, value)
      dispatch(tr.setMeta(COMMAND, `set-${name}`))
    }
    return true
  }
}

/** Says what the selected blocks are. Null: not stated. Never touches their text. */
export function setRole(role: RoleName | null): Command {
  return setBlocks('role', role)
}

/** Says who wrote the selected blocks, or the note that the caret is in. Null: not stated. */
export function setHand(hand: string | null): Command {
  return (state, dispatch) => {
    const object = objectAround(state.doc, state.selection.from)
    if (!object) return setBlocks('hand', hand)(state, dispatch)
    if (object.node.type.name !== 'note') return false
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
