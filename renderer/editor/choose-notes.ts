import type { Node } from 'prosemirror-model'
import { anchorsIn } from './anchors-in-page.ts'
import type { DrawnNote, PageBox, PlacedNote, Zone } from './page-box.ts'

/** The notes whose anchor is a whole page or paper, by the id of that page or paper. */
export class NotesOfPlaces {
  readonly #byPlace = new Map<string, Set<DrawnNote>>()

  add(note: DrawnNote, node: Node): void {
    for (const place of placesOf(node)) {
      const notes = this.#byPlace.get(place) ?? new Set()
      this.#byPlace.set(place, notes.add(note))
    }
  }

  /** `node` is the note as it was when it was added. */
  remove(note: DrawnNote, node: Node): void {
    for (const place of placesOf(node)) this.#byPlace.get(place)?.delete(note)
  }

  at(place: string | null): Iterable<DrawnNote> {
    return (place !== null && this.#byPlace.get(place)) || []
  }
}

const placesOf = ({ attrs }: Node): readonly string[] => [attrs.page, attrs.paper].filter(Boolean)

interface Notes {
  readonly notes: ReadonlyMap<string, DrawnNote>
  readonly ofPlaces: NotesOfPlaces
  /** The id of the paper with which the text begins. */
  readonly firstPaper: string | null
  /** Whether anything of the text is the anchor of this note. */
  readonly isInText: (id: string) => boolean
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

/** Which notes stand beside a page. Reads only. */
export function chooseNotes(page: PageBox, all: Notes): Choice {
  const { notes, ofPlaces, firstPaper, isInText, isNear, folded } = all
  const placed: PlacedNote[] = []
  const taken: DrawnNote[] = []
  const { anchors: inText, divisions } = anchorsIn(page.dom)
  const anchors = new Map(inText)
  const near = new Map<string, readonly HTMLElement[]>()
  for (const [id, elements] of inText) {
    const some = elements.filter(isNear)
    if (some.length > 0) near.set(id, some)
  }
  // head and foot of a page on which another paper begins are those of two sheets
  const mixed = [...divisions.values()].some((division) => !isFirstIn(page.dom, division))
  const take = (note: DrawnNote | undefined, anchor: HTMLElement | null) => {
    if (!note || placed.some((one) => one.note === note)) return
    const other = note.page
    if (other && other !== page && other.near) {
      // a passage over a page turn has its note beside its first line
      const first = other.dom.compareDocumentPosition(page.dom) & document.DOCUMENT_POSITION_FOLLOWING
      if (first && other.dom.querySelector(`[data-a="${CSS.escape(note.id)}"]`)) return
      taken.push(note)
    }
    placed.push({ note, anchor, zone: mixed ? besideLine(note.zone) : note.zone, line: 0, y: 0 })
  }
  const takeAt = (place: string | null, anchor: HTMLElement | null) => {
    for (const note of ofPlaces.at(place)) if (!anchors.has(note.id)) take(note, anchor)
  }
  takeAt(page.node.attrs.id, null)
  if (!page.dom.previousElementSibling) takeAt(firstPaper, null)
  for (const [id, division] of divisions) if (isNear(division)) takeAt(id, division)
  for (const [id, elements] of anchors) {
    const note = notes.get(id)
    const isAcross = folded || note?.zone === 'head' || note?.zone === 'foot'
    const anchor = near.get(id)?.[0] ?? (isAcross ? elements[0] : undefined)
    if (anchor) take(note, anchor)
  }
  // what stands on the words of a note stands beside the line of that note
  for (let at = 0; at < placed.length; at++) {
    const host = placed[at]!
    for (const [id, elements] of anchorsIn(host.note.dom).anchors) {
      const note = notes.get(id)
      if (!note || note === host.note || isInText(id)) continue
      take(note, host.anchor)
      anchors.set(id, elements)
      near.set(id, elements)
    }
  }
  return { placed, anchors, near, taken }
}

const besideLine = (zone: Zone): Zone => (zone === 'left' ? 'left' : 'right')

function isFirstIn(page: HTMLElement, element: Element): boolean {
  if (element.previousElementSibling !== null) return false
  return element.parentElement === page || isFirstIn(page, element.parentElement!)
}
