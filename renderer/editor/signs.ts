import { isByHand } from '../../shared/vocabulary/margin.ts'
import { type HandLook, wear } from './hand-look.ts'
import type { DrawnNote, PageBox, PlacedNote } from './page-box.ts'

/** Writes the numbers of the editor's notes and, folded, letters of all notes; the same sign at anchor and note. */
export function numberNotes(
  chosen: readonly PlacedNote[],
  anchors: ReadonlyMap<string, readonly HTMLElement[]>,
  folded: boolean,
  numbers: ReadonlyMap<string, number>,
): void {
  const signs = new Map<HTMLElement, string>()
  chosen.forEach(({ note }, index) => {
    const sign = note.kind === 'editornote' ? String(numbers.get(note.id) ?? '') : note.kind === 'query' ? '?' : ''
    const letter = folded ? letterOf(index) : ''
    write(note.dom, 'sign', sign)
    write(note.dom, 'letter', letter)
    const elements = anchors.get(note.id) ?? []
    const places = lastOfEach(elements)
    const calls = new Set(note.kind === 'editornote' ? places : places.slice(0, 1))
    for (const element of elements) {
      signs.set(element, calls.has(element) && !folded ? sign : '')
      write(element, 'letter', calls.has(element) ? letter : '')
    }
  })
  for (const [element, sign] of inReadingOrder(signs)) write(element, 'sign', sign)
}

/** Numbers after the very same words: the element inside is drawn before the one around it, so it has the smaller. */
function inReadingOrder(signs: ReadonlyMap<HTMLElement, string>): ReadonlyMap<HTMLElement, string> {
  const ordered = new Map(signs)
  const isNumber = (element: Element | null) => element instanceof HTMLElement && /^\d+$/.test(signs.get(element) ?? '')
  for (const outer of signs.keys()) {
    if (!isNumber(outer) || isNumber(outer.parentElement)) continue
    const chain = [outer]
    for (let inner = outer.lastChild; inner instanceof HTMLElement; inner = inner.lastChild)
      if (isNumber(inner)) chain.unshift(inner)
    if (chain.length < 2) continue
    const sorted = chain.map((element) => signs.get(element)!).sort((a, b) => Number(a) - Number(b))
    for (const [at, element] of chain.entries()) ordered.set(element, sorted[at]!)
  }
  return ordered
}

/** Writes the number of an editor's note that stands beside another page, where this page calls it. */
export function numberCalls(elements: readonly HTMLElement[], number: number | undefined, dom: HTMLElement): void {
  const calls = new Set(lastOfEach(elements))
  for (const element of elements) {
    // words that go on from the page before were signed there
    const begins =
      element.dataset.id === undefined ||
      element.closest('.page') === dom.querySelector(`.page [data-id="${CSS.escape(element.dataset.id)}"]`)?.closest('.page')
    write(element, 'sign', calls.has(element) && begins ? String(number ?? '') : '')
    write(element, 'letter', '')
  }
}

/**
 * The elements with which the places end that call one note: each point, and of each annotation the last in its first block, as in editions.
 * Other annotations on some of the words part it into several.
 */
function lastOfEach(elements: readonly HTMLElement[]): readonly HTMLElement[] {
  const places = new Map<string, { readonly block: Element | null; last: HTMLElement }>()
  const points: HTMLElement[] = []
  for (const element of elements) {
    const { id } = element.dataset
    if (id === undefined || element.dataset.atom !== undefined) {
      points.push(element)
      continue
    }
    const block = element.closest('.block, .margin-note')
    const known = places.get(id)
    if (!known) places.set(id, { block, last: element })
    else if (known.block === block) known.last = element
  }
  const ends = new Set([...points, ...[...places.values()].map(({ last }) => last)])
  return elements.filter((element) => ends.has(element))
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
export function dressAnchor(element: HTMLElement, note: DrawnNote, look: HandLook): void {
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

/** An editor's note may be called from a page, and stand beside another one. */
export function numberCallsOfOthers(
  page: PageBox,
  anchors: Anchors,
  notes: ReadonlyMap<string, DrawnNote>,
  numbers: ReadonlyMap<string, number>,
  root: HTMLElement,
): void {
  for (const [id, elements] of anchors) {
    const note = notes.get(id)
    if (note?.kind === 'editornote' && note.page !== page) numberCalls(elements, numbers.get(id), root)
  }
}
