/** Between a box and what it stands beside, and at least to the window's edge (CSS px). */
const GAP = 8
/** A box is never higher, so that it does not cover the sheet (CSS px). */
const HIGHEST = 420
/** Less room than this above and below is none: then it stands at the side (CSS px). */
const LEAST = 160

interface Size {
  readonly width: number
  readonly height: number
}

type Target = Pick<DOMRectReadOnly, 'left' | 'right' | 'top' | 'bottom'>

/** Where a box stands in the window: from its upper edge, or from its lower one, so that it stays beside its words when it grows or shrinks. */
export interface Stand {
  readonly left: number
  readonly top?: number
  readonly bottom?: number
  readonly maxHeight: number
}

/** Where a box stands that was asked for with the mouse: its corner there, as high as it needs, moved up where the window ends. All in CSS px. */
export function standAt({ left, bottom }: Target, box: Size, window: Size): Stand {
  const within = (at: number, size: number, room: number) => Math.max(GAP, Math.min(at, room - size - GAP))
  const top = within(bottom, box.height, window.height)
  return { left: within(left, box.width, window.width), top, maxHeight: window.height - top - GAP }
}

/** Where a box of this size stands: 8 px under what it is about; above where there is no room; at its side where there is neither. All in CSS px. */
export function standBeside(target: Target, box: Size, window: Size): Stand {
  const below = window.height - target.bottom - 2 * GAP
  const above = target.top - 2 * GAP
  const needed = Math.min(box.height, HIGHEST)
  const within = (left: number) => Math.max(GAP, Math.min(left, window.width - box.width - GAP))
  if (Math.max(below, above) < Math.min(needed, LEAST)) {
    const top = Math.max(GAP, Math.min(target.top, window.height - Math.min(needed, window.height - 2 * GAP) - GAP))
    const maxHeight = Math.min(HIGHEST, window.height - top - GAP)
    return { left: within(target.right + GAP), top, maxHeight }
  }
  const left = within(target.left)
  if (below >= needed || below >= above) return { left, top: target.bottom + GAP, maxHeight: Math.min(HIGHEST, below) }
  return { left, bottom: window.height - target.top + GAP, maxHeight: Math.min(HIGHEST, above) }
}
