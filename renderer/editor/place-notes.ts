import { divisionsIn } from '../../shared/schema/papers.ts'
import { arrange, headRoom } from './arrange.ts'
import type { PageBox } from './page-box.ts'
import { readStroke } from './pen-strokes.ts'
import type { Sight } from './sight.ts'

interface Sheet {
  /** The editor's root. */
  readonly dom: HTMLElement
  /** The text's own size in CSS pixels. */
  readonly em: number
  readonly folded: boolean
  /** What stays where it is. */
  readonly sight: Sight | null
}

/**
 * Places the notes of the pages that are dirty, and moves those of all pages near if one of them moved: reads all rects together, then writes. A
 * page whose text makes room for notes at its head is the one case in which rects are read a second time.
 */
export function placeNotes(sheet: Sheet, dirty: readonly PageBox[], near: readonly PageBox[], hasMoved: boolean): void {
  const { dom, folded } = sheet
  const zoom = dom.currentCSSZoom ?? 1
  let moved = hasMoved
  let grew = false
  for (const page of dirty) for (const { note } of page.placed) note.height = note.dom.offsetHeight
  for (const page of dirty) if (makeHeadRoom(page, folded)) moved = grew = true
  let base = dom.getBoundingClientRect().top
  const tops = near.map((page) => page.dom.getBoundingClientRect().top)
  const feet = dirty.map((page) => readLines(page, tops[near.indexOf(page)]!, { zoom, em: sheet.em, folded }))
  dirty.forEach((page, at) => {
    const end = arrange(page, { em: sheet.em, foot: feet[at]!, folded })
    const least = page.placed.length > 0 ? `${Math.ceil(end)}px` : ''
    if (page.dom.style.minHeight !== least) {
      page.dom.style.minHeight = least
      moved = grew = true
    }
    const hidden = new Set(page.crowds.flatMap((crowd) => (crowd.open ? [] : crowd.notes)))
    for (const placed of page.placed) placed.note.dom.classList.toggle('crowded-out', hidden.has(placed))
  })
  if (grew) sheet.sight?.hold()
  // a page that grew has moved those below it: their tops are read again, once
  if (moved) base = dom.getBoundingClientRect().top
  const now = moved ? near.map((page) => page.dom.getBoundingClientRect().top) : tops
  near.forEach((page, index) => {
    page.top = (now[index]! - base) / zoom
    for (const { note, y } of page.placed) {
      const at = Math.round((page.top + y) * 100) / 100
      if (note.top === at) continue
      note.top = at
      note.dom.style.top = `${at}px`
    }
  })
}

function makeHeadRoom({ dom, node, placed }: PageBox, folded: boolean): boolean {
  const lines = divisionsIn(node).length > 0 ? [...dom.querySelectorAll<HTMLElement>('.division')] : []
  const changed = [null, ...lines].map((line) => setHead(line ?? dom, folded ? 0 : headRoom(placed, line)))
  return changed.includes(true)
}

function setHead(dom: HTMLElement, room: number): boolean {
  const wanted = room > 0 ? `${Math.ceil(room)}px` : ''
  if (dom.style.getPropertyValue('--head') === wanted) return false
  if (wanted) dom.style.setProperty('--head', wanted)
  else dom.style.removeProperty('--head')
  return true
}

/** Reads where the lines of the anchors begin, and those of pen marks end; gives back where the page's text ends. */
function readLines(
  page: PageBox,
  top: number,
  { zoom, em, folded }: { readonly zoom: number; readonly em: number; readonly folded: boolean },
): number {
  const within = (y: number) => (y - top) / zoom
  for (const placed of page.placed) {
    // what stands at the head, at the foot or under the text stands there wherever its line is, and that may not be laid out
    if (placed.under && !folded) placed.line = within(placed.under.getBoundingClientRect().bottom)
    if (folded || placed.zone === 'head' || placed.zone === 'foot') continue
    if (placed.follows) {
      placed.line = placed.follows.line
      continue
    }
    // a note of the page itself stands beside its first line
    const beside = placed.anchor ?? page.dom.firstElementChild
    const line = beside?.getClientRects()[0] ?? beside?.getBoundingClientRect()
    placed.line = line ? within(line.top) : 0
  }
  for (const stroke of page.strokes) readStroke(stroke, within, em)
  const last = page.placed.length > 0 ? page.dom.lastElementChild : null
  return last ? within(last.getBoundingClientRect().bottom) : 0
}
