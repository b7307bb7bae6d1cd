import type { Paper } from '../model/transcript.ts'
import { type AttributeValue, isEmptyValue } from '../vocabulary/attribute.ts'
import { PAPER } from '../vocabulary/paper.ts'
import { shortDate } from '../vocabulary/short-date.ts'
import { readDates } from './read-date.ts'
import { markingIn, type PaperReading } from './read-paper.ts'

/** The facts that a paper is described by first; everything else stands in the whole form. */
export const PAPER_FIELDS = [
  'kind',
  'from',
  'to',
  'copies',
  'subject',
  'date',
  'place',
  'ourReference',
  'marking',
  'copyStatus',
] as const satisfies readonly (keyof typeof PAPER)[]
export type PaperField = (typeof PAPER_FIELDS)[number]

/** Facts of a paper by name, whether of its own or among its `facts`. */
export type StatedFacts = Readonly<Partial<Record<keyof typeof PAPER, AttributeValue>>>

/** What a block states that is not yet stated of its paper. One key takes it; nothing is taken by itself. */
export interface PaperOffer {
  /** How it is shown: the words of the block, and what they would state where that is something else. */
  readonly words: string
  /** What bears it, in words. */
  readonly from: string
  readonly facts: StatedFacts
}

/** What is stated of a paper under a name. */
export function factOf(paper: Paper, name: keyof typeof PAPER): AttributeValue | undefined {
  return ({ ...paper, ...paper.facts } as Readonly<Record<string, AttributeValue>>)[name]
}

/** What the blocks of a paper offer for a field of which nothing is stated, or null. */
export function offerFor(field: PaperField, paper: Paper, read: PaperReading): PaperOffer | null {
  const stated = (name: keyof typeof PAPER) => !isEmptyValue(PAPER[name], factOf(paper, name))
  // how it is printed, and what the paper covers, is stated in the same breath as its own marking
  if (stated(field) || (field === 'marking' && (stated('covering') || stated('markingWritten')))) return null
  const plain = (words: string | null, from: string) => (words === null ? null : { words, from, facts: { [field]: words } })
  switch (field) {
    case 'kind':
    case 'copyStatus':
      return null
    case 'from':
      return plain(read.from, 'the signature')
    case 'to':
      return plain(read.to, 'the addressee line')
    case 'subject':
      return plain(read.subject, 'the heading')
    case 'place':
      return plain(read.place, 'the dateline')
    case 'ourReference':
      return plain(read.ourReference, 'the reference')
    case 'copies':
      return read.copies.length === 0
        ? null
        : { words: read.copies.join('; '), from: 'the list of copies', facts: { copies: read.copies } }
    case 'date':
      return read.date === null
        ? null
        : {
            words: isSaid(read.date, read.dateWritten) ? read.dateWritten! : `${read.dateWritten} → ${shortDate(read.date)}`,
            from: 'the dateline',
            facts: { date: read.date, dateWritten: read.dateWritten },
          }
    case 'marking':
      return read.markingWritten === null
        ? null
        : {
            words: read.markingWritten,
            from: 'the marking',
            facts: {
              ...(read.marking === null ? {} : { marking: read.marking }),
              ...(read.covering === null ? {} : { covering: read.covering }),
              markingWritten: read.markingWritten,
            },
          }
  }
}

/** Whether a date is written so that nobody asks which day is meant. */
function isSaid(date: string, written: string | null): boolean {
  const [day, month, year] = shortDate(date).split(' ')
  return new RegExp(`^${day} ${month}\\p{L}*[.,]? ${year}\\.?$`, 'iu').test(written ?? '')
}

/**
 * What selected words of the letter state in a field, as they stand on the paper; a date that can be read also in ISO 8601, and a marking that is
 * spelled out also by its level. Null where a field takes no words, or there are none.
 */
export function factsFromWords(field: PaperField, selected: string, paper: Paper): StatedFacts | null {
  const words = selected.replace(/\s+/gu, ' ').trim()
  if (words === '' || field === 'kind' || field === 'copyStatus') return null
  if (field === 'copies') {
    const before = factOf(paper, 'copies')
    const all = [...(Array.isArray(before) ? before : []), words]
    return { copies: [...new Set(all)] }
  }
  if (field === 'date') {
    const [reading] = readDates(words, null)
    return { ...(reading ? { date: reading.when } : {}), dateWritten: words }
  }
  if (field === 'marking') {
    const { marking, covering } = markingIn({ facts: {}, words })
    return { ...(marking === null ? {} : { marking }), ...(covering === null ? {} : { covering }), markingWritten: words }
  }
  return { [field]: words }
}
