import { type HandLook, wear } from './hand-look.ts'
import type { DrawnNote, PageBox, PenStroke } from './page-box.ts'
import { isBesideLines, linesOf, offsetsOf, type Pen, pathOf } from './pen-paths.ts'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Draws sidelines, arrows, ticks and crosses at the edge of the text, as long as their lines. Where it is not stated at which edge, at the one where
 * the mark's name stands, which says so. Names are the notes' own: what is drawn here is a picture only.
 */
export class PenStrokes {
  readonly dom = document.createElement('div')
  readonly #look: HandLook
  readonly #drawn = new Map<PageBox, Drawn[]>()

  constructor(look: HandLook) {
    this.#look = look
    this.dom.className = 'pen-strokes'
    this.dom.setAttribute('aria-hidden', 'true')
  }

  /** Draws the strokes of the pages near, where their lines are now; those of all other pages go. `em` in CSS pixels. */
  draw(pages: ReadonlySet<PageBox>, em: number, folded: boolean): void {
    this.dom.classList.toggle('folded', folded)
    for (const [page, drawn] of this.#drawn) {
      if (pages.has(page)) continue
      for (const { svg } of drawn) svg.remove()
      this.#drawn.delete(page)
    }
    for (const page of pages) if (page.strokes.length > 0 || this.#drawn.has(page)) this.#drawPage(page, em)
  }

  #drawPage(page: PageBox, em: number): void {
    const all = page.strokes.flatMap(({ note, lines }) => lines.map((line) => ({ note, ...penOf(note), ...line })))
    const offsets = offsetsOf(all)
    const drawn = this.#drawn.get(page) ?? []
    this.#drawn.set(page, drawn)
    for (const { svg } of drawn.splice(all.length)) svg.remove()
    all.forEach((stroke, at) => {
      const one = drawn[at] ?? this.#make()
      drawn[at] = one
      const top = `${Math.round((page.top + stroke.top) * 100) / 100}px`
      if (one.svg.style.top !== top) one.svg.style.top = top
      const way = pathOf(stroke, offsets[at]!, stroke.bottom - stroke.top, em)
      if (one.path.getAttribute('d') !== way) one.path.setAttribute('d', way)
      one.svg.dataset.of = stroke.note.id
      one.svg.classList.toggle('left', stroke.side === 'left')
      one.svg.classList.toggle('faded', this.#look.isFaded(stroke.note.node.attrs.hand))
      one.hand = wear(one.svg, one.hand, this.#look.handClass(stroke.note.node.attrs.hand))
    })
  }

  #make(): Drawn {
    const svg = document.createElementNS(SVG, 'svg')
    const path = document.createElementNS(SVG, 'path')
    svg.classList.add('pen-stroke')
    svg.append(path)
    this.dom.append(svg)
    return { svg, path, hand: '' }
  }

  destroy(): void {
    this.dom.remove()
  }
}

interface Drawn {
  readonly svg: SVGSVGElement
  readonly path: SVGPathElement
  hand: string
}

/** The marks of a page that are drawn beside its lines. Reads no rects. */
export function strokesOf(
  page: HTMLElement,
  anchors: ReadonlyMap<string, readonly HTMLElement[]>,
  notes: ReadonlyMap<string, DrawnNote>,
): readonly PenStroke[] {
  const strokes: PenStroke[] = []
  for (const [id, elements] of anchors) {
    const note = notes.get(id)
    // what stands on the words of a note has no lines of the text
    if (note && isBesideLines(note.node.attrs.kind) && note.kind === 'penmark' && page.contains(elements[0]!))
      strokes.push({ note, anchors: elements, lines: [] })
  }
  return strokes
}

/** Reads where the lines of a stroke are; `within` turns a height of the window into one of the page. */
export function readStroke(stroke: PenStroke, within: (y: number) => number, em: number): void {
  const boxes = stroke.anchors.flatMap((anchor) => [...anchor.getClientRects()])
  stroke.lines = linesOf(
    boxes.map(({ top, bottom }) => ({ top: within(top), bottom: within(bottom) })),
    em,
  )
}

function penOf({ node, zone }: DrawnNote): Pen {
  const { kind, count } = node.attrs
  return { kind, count: Math.min(3, Math.max(1, Number(count) || 1)), side: zone === 'left' ? 'left' : 'right' }
}
