import type { Crowd, MarginSide, PageBox, PlacedNote, Zone } from './page-box.ts'

/** Room between two notes, and between a page's last line and its notes when folded, in CSS pixels. */
const GAP = 8
const FOLD_GAP = 20
/**
 * In the text's own size: how far (fourteen lines) a note may be pushed from its line before a crowd of them is folded, how far
 * the first one drawn after a count may be, and a count's own room.
 */
const PUSH_MOST = 21
const PUSH_AGAIN = 3
const COUNT = 1.625
/** Where a page's text begins when nothing is written at its head, in the same measure. */
const HEAD = 3

/** What is known of a page before its notes are arranged, in CSS pixels from its top. */
interface Room {
  /** The text's own size. */
  readonly em: number
  /** Where the last line of the text ends. */
  readonly foot: number
  /** Whether all notes go under the text, because the window has no margins. */
  readonly folded: boolean
}

/** How much room the notes at a page's head, or under the line of a paper that begins in it, take from its text. */
export function headRoom(placed: readonly PlacedNote[], line: HTMLElement | null): number {
  return placed.reduce((sum, { note, zone, under }) => (zone === 'head' && under === line ? sum + note.height + GAP : sum), 0)
}

/**
 * Gives each note its `y`, and the page its crowds. Notes of a margin go beside their lines, each at least a gap below the one above it; where that
 * takes several too far from their lines, a count stands for them. Folded, all stand under the text in the order of their letters. Gives back where
 * the last one ends.
 */
export function arrange(page: Pick<PageBox, 'placed' | 'open' | 'crowds'>, room: Room): number {
  page.crowds = []
  if (room.folded) return stack(page.placed, room.foot + FOLD_GAP) + FOLD_GAP
  const heads = of(page.placed, 'head')
  for (const line of new Set(heads.map(({ under }) => under))) {
    const some = heads.filter(({ under }) => under === line)
    stack(some, line === null ? HEAD * room.em : some[0]!.line + GAP)
  }
  const foot = of(page.placed, 'foot')
  let end = foot.length > 0 ? stack(foot, room.foot + GAP) + FOLD_GAP : 0
  for (const side of ['left', 'right'] as const) {
    const column = of(page.placed, side).sort((a, b) => a.line - b.line)
    const { bottom, crowds } = inMargin(side, column, room.em, page.open.has(side))
    page.crowds = [...page.crowds, ...crowds]
    end = Math.max(end, bottom)
  }
  return end
}

const of = (placed: readonly PlacedNote[], zone: Zone) => placed.filter((one) => one.zone === zone)

/** Beside its line, or where there is room again; a piece right below the one before it. */
const below = (bottom: number, { line, follows }: PlacedNote) => Math.max(line, follows ? bottom - GAP : bottom)

/** One below the other from a height on. */
function stack(placed: readonly PlacedNote[], from: number): number {
  let bottom = from
  for (const one of placed) {
    one.y = one.follows ? bottom - GAP : bottom
    bottom = one.y + one.note.height + GAP
  }
  return bottom
}

interface Column {
  readonly bottom: number
  readonly crowds: readonly Crowd[]
}

function inMargin(side: MarginSide, column: readonly PlacedNote[], em: number, open: boolean): Column {
  const narrow = pushed(side, column, em)
  if (!open || narrow.crowds.length === 0) return narrow
  // everything is shown, and one count after the last of them folds it again
  const notes = narrow.crowds.flatMap((crowd) => crowd.notes)
  let bottom = 0
  let y = 0
  for (const one of column) {
    one.y = below(bottom, one)
    bottom = one.y + one.note.height + GAP
    if (one !== notes.at(-1)) continue
    y = bottom
    bottom += COUNT * em + GAP
  }
  return { bottom, crowds: [{ side, y, notes, open }] }
}

function pushed(side: MarginSide, column: readonly PlacedNote[], em: number): Column {
  const crowds: Crowd[] = []
  let bottom = 0
  for (let at = 0; at < column.length; ) {
    const one = column[at]!
    const notes = tooFar(column, at, bottom, em)
    // a count in the place of a single note would save no room
    if (notes.length < 2) {
      one.y = below(bottom, one)
      bottom = one.y + one.note.height + GAP
      at += 1
      continue
    }
    // out of sight and in nobody's way
    for (const hidden of notes) hidden.y = 0
    crowds.push({ side, y: bottom, notes, open: false })
    bottom += COUNT * em + GAP
    at += notes.length
  }
  return { bottom, crowds }
}

/** The notes from one on that would stand too far below their lines; those after them are drawn again where they stand close to theirs. */
function tooFar(column: readonly PlacedNote[], from: number, bottom: number, em: number): readonly PlacedNote[] {
  if (bottom - column[from]!.line <= PUSH_MOST * em) return []
  let to = from + 1
  while (to < column.length && bottom + COUNT * em + GAP - column[to]!.line > PUSH_AGAIN * em) to += 1
  return column.slice(from, to)
}
