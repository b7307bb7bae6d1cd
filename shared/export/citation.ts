import type { Paper } from '../model/transcript.ts'
import { archiveOf, referenceOf } from './archive.ts'
import type { Description } from './context.ts'
import { markingInWords, paperFact } from './paper-facts.ts'

/** What is cited: a paper of a file, and the page that the caret is on, as printed or counted. */
export interface Cited {
  readonly paper: Paper
  readonly page: { readonly printed: string | null; readonly folio: string | null; readonly number: number }
}

/** How the houses cite, as far as anything was stated: what was not is left out, or said to be not known. Nothing is ever filled in. */
export const CITATIONS = {
  tna: 'The National Archives',
  churchill: 'Churchill Archives Centre',
  frus: 'Foreign Relations of the United States',
  dbpo: 'Documents on British Policy Overseas',
} as const
export type CitationStyle = keyof typeof CITATIONS

export function cite({ paper, page }: Cited, description: Description | null, style: CitationStyle): string {
  const archive = archiveOf(paper, description)
  const reference = referenceOf(paper, description)
  const title = description?.title ?? null
  const date = paperFact(paper, 'dateWritten')?.replace(/[.,;]+$/, '') ?? paper.date ?? 'date not stated'
  const parties = `${paper.from ?? '[writer not stated]'} to ${paper.to ?? '[recipient not stated]'}`
  const place = paperFact(paper, 'place')
  const at = pageOf(page)
  switch (style) {
    case 'tna':
      return sentence([archive.repository, reference, parties, date, at])
    case 'churchill':
      return sentence([archive.repository, title, reference, parties, date, at])
    case 'frus': {
      const marking = markingInWords(paper)
      const source = sentence([archive.repository, title, reference, at])
      return `${sentence([parties, place, date])}. Source: ${source}.${marking === null ? '' : ` ${/^\p{Ll}/u.test(marking) ? 'Marking: ' : ''}${marking}.`}`
    }
    case 'dbpo':
      return `${sentence([parties, place, date, at])} (${reference})`
  }
}

function pageOf({ printed, folio, number }: Cited['page']): string {
  if (folio !== null) return `folio ${folio}`
  return printed === null ? `page ${number} of the transcript` : `p. ${printed}`
}

const sentence = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(', ')
