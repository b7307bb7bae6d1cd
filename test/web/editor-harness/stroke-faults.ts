import type { EditorView } from 'prosemirror-view'

const BESIDE = '.page [data-a]:is([data-pen="sideline"], [data-pen="arrow"], [data-pen="tick"], [data-pen="cross"])'

/**
 * What is wrong with the pen marks that stand beside lines, as they are drawn now: a passage in sight without a stroke at its first line, a sideline
 * that is not as long as its lines, strokes that cross one another or lie over the text. An empty list is what must be.
 */
export function strokeFaults(view: EditorView): readonly string[] {
  const faults: string[] = []
  const zoom = (view.dom as HTMLElement).currentCSSZoom ?? 1
  const scroller = view.dom.closest('.editor-scroller')!.getBoundingClientRect()
  const inSight = ({ top, bottom }: DOMRect) => bottom > scroller.top && top < scroller.bottom
  const strokes = [...view.dom.parentElement!.querySelectorAll<SVGSVGElement>('.pen-stroke')].map((svg) => ({
    id: svg.dataset.of!,
    rect: svg.querySelector('path')!.getBoundingClientRect(),
  }))
  for (const anchor of view.dom.querySelectorAll<HTMLElement>(BESIDE)) {
    const id = anchor.dataset.a!
    const rects = [...anchor.getClientRects()]
    const [first, last] = [rects[0], rects.at(-1)]
    if (!first || !last || !inSight(first) || !inSight(last)) continue
    const own = strokes.filter((stroke) => stroke.id === id && stroke.rect.bottom > first.top && stroke.rect.top < last.bottom)
    if (own.length === 0) faults.push(`${id} has no stroke at its line`)
    if (anchor.dataset.pen !== 'sideline') continue
    if (!own.some(({ rect }) => rect.top < first.top + 2 && rect.bottom > last.bottom - 2))
      faults.push(`${id} is not as long as its lines`)
  }
  const column = view.dom.querySelector('.block')!.getBoundingClientRect()
  for (const [at, one] of strokes.entries()) {
    if (!inSight(one.rect)) continue
    if (one.rect.left < column.right && one.rect.right > column.left) faults.push(`the stroke of ${one.id} lies over the text`)
    for (const other of strokes.slice(at + 1)) {
      const across = one.rect.left < other.rect.right - zoom && other.rect.left < one.rect.right - zoom
      if (across && one.rect.top < other.rect.bottom - zoom && other.rect.top < one.rect.bottom - zoom)
        faults.push(`the strokes of ${one.id} and ${other.id} cross`)
    }
  }
  return faults
}
