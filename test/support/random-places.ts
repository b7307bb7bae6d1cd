import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { trimmed } from '../../shared/text/blank.ts'
import { standsIn } from '../../shared/vocabulary/page.ts'

/** Places in textblocks where a caret can stand, between whole letters; the margin's too where `all`. */
export function caretsIn(doc: Node, all: boolean): readonly number[] {
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return node.type.name !== 'margin' || all
    for (let at = 0; at <= node.content.size; at++) if (!insidePair(doc, pos + 1 + at)) places.push(pos + 1 + at)
    return false
  })
  return places
}

function insidePair(doc: Node, pos: number): boolean {
  const { nodeBefore, nodeAfter } = doc.resolve(pos)
  return /[\ud800-\udbff]$/.test(nodeBefore?.text ?? '') && /^[\udc00-\udfff]/.test(nodeAfter?.text ?? '')
}

/** The words of the line that the caret is in, as a line that may be taken out; null where it has none. */
export function lineHere(state: EditorState): { readonly pos: number; readonly from: number; readonly to: number } | null {
  const { $from } = state.selection
  const block = $from.parent
  if (block.type.name !== 'block') return null
  const text = block.textBetween(0, block.content.size, '', (leaf) => (leaf.type.name === 'lb' ? '\n' : '\ufffc'))
  const start = $from.parentOffset === 0 ? 0 : text.lastIndexOf('\n', $from.parentOffset - 1) + 1
  const end = text.indexOf('\n', start)
  const line = trimmed(text, start, end < 0 ? text.length : end)
  return line && { pos: $from.before(), from: line[0], to: line[1] }
}

/** Places where two blocks of one page meet, no paper beginning between them. */
export function jointsIn(doc: Node): readonly number[] {
  const joints: number[] = []
  doc.firstChild!.forEach((page, at) => {
    page.forEach((block, offset, index) => {
      const parted = block.type.name === 'division' || page.maybeChild(index - 1)?.type.name === 'division'
      if (index > 0 && !parted) joints.push(at + 2 + offset)
    })
  })
  return joints
}

/** Places for a caret on the pages that only stand in. */
export function standInsIn(doc: Node): readonly number[] {
  const found: number[] = []
  doc.firstChild!.forEach((page, offset) => {
    if (standsIn(page.attrs.state) && page.firstChild?.isTextblock) found.push(offset + 3)
  })
  return found
}

/** Where words of the text lie in an annotation. */
export function markedIn(doc: Node): readonly [number, number][] {
  const marked: [number, number][] = []
  doc.firstChild!.descendants((node, pos) => {
    if (node.isText && node.marks.length > 0) marked.push([pos + 1, pos + 1 + node.nodeSize])
  })
  return marked
}

/** The ids of the annotations in a node. */
export function marksIn(root: Node): readonly string[] {
  const ids = new Set<string>()
  root.descendants((node) => {
    for (const mark of node.marks) ids.add(mark.attrs.id)
  })
  return [...ids]
}
