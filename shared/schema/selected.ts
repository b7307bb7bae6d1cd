import { Fragment, type Node } from 'prosemirror-model'
import type { Block, Page } from '../model/transcript.ts'
import { childOf, fromDocument, type Text } from './document.ts'

/** A stretch of the document, in its positions. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The text as far as it lies in these ranges: its pages and papers, of their blocks only the selected words (without their source), and the
 * margin as it is. Anchors right before or after the words belong to them.
 */
export function selectedOf(doc: Node, ranges: readonly Range[]): Text {
  const text = fromDocument(doc)
  const wide = ranges.map((range) => withAnchors(doc, range))
  const pages = text.pages.map((page, index): Page => {
    const node = doc.firstChild!.child(index)
    const content: (Page['content'][number] | null)[] = []
    node.forEach((child, offset) => {
      // the body begins one place into the document, a page one place into the body
      content.push(child.type.name === 'division' ? childOf(child) : wordsIn(child, offset + startOf(doc, index) + 1, wide))
    })
    return { ...page, content: content.filter((child) => child !== null) }
  })
  return { ...text, pages }
}

function startOf(doc: Node, page: number): number {
  let start = 2
  for (let at = 0; at < page; at++) start += doc.firstChild!.child(at).nodeSize
  return start
}

/** What of a block (its words begin at `start`) is selected, or null. */
function wordsIn(block: Node, start: number, ranges: readonly Range[]): Block | null {
  const parts = ranges.flatMap(({ from, to }) => {
    const [first, last] = [Math.max(0, from - start), Math.min(block.content.size, to - start)]
    return first < last ? [block.content.cut(first, last)] : []
  })
  if (parts.length === 0) return null
  const content = parts.reduce((all, part) => all.append(part), Fragment.empty)
  return { ...(childOf(block.copy(content)) as Block), source: [] }
}

/** The range with the anchors right before it, and those after it that only blanks part from it: words that were lifted leave one before their point. */
function withAnchors(doc: Node, { from, to }: Range): Range {
  let first = from
  while (doc.resolve(first).nodeBefore?.type.name === 'point') first -= 1
  const { parent, parentOffset } = doc.resolve(to)
  let last = to
  for (let offset = parentOffset; offset < parent.content.size; offset++) {
    const { node, offset: start } = parent.childAfter(offset)
    if (node?.type.name === 'point') last = to + offset + 1 - parentOffset
    else if (!/\s/u.test(node?.text?.[offset - start] ?? 'x')) break
  }
  return { from: first, to: last }
}
