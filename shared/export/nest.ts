/** Annotated stretches as a tree: a leaf, or an annotation around what lies in it. `segment` counts from 0 over all calls of one `Segments`. */
export type Nested<Leaf> =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'span'; readonly id: string; readonly segment: number; readonly children: readonly Nested<Leaf>[] }

/** How many elements each annotation was cut into so far. */
export type Segments = Map<string, number>

/**
 * Turns stretches that overlap freely into a tree. Of annotations that begin together the longest is outermost, then the one that ranks
 * lower, then the smaller id; one that would cross the end of another is cut in two there. Annotations that must stay whole
 * (`isWhole`: a choice of readings) are never cut by one that need not. The same stretches give the same tree.
 */
export function nest<Leaf extends { readonly in: readonly string[] }>(
  leaves: readonly Leaf[],
  segments: Segments,
  rankOf: (id: string) => number,
  isWhole: (id: string) => boolean,
): readonly Nested<Leaf>[] {
  const ends = endsOf(leaves)
  const build = (from: number, to: number, open: ReadonlySet<string>): Nested<Leaf>[] => {
    const out: Nested<Leaf>[] = []
    for (let at = from; at < to; ) {
      const outer = outermost(at, open)
      if (outer === null) {
        out.push({ kind: 'leaf', leaf: leaves[at]! })
        at += 1
        continue
      }
      const end = Math.min(to, clipped(outer, at))
      const segment = segments.get(outer) ?? 0
      segments.set(outer, segment + 1)
      out.push({ kind: 'span', id: outer, segment, children: build(at, end, new Set([...open, outer])) })
      at = end
    }
    return out
  }
  const outermost = (at: number, open: ReadonlySet<string>): string | null => {
    let best: string | null = null
    for (const id of leaves[at]!.in) {
      if (open.has(id)) continue
      if (best === null || before(id, best, at)) best = id
    }
    return best
  }
  const before = (id: string, other: string, at: number): boolean => {
    const longer = ends[at]!.get(id)! - ends[at]!.get(other)! || rankOf(other) - rankOf(id)
    return longer === 0 ? id < other : longer > 0
  }
  /** Where an annotation that begins here must end: before a whole one that begins inside it and goes on beyond it. */
  const clipped = (id: string, at: number): number => {
    const end = ends[at]!.get(id)!
    for (let inside = at + 1; inside < end; inside += 1) {
      for (const [other, until] of ends[inside]!) {
        if (until > end && isWhole(other) && !leaves[inside - 1]!.in.includes(other)) return inside
      }
    }
    return end
  }
  return build(0, leaves.length, new Set())
}

/** For each leaf, where each of its annotations stops being on every leaf. */
function endsOf(leaves: readonly { readonly in: readonly string[] }[]): readonly ReadonlyMap<string, number>[] {
  const ends: Map<string, number>[] = []
  for (let at = leaves.length - 1; at >= 0; at -= 1) {
    const next = ends[at + 1]
    ends[at] = new Map(leaves[at]!.in.map((id) => [id, next?.get(id) ?? at + 1]))
  }
  return ends
}

/** The leaves of a tree, in order. */
export function leavesOf<Leaf>(tree: readonly Nested<Leaf>[]): readonly Leaf[] {
  return tree.flatMap((node) => (node.kind === 'leaf' ? [node.leaf] : leavesOf(node.children)))
}
