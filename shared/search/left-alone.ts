import type { Node } from 'prosemirror-model'
import { isBody, isOwnInk } from '../document/access.ts'
import type { Break, Hit } from './find-words.ts'

/** Why words that were found are not replaced at one go. */
export type LeftBecause = 'note' | 'handwriting' | Break

const BECAUSE: Readonly<Record<LeftBecause, string>> = {
  handwriting: 'in handwriting',
  note: 'beside the text',
  'line-end': 'over a line end',
  'page-turn': 'over a page turn',
  hands: 'over another hand’s words',
  anchor: 'over the place of a note',
  gap: 'over a gap',
  letters: 'in a part of a ligature',
}

/**
 * Why a hit is left when all are replaced at one go, or null: in handwriting a mend is a marked correction, one by one; what stands beside
 * the text is somebody’s note; and nothing that stands among the words is to go with them.
 */
export function leftBecause(
  doc: Node,
  { from, to, broken }: Pick<Hit, 'from' | 'to' | 'broken'>,
  isHandwriting: (hand: string | null) => boolean,
): LeftBecause | null {
  const $from = doc.resolve(from)
  let written = isHandwriting($from.parent.attrs.hand)
  doc.nodesBetween(from, to, (node) => {
    written ||= node.marks.some((mark) => isOwnInk(mark) && isHandwriting(mark.attrs.hand))
  })
  if (written) return 'handwriting'
  return isBody($from.node(1)) ? broken : 'note'
}

/** How many are left and why, in words: `6 are left: 4 in handwriting, 2 over a line end.` Empty where none is. */
export function leftInWords(causes: readonly (LeftBecause | null)[]): string {
  const left = causes.filter((cause) => cause !== null)
  if (left.length === 0) return ''
  const parts = Object.entries(BECAUSE).flatMap(([cause, words]) => {
    const many = left.filter((one) => one === cause).length
    return many === 0 ? [] : [`${many} ${words}`]
  })
  return `${left.length} ${left.length === 1 ? 'is' : 'are'} left: ${parts.join(', ')}.`
}
