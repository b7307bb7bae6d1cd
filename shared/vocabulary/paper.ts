import type { Paper } from '../model/transcript.ts'
import type { AttributeTable } from './attribute.ts'
import { basis, basisNote, certainty } from './certainty.ts'
import { MARKING_CAVEATS, MARKING_LEVELS } from './markings.ts'
import { COPY_STATUSES, PAPER_KINDS, PAPER_RELATIONS } from './page.ts'
import { shortDate } from './short-date.ts'

/**
 * What the paper itself bears. A transcript in which none is seen is not a paper without one, and no paper has its marking from another
 * (archivist.md, protective marking).
 */
const PAPER_MARKINGS = {
  'none-seen': 'none seen in the transcript',
  unmarked: 'unmarked, by the paper or an image of it',
  ...MARKING_LEVELS,
} as const

/** What can be stated of a paper besides its kind, relation, copy status, from, to, date and language. Nothing by default. */
export const PAPER_FACTS = {
  relatedAs: { kind: 'text', label: 'As (flag, tab)' },
  copies: { kind: 'list', label: 'Copies to (persons, offices)' },
  copyGroups: { kind: 'list', label: 'Copies to (groups)' },
  subject: { kind: 'text', label: 'Subject' },
  dateWritten: { kind: 'text', label: 'Date as written' },
  notBefore: { kind: 'date', label: 'Not before' },
  notAfter: { kind: 'date', label: 'Not after' },
  cert: { ...certainty, label: 'Certainty of the date' },
  basis: { ...basis, label: 'Basis of the date' },
  basisNote,
  place: { kind: 'text', label: 'Written at' },
  ourReference: { kind: 'text', label: 'Our reference' },
  yourReference: { kind: 'text', label: 'Your reference' },
  fileReference: { kind: 'text', label: 'File reference' },
  marking: { kind: 'choice', label: 'Marking', values: PAPER_MARKINGS },
  covering: { kind: 'choice', label: 'Marking of enclosures', values: MARKING_LEVELS },
  markingWritten: { kind: 'text', label: 'Marking as printed' },
  caveats: { kind: 'choices', label: 'Descriptors and caveats', values: MARKING_CAVEATS },
  repository: { kind: 'text', label: 'Repository' },
  series: { kind: 'text', label: 'Series' },
  piece: { kind: 'text', label: 'Piece' },
  item: { kind: 'text', label: 'Item' },
  folios: { kind: 'text', label: 'Folios or images' },
  rights: { kind: 'text', label: 'Rights' },
  licence: { kind: 'text', label: 'Licence' },
  recogniser: { kind: 'text', label: 'Read by (recogniser)' },
  withheld: { kind: 'text', label: 'Withheld from editions, because' },
} as const satisfies AttributeTable
export type PaperFact = keyof typeof PAPER_FACTS

/** The facts that a paper has from the collection's description where it states none of its own. */
export const INHERITED = [
  'repository',
  'series',
  'piece',
  'rights',
  'licence',
  'recogniser',
] as const satisfies readonly PaperFact[]

/** Everything that is stated of a paper, as one table: the form and the words for it are made from this. */
export const PAPER = {
  kind: { kind: 'choice', label: 'Kind', values: PAPER_KINDS },
  copyStatus: { kind: 'choice', label: 'Copy status', values: COPY_STATUSES },
  relation: { kind: 'choice', label: 'Relation', values: PAPER_RELATIONS },
  from: { kind: 'text', label: 'From' },
  to: { kind: 'text', label: 'To' },
  date: { kind: 'date', label: 'Date' },
  language: { kind: 'text', label: 'Language (en, fr)' },
  ...PAPER_FACTS,
} as const satisfies AttributeTable

/** What is stated of a paper, in a line for the sheet and for lists: kind, from, to, date, each also where it is not stated. */
export function paperInWords({ kind, from, to, date, facts = {} }: Paper): string {
  if (kind === null && from === null && to === null && dateSaid(date, facts) === null) return 'nothing stated of it yet'
  const kinds: Readonly<Record<string, string>> = PAPER_KINDS
  return [
    kind === null ? 'kind not stated' : (kinds[kind] ?? kind),
    `from ${from ?? 'not stated'}`,
    `to ${to ?? 'not stated'}`,
    dateSaid(date, facts) ?? 'date not stated',
  ].join(' · ')
}

/** The date of a paper as far as one is stated: a date, else between which, else as it is written. */
function dateSaid(date: string | null, { notBefore, notAfter, dateWritten }: Readonly<Record<string, unknown>>): string | null {
  if (date !== null) return shortDate(date)
  const said = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
  const bound = (lead: string, value: unknown) => (said(value) === null ? [] : [`${lead} ${shortDate(said(value)!)}`])
  return [...bound('not before', notBefore), ...bound('not after', notAfter)].join(', ') || said(dateWritten)
}

/** What a paper is called: from what is stated of it, or null where nothing is. */
export function paperTitle({ kind, from, to, date }: Paper): string | null {
  if (from === null && to === null && kind === null) return null
  const kinds: Readonly<Record<string, string>> = PAPER_KINDS
  const parties = [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].filter((part) => part !== '')
  const words = [kind === null ? 'paper' : (kinds[kind] ?? kind), ...parties].join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${date === null ? '' : `, ${shortDate(date)}`}`
}
