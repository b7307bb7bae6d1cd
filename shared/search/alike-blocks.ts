import type { Node } from 'prosemirror-model'
import { bodyOf, isBlock, isLb } from '../document/access.ts'
import { type Beside, beside } from '../text/beside.ts'

/** In what blocks are alike: all their words, the first of them, or their shape (a page number, a reference: other figures and letters). */
export type Likeness = 'words' | 'begins' | 'shape'

/** A block of the text as it is chosen among others, with the lines next to it on its page: alike blocks are told apart by them. */
export interface BlockAlike extends Beside {
  /** Where it stands in the document. */
  readonly pos: number
  readonly words: string
  /** Its page, counted from 1. */
  readonly page: number
  readonly role: string | null
  readonly hand: string | null
  /** It is the first of its page. */
  readonly first: boolean
}

/** Longer words have no shape that says anything. */
const LONGEST_SHAPE = 80

/** Words as they are compared: every run of blanks and line ends is one blank. */
export const wordsOfBlock = (block: Node): string =>
  block
    .textBetween(0, block.content.size, '', (leaf) => (isLb(leaf) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The blocks of a document's text that are like these words, in reading order. Capitals count. Empty words are like nothing.
 */
export function blocksAlike(doc: Node, words: string, likeness: Likeness): readonly BlockAlike[] {
  const wanted = keyOf(words, likeness)
  const found: BlockAlike[] = []
  if (wanted === null) return found
  bodyOf(doc).forEach((page, offset, at) => {
    page.forEach((block, inside, index) => {
      if (!isBlock(block)) return
      const own = wordsOfBlock(block)
      if (keyOf(own, likeness) !== wanted) return
      const { role, hand } = block.attrs
      const lines = beside(nearestLines(page, index, -1), nearestLines(page, index, 1))
      found.push({ pos: offset + 2 + inside, words: own, page: at + 1, role, hand, first: index === 0, ...lines })
    })
  })
  return found
}

/** The lines of the nearest block with words before (-1) or after (1) a child of its page. */
function nearestLines(page: Node, index: number, step: -1 | 1): string {
  for (let at = index + step; ; at += step) {
    const block = page.maybeChild(at)
    if (!block) return ''
    if (!isBlock(block)) continue
    const lines = block.textBetween(0, block.content.size, '', (leaf) => (isLb(leaf) ? '\n' : ''))
    if (lines.trim() !== '') return lines
  }
}

function keyOf(words: string, likeness: Likeness): string | null {
  if (words === '') return null
  if (likeness === 'words') return words
  if (likeness === 'begins') return words.split(' ').slice(0, 2).join(' ')
  return words.length > LONGEST_SHAPE ? null : shapeOf(words)
}

/** Figures of any length are 0, words by their capitals A, Aa or a; all other signs stay. `- 2 -` and `- 14 -` have one shape. */
export function shapeOf(words: string): string {
  return words.replace(/\p{N}+|[\p{L}\p{M}]+/gu, (run) => {
    if (/\p{N}/u.test(run)) return '0'
    if (!/\p{Lu}/u.test(run)) return 'a'
    return /\p{Ll}/u.test(run) ? 'Aa' : 'A'
  })
}
