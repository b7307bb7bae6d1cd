import { z } from 'zod'

/** Where a window stood when it was last closed, in the screen's own units. */
export const PLACE = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximised: z.boolean(),
})
export type Place = z.infer<typeof PLACE>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const LEAST = { width: 480, height: 360 }
const USUAL = { width: 1440, height: 900 }
// so much of the title bar must be on a screen that a hand can take hold of it
const HOLD = 80

/** Where a new window stands: where the last one did, if that can still be seen, else in the middle (no x and y). `areas`: the screens' work areas, the first one first. */
export function placeOf(
  kept: Place | null,
  areas: readonly Area[],
): Partial<Area> & { readonly width: number; readonly height: number } {
  const first = areas[0] ?? { x: 0, y: 0, ...USUAL }
  if (kept === null) return { width: Math.min(USUAL.width, first.width), height: Math.min(USUAL.height, first.height) }
  const area = areas.find((one) => canBeHeld(kept, one))
  const within = area ?? first
  const size = {
    width: Math.max(LEAST.width, Math.min(kept.width, within.width)),
    height: Math.max(LEAST.height, Math.min(kept.height, within.height)),
  }
  return area ? { x: kept.x, y: kept.y, ...size } : size
}

function canBeHeld(kept: Area, area: Area): boolean {
  const across = Math.min(kept.x + kept.width, area.x + area.width) - Math.max(kept.x, area.x)
  return across >= HOLD && kept.y >= area.y && kept.y <= area.y + area.height - HOLD
}
