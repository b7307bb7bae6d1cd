import { isByHand } from '../../shared/vocabulary/margin.ts'
import type { HandLook } from './hand-look.ts'
import type { DrawnNote, PageBox, Placed } from './page-box.ts'

/** Writes the numbers of the editor's notes and, folded, letters of all notes; the same sign at anchor and note. */
export function numberNotes(
  chosen: readonly Placed[],
  anchors: ReadonlyMap<string, readonly HTMLElement[]>,
  folded: boolean,
  numbers: ReadonlyMap<string, number>,
): void {
  chosen.forEach(({ note }, index) => {
    const sign = note.kind === 'editornote' ? String(numbers.get(note.id) ?? '') : note.kind === 'query' ? '?' : ''
    const letter = folded ? letterOf(index) : ''
    write(note.dom, 'sign', sign)
    write(note.dom, 'letter', letter)
    anchors.get(note.id)?.forEach((element, at) => {
      write(element, 'sign', at === 0 && !folded ? sign : '')
      write(element, 'letter', at === 0 ? letter : '')
    })
  })
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
  const had = element.dataset.hand ?? ''
  if (had === wanted) return
  if (had) element.classList.remove(had)
  if (wanted) element.classList.add(wanted)
  write(element, 'hand', wanted)
}

function write(element: HTMLElement, name: string, value: string): void {
  if ((element.dataset[name] ?? '') === value) return
  if (value === '') delete element.dataset[name]
  else element.dataset[name] = value
}
