import type { Paper } from '../model/transcript.ts'
import { PAPER_KINDS } from './page.ts'

/** What is stated of a paper, in a line for the sheet and for lists: kind, from, to, date, each also where it is not stated. */
export function paperInWords({ kind, from, to, date }: Paper): string {
  if (kind === null && from === null && to === null && date === null) return 'nothing stated of it yet'
  const kinds: Readonly<Record<string, string>> = PAPER_KINDS
  return [
    kind === null ? 'kind not stated' : (kinds[kind] ?? kind),
    `from ${from ?? 'not stated'}`,
    `to ${to ?? 'not stated'}`,
    date ?? 'date not stated',
  ].join(' · ')
}
