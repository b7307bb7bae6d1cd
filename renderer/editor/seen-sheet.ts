import type { DirectEditorProps } from 'prosemirror-view'

/**
 * What of the sheet is seen: its box without what lies over its head (the find bar), which its scroll padding tells. Client CSS px. Reads rects.
 */
export function seenSheet(sheet: Element): DOMRectReadOnly {
  const { left, top, width, height } = sheet.getBoundingClientRect()
  const covered = coveredHead(sheet)
  return new DOMRect(left, top + covered, width, Math.max(0, height - covered))
}

/** How much of the sheet's head something lies over (CSS px). */
function coveredHead(sheet: Element): number {
  return Number.parseFloat(getComputedStyle(sheet).scrollPaddingTop) || 0
}

/** How far from the sheet's edges the view keeps the place that it brings into sight: clear of what lies over its head. */
export function clearOfHead(sheet: Element): Pick<DirectEditorProps, 'scrollThreshold' | 'scrollMargin'> {
  const sides = (space: number) => ({
    get top() {
      return coveredHead(sheet) + space
    },
    right: space,
    bottom: space,
    left: space,
  })
  return { scrollThreshold: sides(0), scrollMargin: sides(FROM_EDGE) }
}

/** ProseMirror's own distance that a caret keeps from the edge, in CSS pixels. */
export const FROM_EDGE = 5
