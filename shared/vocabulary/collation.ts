import type { Collation, Page } from '../model/transcript.ts'
import { COLLATED_WITH, canBeCollated, STATUSES } from './page.ts'
import { shortDate } from './short-date.ts'

/** What of a page tells whether it was collated. */
export type CollatedPage = Pick<Page, 'state' | 'collated'>

/** One collation, with the pages that it took in: their numbers in the list, from 0. */
export interface CollationOfPages extends Collation {
  readonly pages: readonly number[]
}

const NOT_COLLATED = 'not collated'

const sameAs = (a: Collation) => (b: Collation) => a.against === b.against && a.who === b.who && a.when === b.when

/** The collations of some pages, in the order in which they are met; each with the pages that it took in. */
export function collationsOf(pages: readonly CollatedPage[]): readonly CollationOfPages[] {
  const found: { collation: Collation; pages: number[] }[] = []
  pages.forEach(({ collated = [] }, at) => {
    for (const collation of collated) {
      const known = found.find((one) => sameAs(one.collation)(collation))
      if (!known) found.push({ collation, pages: [at] })
      else if (known.pages.at(-1) !== at) known.pages.push(at)
    }
  })
  return found.map((one) => ({ ...one.collation, pages: one.pages }))
}

/** Whether every page that can be compared with anything was; of nothing but missing pages nothing was. */
export function isCollated(pages: readonly CollatedPage[]): boolean {
  const there = pages.filter(({ state }) => canBeCollated(state))
  return there.length > 0 && there.every(({ collated = [] }) => collated.length > 0)
}

/** Whether a collation took in every one of the pages that can be compared with anything. */
export function isWhole(taken: readonly number[], pages: readonly CollatedPage[]): boolean {
  return pages.every(({ state }, at) => !canBeCollated(state) || taken.includes(at))
}

/** “collated with the paper by R Bone, 30 Nov 2026”, with the pages where it is not all of them; “not collated” where nothing was. */
export function collationInWords(pages: readonly CollatedPage[]): string {
  const all = collationsOf(pages)
  if (all.length === 0) return NOT_COLLATED
  const words = all.map((one) => {
    const which = isWhole(one.pages, pages) ? '' : `${pagesInWords(one.pages)} of ${pages.length} `
    return `${which}collated ${oneInWords(one)}`
  })
  return [...words, ...(isCollated(pages) ? [] : ['the rest not collated'])].join(', ')
}

/** “with the paper by R Bone, 30 Nov 2026”. */
export function oneInWords({ against, who, when }: Collation): string {
  const table: Readonly<Record<string, string>> = COLLATED_WITH
  return `with ${table[against] ?? against} by ${who}, ${shortDate(when)}`
}

/** Numbers from 0, as a reader counts: “page 1”, “pages 1–3, 5”. */
export function pagesInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const at of numbers) {
    const last = runs.at(-1)
    if (last && at === last[1] + 1) last[1] = at
    else runs.push([at, at])
  }
  const words = runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(', ')
  return `${numbers.length === 1 ? 'page' : 'pages'} ${words}`
}

/** The numbers (from 0, in order) that somebody wrote as “1, 3-5”; or a sentence that says what is wrong. `count`: how many pages there are. */
export function readPages(words: string, count: number): readonly number[] | string {
  const numbers = new Set<number>()
  for (const part of words.split(/[,;\s]+/).filter(Boolean)) {
    const match = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part)
    if (!match) return `“${part}” is no page: write numbers, as 1, 3-5.`
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])]
    if (from < 1 || to < from || to > count) return `“${part}”: there are pages 1 to ${count}.`
    for (let page = from; page <= to; page++) numbers.add(page - 1)
  }
  return numbers.size === 0 ? 'Say which pages: as 1, 3-5.' : [...numbers].sort((a, b) => a - b)
}

/** How far the work has come, in words that never claim a collation that is not recorded. */
export function statusInWords(status: string, pages: readonly CollatedPage[]): string {
  const table: Readonly<Record<string, string>> = STATUSES
  const words = table[status] ?? status
  if (collationsOf(pages).length === 0) {
    if (status === 'corrected') return words
    return status === 'collated' ? 'stated as collated, but not collated: no collation is recorded' : `${words}, ${NOT_COLLATED}`
  }
  const said = collationInWords(pages)
  if (status === 'collated') return said
  return `${status === 'corrected' ? 'corrected' : words}, ${said}`
}

/** The same in a list, where only it is known whether every page was collated. */
export function statusInShort(status: string, collated: boolean): string {
  const table: Readonly<Record<string, string>> = STATUSES
  const words = table[status] ?? status
  if (status === 'untouched' || status === 'in-progress') return words
  if (status === 'corrected') return collated ? 'corrected, collated' : words
  if (collated) return words
  return status === 'collated' ? 'stated as collated, not collated' : `${words}, ${NOT_COLLATED}`
}

/** The same as an edition says it: “untouched” and “in progress” come of opening a transcript and were stated by nobody, so that only what was collated is said. */
export function statedStatusInWords(status: string, pages: readonly CollatedPage[]): string {
  return status === 'untouched' || status === 'in-progress' ? collationInWords(pages) : statusInWords(status, pages)
}
