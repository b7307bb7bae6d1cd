import { isByHand } from '../../shared/vocabulary/margin.ts'
import { type HandLook, wear } from './hand-look.ts'
import type { NoteNumbers } from './note-numbers.ts'
import type { DrawnNote, PageBox, PlacedNote } from './page-box.ts'

interface Called {
  /** All that stand beside the page. */
  readonly placed: readonly PlacedNote[]
  /** What is anchored on it, or in the notes beside it, also of notes that stand beside another page. */
  readonly anchors: ReadonlyMap<string, readonly HTMLElement[]>
  readonly notes: ReadonlyMap<string, DrawnNote>
  readonly numbers: NoteNumbers
  /** Whether all notes stand under the text. */
  readonly folded: boolean
}

/**
 * Writes the numbers of the editor's notes and, folded, letters of all notes; the same sign at anchor and note. A number stands after the
 * last word of its passage, over blocks and page turns; a letter leads to the page's own foot, and stays on the page.
 */
export function numberNotes(page: PageBox, { placed, anchors, notes, numbers, folded }: Called): void {
  const letters = new Map<string, string>()
  let count = 0
  for (const { note, follows } of placed) {
    write(note.dom, 'sign', signOf(note, numbers))
    // a note in pieces has one letter, and one call: at its first
    const letter = folded && !follows ? letterOf(count++) : ''
    letters.set(note.id, letter)
    write(note.dom, 'letter', letter)
  }
  const signs = new Map<HTMLElement, string>()
  const calledBy = new Map<HTMLElement, string>()
  for (const [id, elements] of anchors) {
    const note = notes.get(id)
    if (!note) continue
    const places = lastOfEach(elements)
    const calls = new Set(note.kind === 'editornote' ? places : places.slice(0, 1))
    const isOfOther = !letters.has(id)
    for (const element of elements) {
      const isCalled = calls.has(element) && numbers.endsOn(element.dataset.id, page.node.attrs.id)
      signs.set(element, isCalled && (isOfOther || !folded) ? signOf(note, numbers) : '')
      calledBy.set(element, calls.has(element) ? (letters.get(id) ?? '') : '')
    }
  }
  for (const [element, sign] of inReadingOrder(signs)) write(element, 'sign', sign)
  for (const [element, letter] of inReadingOrder(calledBy)) write(element, 'letter', letter)
}

function signOf({ id, kind }: DrawnNote, { all }: NoteNumbers): string {
  if (kind === 'query') return '?'
  return kind === 'editornote' ? String(all.get(id) ?? '') : ''
}

/** Numbers, or letters, after the very same words: the element inside is drawn before the one around it, so it has the first. */
function inReadingOrder(signs: ReadonlyMap<HTMLElement, string>): ReadonlyMap<HTMLElement, string> {
  const ordered = new Map(signs)
  const isCall = (element: Element | null) => element instanceof HTMLElement && /^(?:\d+|[a-z]+)$/.test(signs.get(element) ?? '')
  for (const outer of signs.keys()) {
    if (!isCall(outer) || isCall(outer.parentElement)) continue
    const chain = [outer]
    for (let inner = outer.lastChild; inner instanceof HTMLElement; inner = inner.lastChild)
      if (isCall(inner)) chain.unshift(inner)
    if (chain.length < 2) continue
    const sorted = chain.map((element) => signs.get(element)!).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    for (const [at, element] of chain.entries()) ordered.set(element, sorted[at]!)
  }
  return ordered
}

/**
 * The elements with which the places end that call one note: each point, and of each annotation the last one here. Other annotations on some
 * of the words part it into several.
 */
function lastOfEach(elements: readonly HTMLElement[]): readonly HTMLElement[] {
  const ends = new Map<string | HTMLElement, HTMLElement>()
  for (const element of elements) {
    const { id, atom } = element.dataset
    ends.set(id === undefined || atom !== undefined ? element : id, element)
  }
  return [...ends.values()]
}

/** a … z, aa, ab … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

/** Says which page it is. Ordinals change when a page before it comes or goes, so they are read only for pages in sight. */
export function labelPage(page: PageBox): void {
  const words = `Page ${page.ordinal()}`
  if (page.dom.getAttribute('aria-label') === words) return
  page.dom.setAttribute('aria-label', words)
}

/** Gives an anchor the kind and the hand of its note. */
function dressAnchor(element: HTMLElement, note: DrawnNote, look: HandLook): void {
  write(element, 'kind', note.kind)
  write(element, 'pen', note.kind === 'penmark' ? String(note.node.attrs.kind ?? 'mark') : '')
  write(element, 'count', note.kind === 'penmark' ? String(note.node.attrs.count ?? '1') : '')
  const wanted = isByHand(note.kind) ? look.handClass(note.node.attrs.hand) : ''
  write(element, 'hand', wear(element, element.dataset.hand ?? '', wanted))
}

function write(element: HTMLElement, name: string, value: string): void {
  if ((element.dataset[name] ?? '') === value) return
  if (value === '') delete element.dataset[name]
  else element.dataset[name] = value
}

type Anchors = ReadonlyMap<string, readonly HTMLElement[]>

/** Writes hand and kind of their notes on anchors. */
export function dressAnchors(anchors: Anchors, notes: ReadonlyMap<string, DrawnNote>, look: HandLook): void {
  for (const [id, elements] of anchors) {
    const note = notes.get(id)
    if (note) for (const element of elements) dressAnchor(element, note, look)
  }
}
