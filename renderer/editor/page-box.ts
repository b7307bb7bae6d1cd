import type { Node } from 'prosemirror-model'

/** What the layer knows of one page. Its element is the page's; `near` while the browser lays it out. */
export interface PageBox {
  readonly dom: HTMLElement
  node: Node
  /** Its place among the pages, from 1. */
  readonly ordinal: () => number
  near: boolean
  /** The notes drawn beside it, in the order of their anchors. */
  placed: readonly Placed[]
  width: number
  height: number
}

export interface Placed {
  readonly note: DrawnNote
  /** The first element of its anchor; null for a note that belongs to the page. */
  readonly anchor: HTMLElement | null
  /** From the page's top, in CSS pixels. */
  y: number
}

/** A note as the layer sees it. */
export interface DrawnNote {
  readonly dom: HTMLElement
  readonly node: Node
  readonly id: string
  readonly kind: string
  readonly side: 'left' | 'right'
  /** The page beside which it is drawn, and what was last read or written of it. */
  page: PageBox | null
  height: number
  top: number
  /** Writes label, badge and captions anew. */
  dress(): void
}

/** Whom notes report to. */
export interface NoteHost {
  addNote(note: DrawnNote): void
  removeNote(note: DrawnNote): void
  /** Its words changed. */
  noteTouched(note: DrawnNote): void
  /** Its attributes changed. */
  noteChanged(note: DrawnNote, before: Node): void
}
