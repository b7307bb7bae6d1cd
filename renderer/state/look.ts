import type { Observable } from '../ui/observable.ts'

/** How this person has the window on this machine. Sizes of panels are CSS px; null: as wide as the window's width suggests. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark'
  readonly contrast: 'system' | 'more'
  /** Percent of the sheet's usual letter. */
  readonly zoom: number
  readonly side: number | null
  readonly facts: number | null
  readonly factsShown: boolean
  readonly toolbar: boolean
  /** Whether the list of documents is kept open beside a document. */
  readonly listKept: boolean
  /** Whether the roles of the blocks stand in the lane left of the text. */
  readonly roles: boolean
  /** Whether words that were mended without a tag have a tick. */
  readonly ticks: boolean
  /** Whether it is looked for doubts, and in which order they stand. */
  readonly doubts: boolean
  readonly doubtsInOrder: boolean
}

export const FIRST_LOOK: Look = {
  theme: 'system',
  contrast: 'system',
  zoom: 100,
  side: null,
  facts: null,
  factsShown: true,
  toolbar: true,
  listKept: false,
  roles: true,
  ticks: true,
  doubts: false,
  doubtsInOrder: false,
}

/** The sizes of the sheet's letter that the keys go through, in percent. */
const ZOOMS: readonly number[] = [75, 90, 100, 110, 125, 150, 175, 200, 250, 300]

export const PANEL_WIDTHS = { least: 160, most: 640 } as const

/** What was remembered; whatever cannot be read of it is as at first. */
export function readLook(text: string | undefined): Look {
  const kept = recordIn(text)
  return {
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    contrast: kept.contrast === 'more' ? 'more' : 'system',
    zoom: ZOOMS.find((zoom) => zoom === kept.zoom) ?? 100,
    side: width(kept.side),
    facts: width(kept.facts),
    factsShown: kept.factsShown !== false,
    toolbar: kept.toolbar !== false,
    listKept: kept.listKept === true,
    roles: kept.roles !== false,
    ticks: kept.ticks !== false,
    doubts: kept.doubts === true,
    doubtsInOrder: kept.doubtsInOrder === true,
  }
}

function recordIn(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

/** A width that a panel can have, or null where none is said. */
export function width(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  return Math.round(Math.min(Math.max(value, PANEL_WIDTHS.least), PANEL_WIDTHS.most))
}

/** The next larger or smaller letter; the same at either end. */
export function nextZoom(zoom: number, step: 1 | -1): number {
  return ZOOMS[ZOOMS.indexOf(zoom) + step] ?? zoom
}

/** Draws the window so, now and whenever the look changes. Ends with what it returns. */
export function wearLook(look: Observable<Look>): () => void {
  const system = matchMedia('(prefers-contrast: more)')
  const draw = () => {
    const { theme, contrast, zoom, side, facts, factsShown } = look.get()
    const { style, dataset } = document.documentElement
    dataset.theme = theme
    dataset.contrast = contrast === 'more' || system.matches ? 'more' : 'usual'
    dataset.facts = factsShown ? 'shown' : 'hidden'
    set(style, '--zoom', zoom === 100 ? null : String(zoom / 100))
    set(style, '--side-width', side === null ? null : `${side}px`)
    const shown = facts === null ? null : `${facts}px`
    set(style, '--facts-width', shown)
  }
  draw()
  system.addEventListener('change', draw)
  const end = look.subscribe(draw)
  return () => {
    system.removeEventListener('change', draw)
    end()
  }
}

function set(style: CSSStyleDeclaration, name: string, value: string | null): void {
  if (value === null) style.removeProperty(name)
  else style.setProperty(name, value)
}

/** Whether the window is too narrow for a place of the inspector's own (`styles/room.css` says the same). */
export const isNarrow = (): boolean => matchMedia('(max-width: 1399.9px)').matches
