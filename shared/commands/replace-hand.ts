import type { Node } from 'prosemirror-model'
import type { Command, Transaction } from 'prosemirror-state'
import type { TrayEntry } from '../model/transcript.ts'
import { COMMAND } from '../state/meta.ts'
import { withoutHand } from './set-block.ts'

/**
 * Gives everything that one hand wrote to another, or (null) says that its hand is not stated: blocks, notes, pen marks, additions,
 * deletions, gaps, what waits in the tray, and what put-back would restore. No word and no note goes; one step, undone as one.
 */
export function replaceHand(from: string, to: string | null): Command {
  return (state, dispatch) => {
    const tr = state.tr
    state.doc.descendants((node, pos) => replaceIn(tr, node, pos, from, to))
    const tray = state.doc.attrs.tray as readonly TrayEntry[]
    if (tray.some((entry) => entry.attrs.hand === from))
      tr.setDocAttribute(
        'tray',
        tray.map((entry) => (entry.attrs.hand === from ? { ...entry, attrs: { ...entry.attrs, hand: to } } : entry)),
      )
    if (tr.steps.length === 0) return false
    dispatch?.(tr.setMeta(COMMAND, 'replace-hand'))
    return true
  }
}

function replaceIn(tr: Transaction, node: Node, pos: number, from: string, to: string | null): void {
  if (!node.isText && node.attrs.hand === from) {
    tr.setNodeAttribute(pos, 'hand', to)
    if (to === null && node.attrs.facts) tr.setNodeAttribute(pos, 'facts', withoutHand(node.attrs.role, node.attrs.facts))
  }
  const seam: unknown = node.isText ? null : node.attrs.seam
  if (seam && JSON.stringify(seam).includes(JSON.stringify(from))) tr.setNodeAttribute(pos, 'seam', withHand(seam, from, to))
  for (const mark of node.marks) {
    if (mark.attrs.hand !== from) continue
    const end = pos + node.nodeSize
    tr.removeMark(pos, end, mark).addMark(pos, end, mark.type.create({ ...mark.attrs, hand: to }))
  }
}

/** What a note remembers of the block that it was lifted from. */
function withHand(seam: unknown, from: string, to: string | null): unknown {
  if (Array.isArray(seam)) return seam.map((one) => withHand(one, from, to))
  if (typeof seam !== 'object' || seam === null) return seam
  return Object.fromEntries(
    Object.entries(seam).map(([key, value]) => [key, key === 'hand' && value === from ? to : withHand(value, from, to)]),
  )
}

/** How much of a document is by a hand: blocks, objects of the margin (a note in pieces is one), additions, deletions and gaps. */
export function countByHand(doc: Node, hand: string): number {
  const found = new Set<string>()
  doc.descendants((node, pos) => {
    for (const mark of node.marks) if (mark.attrs.hand === hand) found.add(`mark ${mark.attrs.id}`)
    if (node.isText || node.attrs.hand !== hand || node.attrs.joins) return
    found.add(node.attrs.id ? `node ${node.attrs.id}` : `at ${pos}`)
  })
  return found.size
}
