import type { Paper } from '../model/transcript.ts'
import { BASIS, CERTAINTY } from '../vocabulary/certainty.ts'
import { factInWords } from '../vocabulary/facts.ts'
import { COPY_STATUSES, PAPER_RELATIONS } from '../vocabulary/page.ts'
import { PAPER_FACTS, type PaperFact } from '../vocabulary/paper.ts'
import { shortDate } from '../vocabulary/short-date.ts'

/** What one fact of a paper says in words, or null. */
export function paperFact({ facts = {} }: Paper, name: PaperFact): string | null {
  return factInWords(PAPER_FACTS[name], facts[name])
}

/** The protective marking of the paper itself, in words; null where nothing is stated. */
export function markingInWords(paper: Paper): string | null {
  const covering = paperFact(paper, 'covering')
  const written = paperFact(paper, 'markingWritten')
  const parts = [
    paperFact(paper, 'marking'),
    covering === null ? null : `covering ${covering}`,
    paperFact(paper, 'caveats'),
    written === null ? null : `as printed: ${written}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}

/** The date in words: as it is written, else as it is stated, with what is said of it; null where nothing is. */
export function dateInWords(paper: Paper): string | null {
  const [written, from, to] = [paperFact(paper, 'dateWritten'), paperFact(paper, 'notBefore'), paperFact(paper, 'notAfter')]
  const date = written ?? (paper.date === null ? null : shortDate(paper.date))
  const range = [from === null ? null : `not before ${from}`, to === null ? null : `not after ${to}`]
  const { cert, basis } = paper.facts ?? {}
  const sure = [
    typeof cert === 'string' ? CERTAINTY[cert as keyof typeof CERTAINTY] : null,
    typeof basis === 'string' ? `basis: ${BASIS[basis as keyof typeof BASIS]}` : null,
    paperFact(paper, 'basisNote'),
  ].filter((part) => part !== null)
  const parts = [date, ...range].filter((part) => part !== null)
  if (parts.length === 0) return null
  return `${parts.join(', ')}${sure.length === 0 ? '' : ` (${sure.join(', ')})`}`
}

/** How a paper stands to another, in words: “is enclosed with the letter to Coles, as Flag A”. `nameOf` names a paper of the same file. */
export function relationInWords(paper: Paper, nameOf: (id: string) => string | null): string | null {
  const { relation, relatedTo } = paper
  const labels: Readonly<Record<string, string>> = PAPER_RELATIONS
  const as = paperFact(paper, 'relatedAs')
  const parts = [
    relation === null ? null : (labels[relation] ?? relation),
    relatedTo === null ? null : (nameOf(relatedTo) ?? relatedTo),
    as === null ? null : `as ${as}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

export function copyStatusInWords({ copyStatus }: Paper): string | null {
  const labels: Readonly<Record<string, string>> = COPY_STATUSES
  return copyStatus === null ? null : (labels[copyStatus] ?? copyStatus)
}
