import type { Node } from 'prosemirror-model'
import { cutAt, type SourceRange } from '../model/source.ts'
import { placesInSource, sourceOf, textOf } from '../state/owners.ts'

/** An owner's source in three: before, inside and after a stretch of its content (offsets in the node's content). */
export function cutSource(
  owner: Node,
  from: number,
  to: number,
  texts: readonly string[],
): readonly [readonly SourceRange[], readonly SourceRange[], readonly SourceRange[]] {
  const places = [
    { at: textOf(owner, 0, from).length, side: -1 as const },
    { at: textOf(owner, 0, to).length, side: 1 as const },
  ]
  const [first, second] = placesInSource(sourceOf(owner), textOf(owner), places, texts) as [number, number]
  const [start, after] = cutAt(sourceOf(owner), second)
  const [before, inside] = cutAt(start, Math.min(first, second))
  return [before, inside, after]
}
