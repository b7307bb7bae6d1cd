import { referenceOf } from '../export/archive.ts'
import type { Description } from '../export/context.ts'
import { placeKey } from '../format/numbering.ts'
import type { Numbered, Numbering } from '../model/numbering.ts'
import type { Answer, Paper, Transcript } from '../model/transcript.ts'
import { type CheckPlace, isAnswered, placesIn } from './places.ts'

/** A place of the list with where it is looked up: the archive's reference, the document, the page by its three numbers. */
export interface CheckRow extends CheckPlace {
  /** Null: it has none yet. */
  readonly number: number | null
  readonly document: string
  readonly reference: string
  readonly printed: string | null
  readonly folio: string | null
  readonly image: string | null
  /** What the hand is called; null where none is stated. */
  readonly handName: string | null
}

/** An answer that was keyed in, and what of the list is not there any more. */
export interface CheckList {
  readonly places: readonly CheckRow[]
  readonly answered: readonly (Answer & { readonly document: string; readonly page: number })[]
  readonly gone: readonly Numbered[]
}

/** What a transcript has for the list, without the collection that it is in: plain data. */
export interface Gathered {
  readonly open: readonly Omit<CheckRow, 'number' | 'document' | 'reference'>[]
  readonly answered: readonly (Answer & { readonly page: number })[]
  readonly papers: readonly Paper[]
}

/** A document of the collection, by its original's name. */
export interface Listed {
  readonly document: string
  readonly gathered: Gathered
}

/** The places of a transcript that are open, and what was answered. */
export function gather(transcript: Transcript): Gathered {
  const { pages, paper, hands } = transcript
  const isDone = isAnswered(transcript)
  const open = placesIn(transcript)
    .filter((place) => !isDone(place))
    .map((place) => {
      const { printed, folio, image } = pages[place.page - 1]!
      const handName = hands.find(({ id }) => id === place.hand)?.name ?? null
      return { printed, folio, image, ...place, handName }
    })
  const answered = pages.flatMap(({ answers = [] }, at) => answers.map((answer) => ({ ...answer, page: at + 1 })))
  const papers = [paper, ...pages.flatMap(({ content }) => content.filter((child) => child.type === 'division'))]
  return { open, answered, papers }
}

/** The rows of documents, without numbers. */
export function rowsOf(listed: readonly Listed[], description: Description | null): readonly CheckRow[] {
  return listed.flatMap(({ document, gathered: { open, papers } }) =>
    open.map((place) => ({ number: null, document, reference: referenceOf(papers[place.paper]!, description), ...place })),
  )
}

/** The numbers with one for every row that has none: those that were given stay, the next free one goes to the next new row. */
export function giveNumbers(numbering: Numbering, rows: readonly CheckRow[]): Numbering {
  const known = new Set(numbering.given.map(placeKey))
  const fresh = rows.filter((row) => !known.has(placeKey(row)))
  if (fresh.length === 0) return numbering
  const given = fresh.map(({ document, place, question, words, page }, at): Numbered => {
    return { number: numbering.next + at, document, place, question, words: words.slice(0, 80), page }
  })
  return { next: numbering.next + fresh.length, given: [...numbering.given, ...given] }
}

/**
 * The whole list: rows with their numbers, answers that were keyed in, and what was numbered and is on it no more. `unread`: documents that could not be
 * read, of which nothing is said to be gone.
 */
export function checkListOf(
  listed: readonly Listed[],
  rows: readonly CheckRow[],
  numbering: Numbering,
  unread: ReadonlySet<string> = new Set(),
): CheckList {
  const numbers = new Map(numbering.given.map((one) => [placeKey(one), one.number]))
  const places = rows.map((row) => ({ ...row, number: numbers.get(placeKey(row)) ?? null }))
  const answered = listed.flatMap(({ document, gathered }) => gathered.answered.map((answer) => ({ ...answer, document })))
  const there = new Set([...rows, ...answered].map(placeKey))
  const gone = numbering.given.filter((one) => !there.has(placeKey(one)) && !unread.has(one.document))
  return { places, answered, gone }
}

/** “page 2 (as printed 14, folio 31)”. */
export function pageInWords({ page, printed, folio, image }: Pick<CheckRow, 'page' | 'printed' | 'folio' | 'image'>): string {
  const more = [printed && `as printed ${printed}`, folio && `folio ${folio}`, image && `image ${image}`].filter(Boolean)
  return `page ${page}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}

/** The list is taken back: nothing is out any more. Numbers that were given are never given again. */
export function closeList({ next }: Numbering): Numbering {
  return { next, given: [] }
}
