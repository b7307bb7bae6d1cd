import type { Mapping } from 'prosemirror-transform'

/** A stretch of the old document that was not replaced, and where it begins in the new one. */
export interface Survivor {
  readonly from: number
  readonly to: number
  readonly newFrom: number
}

/** What of `from`…`to` of the old document lives on after the mapping, in order, cut at every change. Positions are ProseMirror's. */
export function survivors(mapping: Mapping, from: number, to: number): readonly Survivor[] {
  let parts: Survivor[] = [{ from, to, newFrom: from }]
  for (const map of mapping.maps) {
    const next: Survivor[] = []
    for (const part of parts) {
      const end = part.newFrom + (part.to - part.from)
      const keep = (start: number, stop: number) => {
        const first = part.from + (start - part.newFrom)
        if (stop > start) next.push({ from: first, to: first + (stop - start), newFrom: map.map(start, 1) })
      }
      let at = part.newFrom
      map.forEach((oldStart, oldEnd) => {
        const until = Math.min(oldStart, end)
        keep(at, until)
        at = Math.max(at, until, oldStart < end ? oldEnd : 0)
      })
      keep(at, end)
    }
    parts = next
  }
  return parts
}
