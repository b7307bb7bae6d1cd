import { printSorted } from '../format/printer.ts'
import { transcriptToFile } from '../format/to-file.ts'
import type { Page, Transcript } from '../model/transcript.ts'
import { type ComparedItem, itemsOf } from './items.ts'
import { longestRise } from './longest-rise.ts'
import { pairItems } from './pair.ts'

/** The same thing in two versions, side by side. `moved`: it stands elsewhere in theirs (and may read differently too). */
export interface Pairing {
  readonly state: 'same' | 'changed' | 'moved' | 'mine' | 'theirs'
  readonly mine: ComparedItem | null
  readonly theirs: ComparedItem | null
}

/** What stands beside the text and can differ as a whole. */
export const FACTS = [
  'paper',
  'status',
  'tray',
  'unused',
  'refused',
  'hands',
  'people',
  'names',
  'revisions',
  'originals',
  'extra',
] as const satisfies readonly (keyof Transcript)[]
export type Fact = (typeof FACTS)[number]

/** Two versions of a transcript side by side: rows in the order of theirs, what only mine has before what follows it; and which facts differ. */
export interface Comparison {
  readonly rows: readonly Pairing[]
  readonly facts: readonly Fact[]
}

/** What differs between two transcripts, in canonical form. Equal transcripts give rows that are all `same`, and no facts. */
export function differences(mine: Transcript, theirs: Transcript): Comparison {
  return { rows: rowsOf(itemsOf(mine), itemsOf(theirs)), facts: factsOf(mine, theirs) }
}

function rowsOf(mine: readonly ComparedItem[], theirs: readonly ComparedItem[]): readonly Pairing[] {
  const pairs = pairItems(mine, theirs)
  const inPlace = new Set(longestRise(pairs))
  const partner = new Map(pairs.map((other, at) => [other, at]))
  const rows: Pairing[] = []
  let next = 0
  const onlyMine = (end: number) => {
    for (; next < end; next++) if (pairs[next] === -1) rows.push({ state: 'mine', mine: mine[next]!, theirs: null })
  }
  theirs.forEach((item, at) => {
    const other = partner.get(at)
    if (other === undefined) {
      rows.push({ state: 'theirs', mine: null, theirs: item })
      return
    }
    const one = mine[other]!
    if (inPlace.has(other)) {
      onlyMine(other)
      next = other + 1
    }
    const state = inPlace.has(other) ? (one.print === item.print ? 'same' : 'changed') : 'moved'
    rows.push({ state, mine: one, theirs: item })
  })
  onlyMine(mine.length)
  return rows
}

function factsOf(mine: Transcript, theirs: Transcript): readonly Fact[] {
  const [ours, other] = [mine, theirs].map((one) => transcriptToFile({ ...one, pages: [] }))
  const known = (tree: Record<string, unknown>, transcript: Transcript, fact: Fact) =>
    printSorted(fact === 'extra' ? transcript.extra : (tree[fact] ?? null))
  return FACTS.filter((fact) => known(ours!, mine, fact) !== known(other!, theirs, fact))
}

/** What differs, taken over into mine: it is theirs then. What does not differ stays mine. */
export function takenOver(mine: Transcript, { rows, facts }: Comparison, theirs: Transcript): Transcript {
  const pages: { page: Page; content: Page['content'][number][]; margin: Page['margin'][number][] }[] = []
  for (const row of rows) {
    const item = row.state === 'same' ? row.mine : row.theirs
    if (item === null) continue
    if (item.kind === 'page') pages.push({ page: item.page, content: [], margin: [] })
    else if (item.kind === 'margin') pages.at(-1)?.margin.push(item.object)
    else pages.at(-1)?.content.push(item.child)
  }
  const rest = Object.fromEntries(facts.map((fact) => [fact, theirs[fact]]))
  return { ...mine, ...rest, pages: pages.map(({ page, content, margin }) => ({ ...page, content, margin })) }
}
