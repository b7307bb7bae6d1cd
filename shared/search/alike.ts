import type { Node } from 'prosemirror-model'
import { isLb, isMark } from '../document/access.ts'
import { type Hand, layerOf, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import { findWords } from './find-words.ts'
import { type InLine, inItsLine } from './tell-hits.ts'

/** The same words elsewhere, not tagged yet. */
export interface Alike extends InLine {
  /** Document positions. */
  readonly from: number
  readonly to: number
  /** By a hand: such a place is tagged only where somebody chose it by itself. */
  readonly handwritten: boolean
}

/**
 * Where a document has these very words (whole, capitals as they are; over line ends too) and they do not lie in an annotation of this kind.
 * Words that go on over a page turn, or with another hand’s words among them, are not among them.
 */
export function alikeIn(doc: Node, words: string, type: string, hands: readonly Hand[]): readonly Alike[] {
  const known = new Map([UNKNOWN_MANUSCRIPT, ...hands].map((hand) => [hand.id, hand]))
  const query = { words, matchCase: true, wholeWords: true, exact: true, where: 'all' } as const
  return findWords(doc, query, hands).flatMap((hit) => {
    const context = hit.context()
    const inside = doc.textBetween(hit.from, hit.to, '', (leaf) => (isLb(leaf) ? '\n' : ''))
    if (inside !== context.words || isTagged(doc, hit.from, hit.to, type)) return []
    const handwritten = layerOf(hit.hand === null ? null : known.get(hit.hand)) === 'handwritten' || hit.kind === 'note'
    return [{ from: hit.from, to: hit.to, handwritten, ...inItsLine(context) }]
  })
}

function isTagged(doc: Node, from: number, to: number, type: string): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    found ||= node.marks.some((mark) => isMark(mark, type))
  })
  return found
}
