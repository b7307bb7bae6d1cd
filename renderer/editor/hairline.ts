import type { CrowdCounts } from './crowd-counts.ts'
import type { DrawnNote } from './page-box.ts'

interface Ends {
  readonly note: HTMLElement
  readonly anchor: HTMLElement | null
  readonly anchors: readonly HTMLElement[]
}

const SVG = 'http://www.w3.org/2000/svg'

/**
 * The line from a note to its passage, drawn from two rects while the pointer is on either or the caret is in either; never kept for all
 * notes. Lights up both ends (class `lit`).
 */
export class Hairline {
  readonly #stack: HTMLElement
  readonly #ends: (id: string) => Ends | null
  readonly #svg = document.createElementNS(SVG, 'svg')
  readonly #path = document.createElementNS(SVG, 'path')
  #pointed: string | null = null
  #focused: string | null = null
  #lit: readonly HTMLElement[] = []

  constructor(stack: HTMLElement, ends: (id: string) => Ends | null) {
    this.#stack = stack
    this.#ends = ends
    this.#svg.classList.add('hairline')
    this.#svg.setAttribute('aria-hidden', 'true')
    this.#svg.append(this.#path)
    stack.append(this.#svg)
  }

  point(id: string | null): void {
    if (id === this.#pointed) return
    this.#pointed = id
    this.draw()
  }

  focus(id: string | null): void {
    if (id === this.#focused) return
    this.#focused = id
    this.draw()
  }

  /** Draws it where its two ends are now, or not at all. */
  draw(): void {
    const id = this.#pointed ?? this.#focused
    const ends = id === null ? null : this.#ends(id)
    if (!ends && this.#lit.length === 0) return
    const lit = ends ? [ends.note, ...ends.anchors] : []
    for (const element of this.#lit) if (!lit.includes(element)) element.classList.remove('lit')
    for (const element of lit) element.classList.add('lit')
    this.#lit = lit
    const way = ends?.anchor ? this.#way(ends.note, ends.anchor) : ''
    if (way !== this.#path.getAttribute('d')) this.#path.setAttribute('d', way)
    const hand = ends ? getComputedStyle(ends.note).getPropertyValue('--hand') : ''
    this.#svg.style.setProperty('--hand', hand)
  }

  destroy(): void {
    this.#svg.remove()
  }

  // from the note's first line to the edge of the text, then under the anchor's line to the anchor
  #way(note: HTMLElement, anchor: HTMLElement): string {
    const zoom = this.#stack.currentCSSZoom ?? 1
    const stack = this.#stack.getBoundingClientRect()
    const from = note.getBoundingClientRect()
    const to = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
    const column = anchor.closest('.block, .division')?.getBoundingClientRect()
    if (!column || from.width === 0 || note.closest('.folded')) return ''
    const x = (value: number) => Math.round((value - stack.left) / zoom) + 0.5
    const y = (value: number) => Math.round((value - stack.top) / zoom) + 0.5
    const under = y(to.bottom)
    if (from.left > to.right || from.right < to.left) {
      const right = from.left > to.right
      const start = x(right ? from.left - 4 * zoom : from.right + 4 * zoom)
      const edge = x(right ? column.right + 6 * zoom : column.left - 6 * zoom)
      const end = x(right ? to.right : to.left)
      // a note beside its line is joined along the foot of the line, under the role that stands between
      const foot = y(from.top + 22 * zoom)
      const level = Math.abs(foot - under) < 8 ? under : foot
      return `M${start} ${level}L${edge} ${under}L${end} ${under}`
    }
    // one over the column: along the edge of the text, then under the anchor's line
    const beside = x(column.left - 6 * zoom)
    return `M${beside} ${y(from.top + from.height / 2)}L${beside} ${under}L${x(to.left)} ${under}`
  }
}

/** The ends of the line of a note that is drawn: the note, or the count in which it is folded away, and its place. Null where it is not drawn. */
export function endsOf(note: DrawnNote | undefined, counts: CrowdCounts): Ends | null {
  if (!note?.page || !note.dom.classList.contains('on')) return null
  const placed = note.page.placed.find((one) => one.note === note)
  if (!placed) return null
  const count = counts.buttonOf(note.page, note.id)
  const anchors = [...note.page.dom.querySelectorAll<HTMLElement>(`[data-a="${CSS.escape(note.id)}"]`)]
  return { note: count ?? note.dom, anchor: placed.anchor, anchors }
}
