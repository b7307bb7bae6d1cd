/** What there is of a page. Null: not stated. */
export const PAGE_STATES = {
  present: 'present',
  blank: 'blank',
  dummy: 'dummy',
  'closed-extract': 'closed extract',
  missing: 'missing',
  'missing-at-transfer': 'missing at transfer',
  'number-not-used': 'number not used',
  target: 'target or cover',
} as const
export type PageState = keyof typeof PAGE_STATES

/** Whether the words of a page in this state are, or may be, kept from us: then a gap stands in their place. */
export const LACKS_WORDS: Readonly<Record<PageState, boolean>> = {
  present: false,
  blank: false,
  dummy: true,
  'closed-extract': true,
  missing: true,
  'missing-at-transfer': true,
  'number-not-used': false,
  target: false,
}

/** Whether a page is stated to be something else than a page with the paper's words on it. */
export function standsIn(state: string | null): boolean {
  return state !== null && state !== 'present'
}

/** What can be said of the turn with which a page begins. Null: nothing. */
export const PAGE_TURNS = {
  undecided: 'not decided: a marking stands at the foot before it or at its head',
} as const

/** States of a page of which the paper itself has nothing that could be compared. */
const NOTHING_THERE: ReadonlySet<string | null> = new Set(['missing', 'missing-at-transfer', 'number-not-used'])

/** Whether a page in this state can be compared with anything. */
export const canBeCollated = (state: string | null): boolean => !NOTHING_THERE.has(state)

/** What a page was compared with, word for word. */
export const COLLATED_WITH = { paper: 'the paper', photocopy: 'a photocopy', image: 'an image' } as const
export type CollatedWith = keyof typeof COLLATED_WITH

/** What a paper (division) is. Three separate facts, none by default. */
export const PAPER_KINDS = {
  letter: 'letter',
  minute: 'minute',
  telegram: 'telegram',
  message: 'message',
  memorandum: 'memorandum or note',
  brief: 'brief',
  record: 'record of conversation',
  'note-for-record': 'note for the record',
  'committee-paper': 'Cabinet or committee paper',
  'minute-sheet': 'minute sheet',
  cutting: 'cutting',
  form: 'form',
  jacket: 'jacket',
  dummy: 'dummy',
  other: 'other',
} as const

export const PAPER_RELATIONS = {
  encloses: 'is enclosed with',
  answers: 'answers',
  covers: 'covers',
  drafts: 'is a draft of',
  copies: 'is a copy of',
} as const

export const COPY_STATUSES = {
  'top-copy': 'top copy',
  carbon: 'carbon or file copy',
  photocopy: 'photocopy',
  conformed: 'conformed',
  draft: 'draft',
  retyped: 'retyped',
  advance: 'advance copy',
} as const

/** How far the work on a transcript has come. */
export const STATUSES = {
  untouched: 'untouched',
  'in-progress': 'in progress',
  corrected: 'corrected, not collated with the paper',
  collated: 'collated',
  'second-read': 'second-read',
  approved: 'approved',
  frozen: 'frozen',
} as const
export type Status = keyof typeof STATUSES
