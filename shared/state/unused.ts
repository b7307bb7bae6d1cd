import type { SourceRange } from '../model/source.ts'
import type { Unused } from '../model/transcript.ts'

/** Takes stretches out of `unused`, cutting entries where needed. Null where any of them does not lie there: then nothing is taken. */
export function takeFromUnused(unused: readonly Unused[], wanted: readonly SourceRange[]): readonly Unused[] | null {
  let rest: readonly Unused[] = unused
  for (const range of wanted) {
    const [original, start, end] = range
    const holds = ([other, from, to]: SourceRange) => other === original && from <= start && end <= to
    if (!rest.some((entry) => entry.source.some(holds))) return null
    rest = rest.flatMap((entry) => {
      if (!entry.source.some(holds)) return [entry]
      const source = entry.source.flatMap((held): readonly SourceRange[] => {
        if (!holds(held)) return [held]
        const parts: SourceRange[] = [
          [original, held[1], start],
          [original, end, held[2]],
        ]
        return parts.filter(([, from, to]) => from < to)
      })
      return source.length > 0 ? [{ ...entry, source }] : []
    })
  }
  return rest
}
