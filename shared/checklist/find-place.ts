import type { Node } from 'prosemirror-model'
import { runsOf } from '../commands/remove-annotation.ts'
import { bodyOf, isBlock, isGap, pagesOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { papersIn } from '../schema/papers.ts'
import type { Question } from '../vocabulary/checklist.ts'

export interface FoundPlace {
  readonly from: number
  readonly to: number
}

/** Where a place of the check list stands in a document: its words, its gap, or where the caret goes; null where it is not there, or is no text. */
export function findPlace(doc: Node, place: string, question: Question): FoundPlace | null {
  const caret = (pos: number | null) => (pos === null ? null : { from: pos, to: pos })
  switch (question) {
    case 'undetermined':
    case 'unclear':
    case 'certainty': {
      const [first, ...more] = runsOf(doc, place)
      if (!first) return null
      // over several blocks, the words of the first
      const own = more.filter(({ from }) => doc.resolve(from).sameParent(doc.resolve(first.from)))
      return { from: first.from, to: own.at(-1)?.to ?? first.to }
    }
    case 'gap': {
      const pos = gapAt(doc, place)
      return pos === null ? null : { from: pos, to: pos + 1 }
    }
    case 'query':
    case 'reading':
      return caret(objectAt(doc, place))
    case 'hand':
      return caret(objectAt(doc, place) ?? blockAt(doc, place))
    case 'date': {
      const found = papersIn(doc).find(({ paper }) => paper.id === place)
      return found ? caret(textFrom(doc, found.pos ?? 0)) : null
    }
    case 'turn': {
      let pos = 1
      for (const page of pagesOf(doc)) {
        if (page.attrs.id === place) return caret(textFrom(doc, pos))
        pos += page.nodeSize
      }
      return null
    }
    case 'aside':
      return null
  }
}

function objectAt(doc: Node, id: string): number | null {
  const found = findObject(doc, id)
  return found === null ? null : found.pos + 1
}

function blockAt(doc: Node, id: string): number | null {
  let at: number | null = null
  bodyOf(doc).descendants((node, pos) => {
    if (isBlock(node) && node.attrs.id === id) at = pos + 2
    return at === null && !node.isTextblock
  })
  return at
}

/** The first place at or after a position of the text where a caret can stand. */
function textFrom(doc: Node, from: number): number | null {
  let at: number | null = null
  bodyOf(doc).descendants((node, pos) => {
    if (at === null && node.isTextblock && pos + 1 >= from) at = pos + 2
    return at === null && !node.isTextblock
  })
  return at
}

/** Where a gap stands, by its id, or by its holder and which of its nameless gaps it is. */
export function gapAt(doc: Node, id: string): number | null {
  let found: number | null = null
  doc.descendants((node, pos, parent) => {
    if (found !== null) return false
    if (isGap(node) && node.attrs.id === id) found = pos
    else if (isGap(node) && node.attrs.id === '' && parent) {
      let count = 0
      const start = pos - doc.resolve(pos).parentOffset
      parent.forEach((child, offset) => {
        if (isGap(child) && child.attrs.id === '' && start + offset <= pos) count += 1
      })
      if (`${String(parent.attrs.id).slice(0, 50)}.gap${count}` === id) found = pos
    }
    return true
  })
  return found
}
