import { longestRise } from './longest-rise.ts'

const equal = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, at) => one === b[at])

/**
 * An order that both changed, put together: what stands between two things that neither moved is taken from whoever changed it. Null where
 * both changed the same stretch in different ways. No name stands twice in a list; one may stand twice in the result, where both moved it.
 */
export function mergeLists(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  if (equal(mine, base) || equal(mine, theirs)) return theirs
  if (equal(theirs, base)) return mine
  const still = new Set(kept(base, mine))
  const anchors = kept(base, theirs).filter((one) => still.has(one))
  const out: string[] = []
  const [b, m, t] = [chunks(base, anchors), chunks(mine, anchors), chunks(theirs, anchors)]
  for (let at = 0; at <= anchors.length; at++) {
    const [was, ours, other] = [b[at]!, m[at]!, t[at]!]
    if (equal(ours, was) || equal(ours, other)) out.push(...other)
    else if (equal(other, was)) out.push(...ours)
    else return null
    if (at < anchors.length) out.push(anchors[at]!)
  }
  return out
}

/** What of a list stands in another in the same order. */
function kept(base: readonly string[], list: readonly string[]): readonly string[] {
  const places = new Map(list.map((one, at) => [one, at]))
  return longestRise(base.map((one) => places.get(one) ?? -1)).map((at) => base[at]!)
}

/** A list cut at the anchors, which it holds in this order. */
function chunks(list: readonly string[], anchors: readonly string[]): readonly (readonly string[])[] {
  const out: string[][] = [[]]
  for (const one of list) {
    if (one === anchors[out.length - 1]) out.push([])
    else out.at(-1)!.push(one)
  }
  return out
}
