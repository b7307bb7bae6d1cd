/** The elements of a page, or of a note, that notes are drawn beside: anchors by the id of their note, and divisions by theirs, in reading order. */
export function elementsIn(page: HTMLElement): {
  readonly anchors: ReadonlyMap<string, readonly HTMLElement[]>
  readonly divisions: ReadonlyMap<string, HTMLElement>
} {
  const anchors = new Map<string, HTMLElement[]>()
  const divisions = new Map<string, HTMLElement>()
  for (const element of page.querySelectorAll<HTMLElement>('[data-a], [data-division]')) {
    const { a, division } = element.dataset
    if (a) {
      const known = anchors.get(a)
      if (known) known.push(element)
      else anchors.set(a, [element])
    } else if (division) divisions.set(division, element)
  }
  return { anchors, divisions }
}
