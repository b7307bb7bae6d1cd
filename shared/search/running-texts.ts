import type { Node } from 'prosemirror-model'
import { bodyOf, isGap, isLb, isOwnInk, marginNameOf, marginOf } from '../document/access.ts'
import { isFurniture } from '../export/reading-order.ts'
import { endsDivided, goesOnDivided, isPageNumber } from '../text/divided.ts'

/** Words by one hand, in units of the text that they stand in. */
export interface InkRun {
  readonly from: number
  readonly to: number
  readonly hand: string | null
}

/** The text of one block or note: a line end is `\n`, a gap one sign that is no letter. */
export interface PieceText {
  readonly text: string
  /** For each unit of the text, what stands before it that is no text: anchors. Empty where nothing does. */
  readonly skips: readonly number[]
  readonly inks: readonly InkRun[]
}

/** A block or note, in the document. */
export interface SearchedPiece extends PieceText {
  /** The document position of its first unit. */
  readonly start: number
  /** The page that it stands on, from 1; null of a note, whose anchor tells (`indexOf`). */
  readonly page: number | null
  readonly id: string
  /** The hand of the whole of it. */
  readonly hand: string | null
}

/** What reads on: a block with what goes on from it after a page turn or in a divided word, or a note in all its pieces. Nothing is found over its end. */
export interface RunningText {
  readonly kind: 'block' | 'note' | 'editornote' | 'query' | 'penmark'
  readonly pieces: readonly SearchedPiece[]
}

/** Stands where something is that cannot be read. */
export const GAP = '\ufffc'

/** Everything of a document that can be searched, in its order. Nothing is walked that was walked before and did not change. */
export function runningTextsOf(doc: Node, where: 'all' | 'text' | 'notes' = 'all'): readonly RunningText[] {
  const passages: { kind: RunningText['kind']; pieces: SearchedPiece[] }[] = []
  if (where !== 'notes') {
    let last: { kind: RunningText['kind']; pieces: SearchedPiece[] } | null = null
    bodyOf(doc).forEach((page, pageAt, index) => {
      page.forEach((block, at) => {
        if (!block.isTextblock) return
        const piece = pieceOf(block, 1 + pageAt + 1 + at + 1, index + 1)
        const before = last?.pieces.at(-1)
        const goesOn = before?.hand === piece.hand && (block.attrs.continues || goesOnDivided(before.text, piece.text))
        if (last && goesOn) last.pieces.push(piece)
        else {
          const next = { kind: 'block' as const, pieces: [piece] }
          passages.push(next)
          // furniture at the foot and the head of a page does not part what goes on, nor a page number within a divided word
          const isBetween = before !== undefined && isPageNumber(piece.text) && endsDivided(before.text)
          if (!isFurniture(block.attrs.role) && !isBetween) last = next
        }
      })
    })
  }
  if (where !== 'text') {
    const chains = new Map<string, { kind: RunningText['kind']; pieces: SearchedPiece[] }>()
    const start = (bodyOf(doc).nodeSize ?? 0) + 1
    marginOf(doc).forEach((object, at) => {
      const piece = pieceOf(object, start + at + 1, null)
      const before = typeof object.attrs.joins === 'string' ? chains.get(object.attrs.joins) : undefined
      const chain = before ?? { kind: marginNameOf(object), pieces: [] }
      chain.pieces.push(piece)
      chains.set(object.attrs.id, chain)
      if (!before) passages.push(chain)
    })
  }
  return passages
}

/** The document position of a unit of a piece's text. */
export function placeIn(piece: SearchedPiece, unit: number): number {
  return piece.start + unit + (piece.skips.length === 0 ? 0 : (piece.skips[unit] ?? 0))
}

const texts = new WeakMap<Node, PieceText>()

function pieceOf(node: Node, start: number, page: number | null): SearchedPiece {
  const hand: string | null = node.attrs.hand ?? null
  let own = texts.get(node)
  if (!own) {
    own = read(node, hand)
    texts.set(node, own)
  }
  return { ...own, start, page, id: node.attrs.id, hand }
}

function read(node: Node, hand: string | null): PieceText {
  let text = ''
  let skipped = 0
  const skips: number[] = []
  const inks: { from: number; to: number; hand: string | null }[] = []
  node.forEach((child) => {
    const own = child.isText ? child.text! : isLb(child) ? '\n' : isGap(child) ? GAP : ''
    if (own === '') {
      // the first anchor: from here on places and units differ
      if (skipped === 0) for (let at = 0; at < text.length; at++) skips.push(0)
      skipped += child.nodeSize
      return
    }
    const added = child.marks.find(isOwnInk)
    const by: string | null = added ? (added.attrs.hand ?? null) : hand
    const last = inks.at(-1)
    if (last && last.hand === by) last.to += own.length
    else inks.push({ from: text.length, to: text.length + own.length, hand: by })
    if (skipped > 0) for (let at = 0; at < own.length; at++) skips.push(skipped)
    text += own
  })
  return { text, skips, inks }
}
