import { PART, type PageBox } from './page-box.ts'

/** The first block in sight, and where it stands on the screen. */
export interface Sight {
  /** Whether it stands there still. */
  stands(): boolean
  /** Puts it where it stood, unless somebody scrolled since. */
  hold(): void
}

/**
 * Looks what stands first in sight, so that it can be kept there while pages above it grow. The browser does that too, but not in a layout in
 * which that block's own page changes (css-scroll-anchoring, suppression triggers), and after a jump the notes of several pages are placed at
 * once. At the very top nothing is held, as in the browser. Reads rects; null where no block is in sight.
 */
export function lookAt(dom: HTMLElement, near: Iterable<PageBox>): Sight | null {
  const scroller = dom.closest('.editor-scroller')
  if (!scroller) return null
  const { top, bottom } = scroller.getBoundingClientRect()
  let first: { readonly block: Element; readonly at: number } | null = null
  for (const page of near)
    for (const block of blocksIn(page.dom, top, bottom)) {
      const rect = block.getBoundingClientRect()
      if (rect.bottom <= top || rect.top >= bottom) continue
      if (first === null || rect.top - top < first.at) first = { block, at: rect.top - top }
      break
    }
  if (first === null) return null
  const { block, at } = first
  let { scrollTop } = scroller
  const isScrolled = () => scroller.scrollTop !== scrollTop || !block.isConnected
  const moved = () => block.getBoundingClientRect().top - scroller.getBoundingClientRect().top - at
  return {
    stands: () => !isScrolled() && Math.abs(moved()) < 1,
    hold() {
      if (scrollTop === 0 || isScrolled()) return
      const by = moved()
      if (Math.abs(by) < 1) return
      scroller.scrollTop += by / (scroller.currentCSSZoom ?? 1)
      scrollTop = scroller.scrollTop
    },
  }
}

/** The blocks of a page, or of those of its parts that are in sight. */
function* blocksIn(page: HTMLElement, top: number, bottom: number): Iterable<Element> {
  for (const child of page.children) {
    if (!child.classList.contains(PART)) {
      yield child
      continue
    }
    const rect = child.getBoundingClientRect()
    if (rect.top >= bottom) return
    if (rect.bottom > top) yield* child.firstElementChild!.children
  }
}
