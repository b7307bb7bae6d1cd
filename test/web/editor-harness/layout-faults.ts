import type { EditorView } from 'prosemirror-view'

/**
 * What is wrong with the notes as they are drawn now: two that overlap, one that is more than a line from its anchor without having been
 * pushed down, one that ends below its page, an anchor in sight whose note is not drawn. An empty list is what must be.
 */
export function layoutFaults(view: EditorView): readonly string[] {
  const faults: string[] = []
  const zoom = (view.dom as HTMLElement).currentCSSZoom ?? 1
  const folded = view.dom.classList.contains('folded')
  const scroller = view.dom.closest('.editor-scroller')!.getBoundingClientRect()
  const shown = [...view.dom.querySelectorAll<HTMLElement>('.margin-note.on')].map((dom) => ({
    dom,
    id: dom.dataset.id!,
    rect: dom.getBoundingClientRect(),
  }))
  const inSight = (rect: DOMRect) => rect.bottom > scroller.top && rect.top < scroller.bottom
  for (const [index, one] of shown.entries()) {
    if (
      one.rect.left < scroller.left - 1 ||
      one.rect.right > scroller.left + view.dom.closest('.editor-scroller')!.clientWidth + 1
    )
      faults.push(`${one.id} is cut off at the side`)
    for (const other of shown.slice(index + 1)) {
      const across = one.rect.left < other.rect.right - 1 && other.rect.left < one.rect.right - 1
      if (across && one.rect.top < other.rect.bottom - 1 && other.rect.top < one.rect.bottom - 1)
        faults.push(`${one.id} overlaps ${other.id}`)
    }
  }
  const seen = new Set<string>()
  for (const page of view.dom.querySelectorAll<HTMLElement>('.page')) {
    const box = page.getBoundingClientRect()
    if (!inSight(box)) continue
    for (const anchor of page.querySelectorAll<HTMLElement>('[data-a]')) {
      const id = anchor.dataset.a!
      const rect = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
      if (seen.has(id) || !inSight(rect)) continue
      seen.add(id)
      const note = shown.find((one) => one.id === id)
      if (!note) {
        faults.push(`${id} is not drawn`)
        continue
      }
      if (note.rect.bottom > box.bottom + 1) faults.push(`${id} ends below its page`)
      const blocks = [...page.querySelectorAll<HTMLElement>('.block')]
      if (folded) {
        if (note.rect.top < blocks.at(-1)!.getBoundingClientRect().bottom) faults.push(`${id} lies over the text`)
        continue
      }
      const line = 24 * zoom
      const pushed = shown.some(
        (one) =>
          one !== note &&
          Math.abs(one.rect.left - note.rect.left) < 2 &&
          Math.abs(note.rect.top - one.rect.bottom - 8 * zoom) < 2,
      )
      if (note.rect.top < rect.top - line || (note.rect.top > rect.top + line && !pushed))
        faults.push(`${id} is ${Math.round(note.rect.top - rect.top)} px from its anchor`)
      const column = blocks[0]!.getBoundingClientRect()
      // left of the text stand the roles
      if (note.rect.left < column.left && note.rect.right > column.left - 80 * zoom) faults.push(`${id} lies over the roles`)
      if (note.rect.left < column.right && note.rect.right > column.left) faults.push(`${id} lies over the text`)
    }
  }
  return faults
}
