import type { Collection, DocumentEntry, JoinedEntry } from '../../../shared/api/contract.ts'
import { counted, countedIfAny } from '../../../shared/text/counted.ts'
import { statusInShort } from '../../../shared/vocabulary/collation.ts'
import { STATUSES } from '../../../shared/vocabulary/page.ts'
import { calledIn } from '../../state/document-title.ts'

/** How the list of documents can be ordered. */
export const ORDERS = { name: 'by name', date: 'by date', least: 'least far first', most: 'furthest first' } as const
export type DocumentOrder = keyof typeof ORDERS

const STEPS = Object.keys(STATUSES)
const SIGNS: Readonly<Record<string, string>> = { untouched: '○', 'in-progress': '◐' }

/** How far the work on a document has come, as a number: -1 where it was never opened. */
function stepOf({ transcript, status }: DocumentEntry): number {
  return transcript === null ? -1 : Math.max(STEPS.indexOf(status ?? 'untouched'), 0)
}

/** The documents that hold every word of what is wanted in name or state, in the order that is asked for; equal ones by name. */
export function arranged(documents: readonly DocumentEntry[], wanted: string, order: DocumentOrder): readonly DocumentEntry[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const found =
    words.length === 0
      ? documents
      : documents.filter((entry) => {
          const said =
            `${[calledIn(entry).title, calledIn(entry).under, entry.original, ...entry.others].join(' ')} ${stateInWords(entry, false)}`.toLowerCase()
          return words.every((word) => said.includes(word))
        })
  if (order === 'name') return found
  if (order === 'date') return [...found].sort((one, other) => inTime(calledIn(one).date, calledIn(other).date))
  const way = order === 'least' ? 1 : -1
  return [...found].sort((one, other) => way * (stepOf(one) - stepOf(other)))
}

/** What has no date that is known stands at the end. */
function inTime(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return one < other ? -1 : Number(one > other)
}

/** A joined document as the list tells of it: with the name of the one that it is worked on in. */
export interface Listed extends JoinedEntry {
  readonly home: string
}

/** Everything that the list shows, by name: the documents, and where those have gone that are joined to one. */
export function listedIn({ documents, joined }: Collection): readonly (DocumentEntry | Listed)[] {
  if (joined.length === 0) return documents
  const names = new Map(documents.map(({ id, original }) => [id, original]))
  const gone = joined.map((entry): Listed => ({ ...entry, home: names.get(entry.into) ?? '' }))
  return [...documents, ...gone].sort((a, b) => (a.original < b.original ? -1 : 1))
}

/** How a document stands, in words and with a sign; what is kept beside it besides its transcript. */
export function stateInWords(entry: DocumentEntry | Listed, isOpen: boolean): string {
  const { blocked, transcript, status, copies, damaged } = entry
  if ('home' in entry) return `→ joined to ${entry.home}`
  if (blocked) return `○ ${blocked}`
  const beside = [
    ...(entry.waiting && !isOpen ? ['⚠ unsaved work waits'] : []),
    ...countedIfAny(copies.length, 'conflict copy', 'conflict copies'),
    ...countedIfAny(damaged.length, 'damaged version kept', 'damaged versions kept'),
  ]
  return [
    transcript ? inWords(status, entry.collated === true) : isOpen ? '◐ open, nothing saved yet' : '○ never opened',
    ...beside,
  ]
    .filter(Boolean)
    .join(' · ')
}

function inWords(status: string | null, collated: boolean): string {
  if (status === null) return '◐ has a transcript'
  return `${SIGNS[status] ?? '●'} ${statusInShort(status, collated)}`
}

/** How far the whole collection has come: how many documents, and how many of them at each step that any has reached. */
export function progressOf(documents: readonly DocumentEntry[]): string {
  const counts = new Map<string, number>()
  for (const { transcript, status } of documents) {
    const step = transcript === null ? 'never opened' : (SHORT[status ?? ''] ?? status ?? 'not told')
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const all = counted(documents.length, 'document')
  return [all, ...[...counts].map(([step, count]) => `${count} ${step}`)].join(' · ')
}

const SHORT: Readonly<Record<string, string>> = { ...STATUSES, corrected: 'corrected' }
