import type { Node } from 'prosemirror-model'
import { bodyOf, isBlock } from '../document/access.ts'
import type { RoleName } from '../vocabulary/roles.ts'

/**
 * The roles that the block at a position may have, the likeliest first: those that follow blocks of the same role as the one before it in this
 * text, the most frequent first. Empty where nothing is stated of the one before. Equal input gives equal order; nothing is stated by it.
 */
export function likelyRoles(doc: Node, pos: number): readonly RoleName[] {
  const blocks: { readonly pos: number; readonly role: RoleName | null }[] = []
  bodyOf(doc).descendants((node, offset) => {
    if (isBlock(node)) blocks.push({ pos: offset + 1, role: node.attrs.role })
    return !node.isTextblock
  })
  const at = blocks.findIndex((block) => block.pos === pos)
  const before = blocks[at - 1]?.role
  if (!before) return []
  const counts = new Map<RoleName, number>()
  blocks.forEach(({ role }, index) => {
    if (role !== null && index !== at && blocks[index - 1]?.role === before) counts.set(role, (counts.get(role) ?? 0) + 1)
  })
  return [...counts].sort(([, a], [, b]) => b - a).map(([role]) => role)
}
