import type { EditorView } from 'prosemirror-view'

/**
 * What is wrong with the notes as they are drawn now: two that overlap each other or a count of folded ones, one that is more than a line from its
 * anchor without having been pushed down or pushed out of sight of it among others, one that ends below its page, one written at the head or foot
 * that is drawn elsewhere, an anchor in sight whose note is neither drawn nor counted. An empty list is what must be.
 */
export function layoutFaults(view: EditorView): readonly string[] {
  const faults: string[] = []
  const em = Number.parseFloat(getComputedStyle(view.dom).fontSize)
  const zoom = (view.dom as HTMLElement).currentCSSZoom ?? 1
  const folded = view.dom.classList.contains('folded')
  const scroller = view.dom.closest('.editor-scroller')!.getBoundingClientRect()
  const all = [...view.dom.querySelectorAll<HTMLElement>('.margin-note.on')]
  const isFolded = (dom: HTMLElement) => dom.classList.contains('crowded-out')
  const counts = [...(view.dom.parentElement?.querySelectorAll<HTMLElement>('.crowd-count') ?? [])]
  const shown = [...all.filter((dom) => !isFolded(dom)), ...counts].map((dom) => ({
    dom,
    id: dom.dataset.id ?? dom.textContent,
    rect: dom.getBoundingClientRect(),
  }))
  const counted = counts
    .filter((dom) => dom.getAttribute('aria-expanded') === 'false')
    .reduce((sum, dom) => sum + Number.parseInt(dom.textContent, 10), 0)
  const hidden = all.filter(isFolded)
  if (counted !== hidden.length) faults.push(`${hidden.length} notes are folded, but ${counted} are counted`)
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
  const isOpen = ({ left, right }: DOMRect) =>
    counts
      .filter((dom) => dom.getAttribute('aria-expanded') === 'true')
      .map((dom) => dom.getBoundingClientRect())
      .some((count) => count.left < right && left < count.right)
  const seen = new Set<string>()
  for (const page of view.dom.querySelectorAll<HTMLElement>('.page')) {
    const box = page.getBoundingClientRect()
    const far: typeof shown = []
    if (!inSight(box)) continue
    for (const anchor of page.querySelectorAll<HTMLElement>('[data-a]')) {
      const id = anchor.dataset.a!
      const rect = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()
      if (seen.has(id) || !inSight(rect)) continue
      seen.add(id)
      const note = shown.find((one) => one.id === id)
      // words over a page turn have their note beside the first of the two pages
      if (
        note &&
        note.rect.top < box.top &&
        [...view.dom.querySelectorAll(`[data-a="${id}"]`)].some((one) => !page.contains(one))
      )
        continue
      if (hidden.some((dom) => dom.dataset.id === id)) continue
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
      if (note.dom.classList.contains('across')) {
        const over = blocks.map((block) => block.getBoundingClientRect()).some((one) => isOver(note.rect, one))
        if (over || note.rect.top <= box.top + 20 * zoom) faults.push(`${id} lies over the text`)
        continue
      }
      const line = 1.5 * em * zoom
      // a piece stands right below the one before it, wherever on the page it was written
      if (note.dom.classList.contains('piece')) {
        if (
          !shown.some((one) => one !== note && Math.abs(one.rect.bottom - note.rect.top) < 2 && one.rect.left === note.rect.left)
        )
          faults.push(`${id} does not stand below the piece before it`)
        continue
      }
      const pushed = shown.some(
        (one) =>
          one !== note &&
          one.rect.left < note.rect.right &&
          note.rect.left < one.rect.right &&
          Math.abs(note.rect.top - one.rect.bottom - 8 * zoom) < 2,
      )
      if (note.rect.top < rect.top - line || (note.rect.top > rect.top + line && !pushed))
        faults.push(`${id} is ${Math.round(note.rect.top - rect.top)} px from its anchor`)
      if (note.rect.top > rect.top + 14 * line + 1 && !isOpen(note.rect)) far.push(note)
      const column = blocks[0]!.getBoundingClientRect()
      // left of the text stand the roles
      if (note.rect.left < column.left && note.rect.right > column.left - 5 * em * zoom) faults.push(`${id} lies over the roles`)
      if (note.rect.left < column.right && note.rect.right > column.left) faults.push(`${id} lies over the text`)
    }
    // a count in the place of one note would save no room
    for (const { id, rect } of far)
      if (far.some((other) => other.rect.left === rect.left && other.rect.top > rect.top))
        faults.push(`${id} and others are pushed too far from their lines`)
  }
  return faults
}

const isOver = (one: DOMRect, other: DOMRect) =>
  one.top < other.bottom - 1 && one.bottom > other.top + 1 && one.left < other.right - 1 && one.right > other.left + 1
