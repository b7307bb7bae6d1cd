import type { Fragment, Node } from 'prosemirror-model'
import { isLb } from '../document/access.ts'
import { cutAt, lengthOf, type SourceRange } from '../model/source.ts'
import { placesInSource, sourceOf, textOf } from '../state/owners.ts'
import type { Seam } from './lift-to-margin.ts'

/** A stretch of a note that was a block, or part of one, before it was lifted. */
export interface NotePiece {
  /** Where it begins in the note's content. */
  readonly start: number
  readonly content: Fragment
  readonly source: readonly SourceRange[]
  readonly seam: Seam | null
}

/** A note's content cut at the line ends where a block began, with each piece's share of the source. */
export function piecesOf(note: Node, texts: readonly string[]): readonly NotePiece[] {
  const cuts: { at: number; seam: Seam }[] = []
  note.forEach((child, offset) => {
    if (isLb(child) && child.attrs.seam) cuts.push({ at: offset, seam: child.attrs.seam })
  })
  const source = sourceOf(note)
  const places = cuts.map(({ at }) => ({ at: textOf(note, 0, at + 1).length, side: -1 as const }))
  const aligned = placesInSource(source, textOf(note), places, texts)
  let last = 0
  const exact = cuts.map(({ seam }, index) => {
    last = Math.max(last, along(source, seam.begins) ?? aligned[index]!)
    return last
  })
  const ends = [...exact, lengthOf(source)]
  const starts = [0, ...cuts.map(({ at }) => at + 1)]
  const seams: (Seam | null)[] = [note.attrs.seam, ...cuts.map(({ seam }) => seam)]
  return starts.map((start, index) => {
    const [, rest] = cutAt(source, ends[index - 1] ?? 0)
    const [own] = cutAt(rest, ends[index]! - (ends[index - 1] ?? 0))
    return {
      start,
      content: note.content.cut(start, cuts[index]?.at ?? note.content.size),
      source: own,
      seam: seams[index] ?? null,
    }
  })
}

/** How far along an owner's source a place of the machine transcript lies; null where the owner no longer holds it. */
function along(source: readonly SourceRange[], place: Seam['begins']): number | null {
  let passed = 0
  for (const [original, start, end] of source) {
    if (place && original === place[0] && start <= place[1] && place[1] < end) return passed + place[1] - start
    passed += end - start
  }
  return null
}
