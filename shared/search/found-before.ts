import type { Slices } from '../format/slices.ts'
import { type Match, MOST_HITS, matchesIn } from './find-words.ts'
import type { Query } from './query.ts'

/** About how many UTF-16 units are looked through in one piece. */
const SLICE = 20_000

/** What one question found in each text: a text that was looked through and did not change is not looked through again. Not for expressions. */
export class FoundBefore {
  #query: Query | null = null
  #known: ReadonlyMap<string, readonly Match[]> = new Map()

  /** How many UTF-16 units of the texts were not looked through yet. */
  left(texts: readonly string[], query: Query): number {
    const known = this.#knownOf(query)
    return texts.reduce((sum, text) => sum + (known.has(text) ? 0 : text.length), 0)
  }

  /** What `matchesIn` gives, in pieces. The question is the same as long as it is the same object. */
  *matchesIn(texts: readonly string[], query: Query, most = MOST_HITS): Slices<readonly Match[]> {
    const known = new Map<string, readonly Match[]>(this.#knownOf(query))
    let some: string[] = []
    let units = 0
    const look = () => {
      const found = matchesIn(some, query, Number.POSITIVE_INFINITY)
      const own: Match[][] = some.map(() => [])
      if (found.ok) for (const match of found.value) own[match.text]!.push(match)
      for (const [at, text] of some.entries()) known.set(text, own[at]!)
      some = []
      units = 0
    }
    for (const text of texts) {
      if (known.has(text) || some.includes(text)) continue
      some.push(text)
      units += text.length
      if (units < SLICE) continue
      look()
      yield
    }
    look()
    this.#query = query
    // what is nowhere any more is forgotten
    this.#known = new Map(texts.map((text) => [text, known.get(text)!]))
    return texts.flatMap((text, at) => known.get(text)!.map((match) => ({ ...match, text: at }))).slice(0, most)
  }

  #knownOf(query: Query): ReadonlyMap<string, readonly Match[]> {
    return this.#query === query ? this.#known : new Map()
  }
}
