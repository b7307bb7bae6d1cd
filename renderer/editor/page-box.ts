import type { Node } from 'prosemirror-model'

/** The class of a part of a long page, which the browser lays out only where it is near. */
export const PART = 'page-part'
/** The class of the element in it that holds its blocks. */
export const PART_BLOCKS = 'part-blocks'

/** A margin beside the text. */
export type MarginSide = 'left' | 'right'
/** Where a note is drawn: beside its line, or over the column at the page's head or foot. */
export type Zone = MarginSide | 'head' | 'foot'

/** What the layer knows of one page. Its element is the page's; `near` while the browser lays it out. */
export interface PageBox {
  readonly dom: HTMLElement
  node: Node
  /** Its place among the pages, from 1. */
  readonly ordinal: () => number
  near: boolean
  /** Where it stands in the text, in CSS pixels. */
  top: number
  /** The notes drawn beside it, in the order of their anchors. */
  placed: readonly PlacedNote[]
  /** The pen marks drawn beside its lines. */
  strokes: readonly PenStroke[]
  /** Sides on which somebody asked to see the whole crowd. */
  readonly open: Set<MarginSide>
  /** What of its margins is folded away, or was. */
  crowds: readonly Crowd[]
  width: number
  height: number
}

export interface PlacedNote {
  readonly note: DrawnNote
  /** The first element of its anchor; null for a note that belongs to the page. */
  readonly anchor: HTMLElement | null
  readonly zone: Zone
  /** Of one at the head of a paper that begins within the page: the line of that paper. Null where the page's head is meant. */
  readonly under: HTMLElement | null
  /** The piece that it goes on from, right above it. */
  readonly follows: PlacedNote | null
  /** All pieces of its note that are drawn here as one, in order; none: it stands by itself. */
  readonly pieces: readonly DrawnNote[]
  /** Where its anchor's line begins and where it is drawn itself: from the page's top, in CSS pixels. Pieces of one note stand at the line of the first. */
  line: number
  y: number
}

/** Some lines of the text, from the top of the first to the foot of the last, in CSS pixels from the page's top. */
export interface Lines {
  readonly top: number
  readonly bottom: number
}

/** A pen mark that is drawn beside the lines of a page. */
export interface PenStroke {
  readonly note: DrawnNote
  /** The words of the page that it stands at. */
  readonly anchors: readonly HTMLElement[]
  /** Their lines, as they were last read. */
  lines: readonly Lines[]
}

/** Notes of one margin for which there is no room near their lines: a count stands in their place, until somebody asks for them. */
export interface Crowd {
  readonly side: MarginSide
  /** From the page's top, in CSS pixels. */
  readonly y: number
  readonly notes: readonly PlacedNote[]
  readonly open: boolean
}

/** A note as the layer sees it. */
export interface DrawnNote {
  readonly dom: HTMLElement
  readonly node: Node
  readonly id: string
  readonly kind: string
  /** Where it is drawn if the page has such a place. */
  readonly zone: Zone
  /** The page beside which it is drawn, and what was last read or written of it. */
  page: PageBox | null
  height: number
  top: number
  /** Writes label, badge and captions anew. */
  dress(): void
  /** Drawn as one note with these pieces, in order: what is told of all of them stands once. */
  drawWith(pieces: readonly DrawnNote[]): void
}

/** Whom notes report to. */
export interface NoteHost {
  addNote(note: DrawnNote): void
  removeNote(note: DrawnNote): void
  /** Its words changed. */
  noteTouched(note: DrawnNote): void
  /** Its attributes changed. */
  noteChanged(): void
}

/** A page that was just made: the browser has not told of it yet. */
export function pageBox(dom: HTMLElement, node: Node, ordinal: () => number): PageBox {
  return {
    dom,
    node,
    ordinal,
    near: false,
    top: 0,
    placed: [],
    strokes: [],
    open: new Set(),
    crowds: [],
    width: 0,
    height: 0,
  }
}

/** The page, after a note that stood beside it has left it. */
export function withoutNote(page: PageBox, note: DrawnNote): PageBox {
  page.placed = page.placed.filter((placed) => placed.note !== note)
  return page
}
