import type { Placed } from './page-box.ts'

/** Room between two notes, and between a page's last line and its notes when folded, in CSS pixels. */
const GAP = 8
export const FOLD_GAP = 20

/** Notes of one side go beside their lines, each at least a gap below the one above it. Gives back where the last one ends. */
export function pushDown(placed: readonly Placed[]): number {
  let end = 0
  for (const side of ['left', 'right'] as const) {
    let bottom = 0
    const column = placed.filter(({ note }) => note.side === side).sort((a, b) => a.y - b.y)
    for (const one of column) {
      one.y = Math.max(one.y, bottom)
      bottom = one.y + one.note.height + GAP
    }
    end = Math.max(end, bottom)
  }
  return end
}

/** Folded: one below the other under the page's text, in the order of their letters. */
export function stackUp(placed: readonly Placed[], foot: number): number {
  let bottom = foot
  for (const one of placed) {
    one.y = bottom
    bottom += one.note.height + GAP
  }
  return bottom + FOLD_GAP
}
