import type { Node } from 'prosemirror-model'
import { bodyOf, isBlock, isLb } from '../document/access.ts'
import { type Hand, layerOf, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import { type Beside, beside } from '../text/beside.ts'
import { standsIn } from '../vocabulary/page.ts'
import { ROLES, type RoleName } from '../vocabulary/roles.ts'
import { type PageMarker, pageMarkers } from './page-markers.ts'

/** A page number or running head where it stands in a document. A proposal only. */
export interface PlacedMarker extends Pick<PageMarker, 'kind' | 'page' | 'onPaper'>, Beside {
  /** Its block's place in the document, and its words in that block's content, without the blanks beside them. */
  readonly pos: number
  readonly from: number
  readonly to: number
  readonly words: string
  /** Its page, counted from 1. */
  readonly nth: number
  /** Why it may be none, in words; null where nothing speaks against it. */
  readonly doubt: string | null
}

interface Stand {
  readonly block: Node
  readonly pos: number
  readonly nth: number
  /** Where its text begins in the text that is looked through. */
  readonly start: number
}

/** Every page number and running head of a document's text, in reading order: by the words as they stand now. A line with a gap or a note's anchor in it is none. Pages that only stand in for others have none. */
export function placedMarkers(doc: Node, hands: readonly Hand[]): readonly PlacedMarker[] {
  const [text, stands] = textOfPages(doc)
  const known = new Map([UNKNOWN_MANUSCRIPT, ...hands].map((hand) => [hand.id, hand]))
  const placed: PlacedMarker[] = []
  const order = new InOrder(text)
  let at = 0
  for (const marker of pageMarkers(text)) {
    while (at + 1 < stands.length && stands[at + 1]!.start <= marker.start) at++
    const { block, pos, nth, start } = stands[at]!
    const [from, to] = [marker.start - start, marker.end - start]
    if (to > block.content.size) continue
    const { kind, page, onPaper } = marker
    const doubt = doubtOfBlock(block, from, to, known) ?? order.doubt(marker)
    const words = text.slice(marker.start, marker.end)
    placed.push({ kind, page, onPaper, pos, from, to, words, nth, doubt, ...besides(text, marker) })
  }
  return placed
}

/** Whether the numbers seem to stand at the foot of their pages: the first is 1, and words of the page stand before it. */
export function seemsAtFoot(markers: readonly PlacedMarker[]): boolean {
  const first = markers.find(({ kind }) => kind === 'page-number')
  return first?.onPaper === true && first.page === '1' && first.before !== ''
}

function textOfPages(doc: Node): readonly [text: string, stands: readonly Stand[]] {
  const stands: Stand[] = []
  const parts: string[] = []
  let length = 0
  const add = (part: string) => {
    parts.push(part)
    length += part.length
  }
  bodyOf(doc).forEach((page, offset, index) => {
    if (index > 0) add('\f')
    if (standsIn(page.attrs.state)) return
    page.forEach((block, inside) => {
      if (!isBlock(block)) return
      stands.push({ block, pos: offset + 2 + inside, nth: index + 1, start: length })
      // every leaf is one place long here as there, so that places are the same
      add(block.textBetween(0, block.content.size, '', (leaf) => (isLb(leaf) ? '\n' : '\ufffc')))
      add('\n')
    })
  })
  return [parts.join(''), stands]
}

function doubtOfBlock(block: Node, from: number, to: number, hands: ReadonlyMap<string, Hand>): string | null {
  const { role, hand } = block.attrs
  if (hand !== null && layerOf(hands.get(hand)) === 'handwritten') return 'it is handwriting'
  if (role !== null) return `its role is stated: ${ROLES[role as RoleName].label}`
  let tagged = false
  block.nodesBetween(from, to, (node) => {
    tagged ||= node.marks.length > 0
  })
  return tagged ? 'words in it are tagged' : null
}

/** Whether the numbers follow on each other, those of the heads apart from those that stand alone. */
class InOrder {
  private readonly last: Record<PageMarker['kind'], PageMarker | null> = { 'page-number': null, 'running-head': null }
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  doubt(marker: PageMarker): string | null {
    const before = this.last[marker.kind]
    const doubt = this.against(marker, before)
    if (doubt === null) this.last[marker.kind] = marker
    return doubt
  }

  private against({ kind, page, onPaper, start }: PageMarker, last: PageMarker | null): string | null {
    if (page === null) return 'no number stands in it: it may be a letterhead, a marking or a salutation'
    const [number, before] = [Number(page), last === null ? null : Number(last.page)]
    if (Number.isNaN(number) || before === null || Number.isNaN(before)) return null
    if (number === before) return `number ${page} stood before`
    if (number < before) return `number ${page} comes after ${before}`
    if (kind === 'running-head' || !onPaper) return null
    const between = this.text.slice(last!.end, start)
    if (between.trim() === '' && !between.includes('\f')) return 'the number before it stands in the line above'
    // a page may have turned without a number
    const most = before + 1 + between.split('\f').length - 1
    return number > most ? `number ${page} comes after ${before}` : null
  }
}

function besides(text: string, { start, end }: PageMarker): Beside {
  const head = text.slice(Math.max(0, start - 2000), start)
  const tail = text.slice(end, end + 2000)
  return beside(head.slice(head.lastIndexOf('\f') + 1), tail.split('\f', 1)[0]!)
}
