import type { Node } from 'prosemirror-model'
import type { DrawnNote, PageBox } from './page-box.ts'

/** The first element of a note's anchor in the text, or null. */
export function anchorInText(dom: HTMLElement, id: string): HTMLElement | null {
  return dom.querySelector(`.page [data-a="${CSS.escape(id)}"]`)
}

/** The first element of its anchor in the words of a note, or null. */
export function anchorInNotes(dom: HTMLElement, id: string): HTMLElement | null {
  return dom.querySelector(`.margin-note [data-a="${CSS.escape(id)}"]`)
}

interface Places {
  /** The editor's root. */
  readonly dom: HTMLElement
  readonly notes: ReadonlyMap<string, DrawnNote>
  readonly pages: ReadonlyMap<HTMLElement, PageBox>
  /** The id of the paper with which the text begins. */
  readonly firstPaper: string | null
}

/** The page beside which a note stands, wherever in the text it is. Looks through all of it: for jumps, never for keystrokes. */
export function pageOf(id: string, places: Places): PageBox | undefined {
  const { dom, notes, pages, firstPaper } = places
  const anchor = anchorInText(dom, id)?.closest<HTMLElement>('.page')
  if (anchor) return pages.get(anchor)
  const host = anchorInNotes(dom, id)?.closest<HTMLElement>('.margin-note')?.dataset.id
  if (host !== undefined && host !== id && notes.get(host)?.page) return notes.get(host)!.page!
  if (host !== undefined && host !== id && anchorInText(dom, host)) return pageOf(host, places)
  const { page, paper } = notes.get(id)!.node.attrs
  for (const box of pages.values()) if (page && box.node.attrs.id === page) return box
  const division = paper && dom.querySelector(`[data-division="${CSS.escape(paper)}"]`)?.closest<HTMLElement>('.page')
  if (division) return pages.get(division)
  return paper && paper === firstPaper ? pages.get(dom.querySelector<HTMLElement>('.page')!) : undefined
}

/** The id of the note that an element is of, as a note or as its anchor; null elsewhere. */
export function noteAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('.margin-note, [data-a]') : null
  return element?.dataset.a ?? element?.dataset.id ?? null
}

/** The id of the file's first paper, which is the document's own; null where none is stated. */
export const firstPaperOf = (doc: (() => Node) | null): string | null =>
  (doc?.().attrs.paper as { readonly id: string } | null | undefined)?.id ?? null
