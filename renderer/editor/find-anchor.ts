/** The first element of a note's anchor in the text, or null. */
export function anchorInText(dom: HTMLElement, id: string): HTMLElement | null {
  return dom.querySelector(`.page [data-a="${CSS.escape(id)}"]`)
}

/** The id of the note that an element is of, as a note or as its anchor; null elsewhere. */
export function noteAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('.margin-note, [data-a]') : null
  return element?.dataset.a ?? element?.dataset.id ?? null
}
