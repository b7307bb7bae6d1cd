import type { Node } from 'prosemirror-model'
import { bodyOf, isGap, isLb, isNamingMark } from '../document/access.ts'
import type { Naming } from '../vocabulary/naming.ts'
import { GAP } from './running-texts.ts'
import { type InLine, inItsLine } from './tell-hits.ts'

/** Words that are tagged as naming somebody or something, in their line. */
export interface Mention extends InLine {
  /** The annotation. */
  readonly id: string
  readonly type: Naming
  /** The entry of the register, or null where it is not stated. */
  readonly ref: string | null
  /** Document positions of the words, as far as they stand in the first block or note. */
  readonly from: number
  readonly to: number
  /** They stand in a note, an editor’s note or a query. */
  readonly beside: boolean
}

/** Every mention of a document, once each, in its order. */
export function mentionsIn(doc: Node): readonly Mention[] {
  const mentions: Mention[] = []
  const seen = new Set<string>()
  const text = (block: Node, from: number, to: number) =>
    block.textBetween(from, to, '', (leaf) => (isLb(leaf) ? '\n' : isGap(leaf) ? GAP : ''))
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true
    const found = new Map<string, { type: Naming; ref: string | null; from: number; to: number }>()
    block.forEach((child, at) => {
      for (const mark of child.marks) {
        const { attrs } = mark
        if (!isNamingMark(mark) || seen.has(attrs.id)) continue
        const earlier = found.get(attrs.id)
        if (earlier) earlier.to = at + child.nodeSize
        else found.set(attrs.id, { type: mark.type.name, ref: attrs.ref ?? null, from: at, to: at + child.nodeSize })
      }
    })
    for (const [id, { type, ref, from, to }] of found) {
      seen.add(id)
      const line = { before: text(block, 0, from), words: text(block, from, to), after: text(block, to, block.content.size) }
      mentions.push({
        ...inItsLine(line),
        id,
        type,
        ref,
        from: pos + 1 + from,
        to: pos + 1 + to,
        beside: pos >= bodyOf(doc).nodeSize,
      })
    }
    return false
  })
  return mentions
}
