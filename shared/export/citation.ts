import type { Paper } from '../model/transcript.ts'
import { PAPER_KINDS } from '../vocabulary/page.ts'
import { shortDate } from '../vocabulary/short-date.ts'
import { archiveOf, referenceOf } from './archive.ts'
import { type CitationTemplate, fillTemplate, type Placed } from './citation-template.ts'
import type { Description } from './context.ts'
import { markingInWords, paperFact } from './paper-facts.ts'

/** What is cited: a paper of a file, the page that the caret is on, as printed or counted, and the note that it is in. */
export interface Cited {
  readonly paper: Paper
  readonly page: { readonly printed: string | null; readonly folio: string | null; readonly number: number }
  /** By whom, as far as it is known, and its words. */
  readonly note: { readonly by: string; readonly words: string } | null
}

/** How the houses cite. */
export const CITATIONS: readonly CitationTemplate[] = [
  { name: 'The National Archives', template: '{repository}, {reference}, {from} to {to}, {date}, {page}' },
  { name: 'Churchill Archives Centre', template: '{repository}, {title}, {reference}, {from} to {to}, {date}, {page}' },
  {
    name: 'Foreign Relations of the United States',
    template: '{from} to {to}, {place}, {date}. Source: {repository}, {title}, {reference}, {page}. {marking}.',
  },
  { name: 'Documents on British Policy Overseas', template: '{from} to {to}, {place}, {date}, {page} ({reference})' },
  {
    name: 'Thatcher Foundation: the note in the title',
    template: '{kind} from {from} to {to} {note}, {date}, {reference}, {page}',
  },
]

/** What a template may name, and what each is, for people. */
export const PLACEHOLDERS = {
  repository: 'repository',
  reference: 'series, piece, item, or the collection’s own',
  title: 'title of the collection',
  kind: 'kind of paper',
  from: 'writer',
  to: 'recipient',
  date: 'date as written, else as stated',
  place: 'where it was written',
  subject: 'subject',
  marking: 'protective marking',
  ourReference: '“our reference”',
  fileReference: 'file reference',
  page: 'folio, or page, of the caret',
  note: 'the note that the caret is in, with its hand',
} as const
type Placeholder = keyof typeof PLACEHOLDERS

/** Cites by a template. What was not stated is left out, or said to be not known; nothing is ever filled in. */
export function cite(cited: Cited, description: Description | null, template: string): string {
  const placed = valuesOf(cited, description)
  const isKnown = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name)
  return fillTemplate(template, (name) => (isKnown(name) ? placed[name] : { unstated: `{${name}}`, optional: false }))
}

function valuesOf({ paper, page, note }: Cited, description: Description | null): Readonly<Record<Placeholder, Placed>> {
  const kinds: Readonly<Record<string, string>> = PAPER_KINDS
  const archive = archiveOf(paper, description)
  const marking = markingInWords(paper)
  const either =
    (optional: boolean) =>
    (words: string | null, unstated: string): Placed =>
      words === null ? { unstated, optional } : { words }
  const [needed, optional] = [either(false), either(true)]
  const fact = (name: 'place' | 'subject' | 'ourReference' | 'fileReference', what: string) =>
    optional(paperFact(paper, name), `[${what} not stated]`)
  return {
    repository: optional(archive.repository, '[repository not stated]'),
    reference: { words: referenceOf(paper, description) },
    title: optional(description?.title ?? null, '[title not stated]'),
    kind: needed(paper.kind === null ? null : (kinds[paper.kind] ?? paper.kind), 'paper'),
    from: needed(paper.from, '[writer not stated]'),
    to: needed(paper.to, '[recipient not stated]'),
    date: needed(paperFact(paper, 'dateWritten')?.replace(/[.,;]+$/, '') ?? dateOf(paper), 'date not stated'),
    place: fact('place', 'place'),
    subject: fact('subject', 'subject'),
    // a level speaks for itself; that none was seen is said of the marking
    marking: optional(marking === null || !/^\p{Ll}/u.test(marking) ? marking : `Marking: ${marking}`, '[marking not stated]'),
    ourReference: fact('ourReference', 'our reference'),
    fileReference: fact('fileReference', 'file reference'),
    page: { words: pageOf(page) },
    note: optional(note && `[${note.by}: “${note.words}”]`, ''),
  }
}

const dateOf = ({ date }: Paper) => (date === null ? null : shortDate(date))

function pageOf({ printed, folio, number }: Cited['page']): string {
  if (folio !== null) return `folio ${folio}`
  return printed === null ? `page ${number} of the transcript` : `p. ${printed}`
}
