import type { Node } from 'prosemirror-model'
import { isLb, isPoint } from '../document/access.ts'
import { schema } from '../schema/schema.ts'

/** The blanks on either side that stand only because of some words, and go with them: at most one line end among them. */
export interface OwnBlanks {
  readonly before: string
  readonly after: string
}

/**
 * What goes with words that leave a block, so that the lines that stay read as they did. In the middle of a line: the one blank after
 * the words. At the end of a line: the blanks that part them from the rest of it, never the line end. Words that are whole lines: their
 * line end, which is the one after them, or where the block ends with them the one before. Offsets in the block's content (UTF-16 units);
 * `from` and `to` stand right before and after a letter.
 */
export function ownBlanks(block: Node, from: number, to: number): OwnBlanks {
  const left = blanksBeside(block, from, -1)
  const right = blanksBeside(block, to, 1)
  if (!right.ends) return { before: '', after: right.blanks.slice(0, 1) }
  if (!left.ends) return { before: left.blanks, after: right.blanks }
  if (right.line) return { before: left.blanks, after: `${right.blanks}\n` }
  return { before: left.line ? `\n${left.blanks}` : left.blanks, after: right.blanks }
}

/** Blanks as inline content, a line end as `lb`, with the annotations that hold on both sides of them. */
export function blanksAsContent(blanks: string, marks: Node['marks']): readonly Node[] {
  return blanks
    .split(/(\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '\n' ? schema.node('lb', null, [], marks) : schema.text(piece, marks)))
}

interface Beside {
  readonly blanks: string
  /** Nothing but anchors and blanks stands between here and the line's end (its beginning, to the left). */
  readonly ends: boolean
  /** A line end stands right after the blanks. */
  readonly line: boolean
}

/** The run of blanks that touches a place, to the left or right: an anchor ends it, as a note may come back there. */
function blanksBeside(block: Node, offset: number, step: -1 | 1): Beside {
  let blanks = ''
  let touches = true
  for (let at = offset; step > 0 ? at < block.content.size : at > 0; at += step) {
    const { parent, parentOffset, nodeAfter } = block.resolve(step > 0 ? at : at - 1)
    const letter = nodeAfter?.isText ? parent.textBetween(parentOffset, parentOffset + 1) : null
    if (isLb(nodeAfter)) return { blanks, ends: true, line: touches }
    if (isPoint(nodeAfter)) touches = false
    else if (letter === null || !/\s/u.test(letter)) return { blanks, ends: false, line: false }
    else if (touches) blanks = step > 0 ? blanks + letter : letter + blanks
  }
  return { blanks, ends: true, line: false }
}
