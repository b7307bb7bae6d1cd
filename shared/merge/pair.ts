import type { SourceRange } from '../model/source.ts'
import type { ComparedItem } from './items.ts'

/**
 * For each of my items the place of the one that is the same thing in theirs, or -1. By id first; then blocks and notes with the same
 * words, in their order; then those that share most of a stretch of the machine transcript. None is paired twice.
 */
export function pairItems(mine: readonly ComparedItem[], theirs: readonly ComparedItem[]): readonly number[] {
  const pairs: number[] = new Array(mine.length).fill(-1)
  const taken = new Set<number>()
  const join = (at: number, other: number | undefined) => {
    if (other === undefined || taken.has(other)) return
    pairs[at] = other
    taken.add(other)
  }
  const byKey = new Map(theirs.map((item, at) => [item.key, at]))
  mine.forEach((item, at) => {
    join(at, byKey.get(item.key))
  })
  const open = () => theirs.flatMap((item, at) => (taken.has(at) ? [] : [{ item, at }]))
  const left = () => mine.flatMap((item, at) => (pairs[at] === -1 ? [{ item, at }] : []))

  const byWords = new Map<string, number[]>()
  const name = (item: ComparedItem) => `${item.kind} ${item.words}`
  for (const { item, at } of open()) {
    if (item.words === '' && item.kind !== 'page') continue
    byWords.set(name(item), [...(byWords.get(name(item)) ?? []), at])
  }
  for (const { item, at } of left()) join(at, byWords.get(name(item))?.shift())

  const free = open().filter(({ item }) => item.source.length > 0)
  if (free.length > 0)
    for (const { item, at } of left()) {
      let best = { share: 0, at: -1 }
      for (const other of free) {
        if (taken.has(other.at) || other.item.kind !== item.kind) continue
        const share = shared(item.source, other.item.source)
        if (share > best.share) best = { share, at: other.at }
      }
      if (best.at >= 0) join(at, best.at)
    }
  return pairs
}

/** How many characters of the machine transcript two lists of ranges have in common. */
function shared(mine: readonly SourceRange[], theirs: readonly SourceRange[]): number {
  let sum = 0
  for (const [original, start, end] of mine)
    for (const [other, from, to] of theirs) if (original === other) sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
  return sum
}
