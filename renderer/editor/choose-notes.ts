import { anchorsIn } from '../../shared/schema/anchor-places.ts'
import { divisionsIn } from '../../shared/schema/papers.ts'
import { elementsIn } from './anchors-in-page.ts'
import type { DrawnNote, PageBox, PlacedNote } from './page-box.ts'
import type { StandingNotes } from './standing-notes.ts'

interface Notes {
  readonly notes: ReadonlyMap<string, DrawnNote>
  readonly standing: StandingNotes
  /** The id of the paper with which the text begins. */
  readonly firstPaper: string | null
  /** Whether an element of the page is laid out: long pages are so in parts. */
  readonly isNear: (element: Element) => boolean
  /** Whether all notes stand under the text, wherever their lines are. */
  readonly folded: boolean
}

interface Choice {
  /** In the order of their anchors. */
  readonly placed: readonly PlacedNote[]
  readonly anchors: ReadonlyMap<string, readonly HTMLElement[]>
  /** Those of them that are laid out. */
  readonly near: ReadonlyMap<string, readonly HTMLElement[]>
  /** Those that stood beside another page that is in sight too. */
  readonly taken: readonly DrawnNote[]
}

/**
 * Which notes stand beside a page, as the AnchorIndex has it; the elements of the page only tell at which line. A passage over a page turn has its
 * note beside its first line, and beside a later one only while the browser skips the page of the first. Reads only.
 */
export function chooseNotes(page: PageBox, all: Notes): Choice {
  const { notes, standing, firstPaper, isNear, folded } = all
  const placed: PlacedNote[] = []
  const taken: DrawnNote[] = []
  const { anchors: inText, divisions } = elementsIn(page.dom)
  const anchors = new Map(inText)
  const near = new Map<string, readonly HTMLElement[]>()
  for (const [id, elements] of inText) {
    const some = elements.filter(isNear)
    if (some.length > 0) near.set(id, some)
  }
  // head and foot of a page on which another paper begins are those of two sheets: each paper has its own head, the foot is not known
  const mixed = divisionsIn(page.node).some(({ at }) => at > 0)
  const isPageOf = ({ node }: PageBox, id: string) => standing.get(id)?.page === node.attrs.id
  const take = (note: DrawnNote | undefined, anchor: HTMLElement | null) => {
    if (!note || placed.some((one) => one.note === note)) return
    const { id, page: other } = note
    if (other && other !== page && other.near) {
      const isBefore = isPageOf(other, id) || (!isPageOf(page, id) && other.ordinal() < page.ordinal())
      if (isBefore && anchorsIn(other.node).some((one) => one.note === id)) return
      taken.push(note)
    }
    const paper = standing.get(id)?.paper
    const under = mixed && note.zone === 'head' ? (divisions.get(paper ?? '') ?? null) : null
    if (under && !folded && !isNear(under)) return
    placed.push({
      note,
      anchor,
      zone: mixed && note.zone === 'foot' ? 'right' : note.zone,
      under,
      follows: null,
      pieces: [],
      line: 0,
      y: 0,
    })
  }
  const takeDrawnOn = (place: string | null, anchor: HTMLElement | null) => {
    for (const id of standing.drawnOn(place)) take(notes.get(id), anchor)
  }
  takeDrawnOn(page.node.attrs.id, null)
  if (page.ordinal() === 1) takeDrawnOn(firstPaper, null)
  for (const [id, division] of divisions) if (isNear(division)) takeDrawnOn(id, division)
  for (const [id, elements] of inText) {
    const note = notes.get(id)
    const isAcross = folded || note?.zone === 'head' || note?.zone === 'foot'
    const anchor = near.get(id)?.[0] ?? (isAcross ? elements[0] : undefined)
    if (anchor) take(note, anchor)
  }
  // what stands on the words of a note stands beside the line of that note
  for (let at = 0; at < placed.length; at++) {
    const host = placed[at]!
    for (const [id, elements] of elementsIn(host.note.dom).anchors) {
      const note = notes.get(id)
      const stands = standing.get(id)
      if (!note || note === host.note || stands?.on === 'text') continue
      if (stands?.host === host.note.id) take(note, host.anchor)
      anchors.set(id, [...(anchors.get(id) ?? []), ...elements])
      near.set(id, [...(near.get(id) ?? []), ...elements])
    }
  }
  return { placed: inPieces(placed), anchors, near, taken }
}

/** Pieces of one note in one margin as one note: in their order, each below the one before it, wherever on the page it was written. */
function inPieces(placed: readonly PlacedNote[]): readonly PlacedNote[] {
  const byId = new Map(placed.map((one) => [one.note.id, one]))
  const after = new Map<PlacedNote, PlacedNote[]>()
  for (const one of placed) {
    const before = byId.get(one.note.node.attrs.joins ?? '')
    if (before && before.zone === one.zone) after.set(before, [...(after.get(before) ?? []), one])
  }
  if (after.size === 0) return placed
  const followers = new Set([...after.values()].flat())
  const chain = (one: PlacedNote): readonly PlacedNote[] => [one, ...(after.get(one) ?? []).flatMap(chain)]
  return placed.flatMap((one) => {
    if (followers.has(one)) return []
    if (!after.has(one)) return [one]
    const pieces = chain(one).map(({ note }) => note)
    let follows: PlacedNote | null = null
    return chain(one).map((piece) => (follows = { ...piece, follows, pieces }))
  })
}
