/** A stretch of an original text: index into `originals`, start and end in UTF-16 units of its decoded text (end exclusive). */
export type SourceRange = readonly [original: number, start: number, end: number]

/** The same ranges in the same order, with neighbours that touch made one. Empty ranges are left out. */
export function coalesce(ranges: readonly SourceRange[]): readonly SourceRange[] {
  const out: [number, number, number][] = []
  for (const [original, start, end] of ranges) {
    if (end <= start) continue
    const last = out.at(-1)
    if (last && last[0] === original && last[2] === start) last[2] = end
    else out.push([original, start, end])
  }
  return out
}

/** How many UTF-16 units the ranges cover together. */
export function lengthOf(ranges: readonly SourceRange[]): number {
  return ranges.reduce((sum, [, start, end]) => sum + end - start, 0)
}

/** Cuts an ordered list of ranges at an offset counted along the list (UTF-16 units from its first character). */
export function cutAt(ranges: readonly SourceRange[], offset: number): readonly [readonly SourceRange[], readonly SourceRange[]] {
  const before: SourceRange[] = []
  const after: SourceRange[] = []
  let passed = 0
  for (const [original, start, end] of ranges) {
    const length = end - start
    const cut = Math.min(Math.max(offset - passed, 0), length)
    if (cut > 0) before.push([original, start, start + cut])
    if (cut < length) after.push([original, start + cut, end])
    passed += length
  }
  return [before, after]
}

/** The original's words that the ranges name, in the order of the list. `texts[n]` is the decoded text of original `n`. */
export function wordsOf(ranges: readonly SourceRange[], texts: readonly string[]): string {
  return ranges.map(([original, start, end]) => (texts[original] ?? '').slice(start, end)).join('')
}
