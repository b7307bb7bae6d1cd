import { basis, basisNote, certainty } from './certainty.ts'
import type { Entry } from './entry.ts'

export const NOTE_PLACES = {
  left: 'left margin',
  right: 'right margin',
  top: 'top',
  foot: 'foot',
  interlinear: 'between lines',
  overleaf: 'overleaf',
  sideways: 'sideways',
} as const

export const NOTE_FUNCTIONS = {
  comment: 'comment',
  decision: 'decision',
  assent: 'assent',
  instruction: 'instruction',
  question: 'question',
  submission: 'submission',
  seen: 'seen',
  docket: 'docket',
  routing: 'routing or copy',
  'file-instruction': 'file instruction',
  'cross-reference': 'cross-reference',
  'speaking-point': 'speaking point',
  'draft-wording': 'draft wording',
  calculation: 'calculation',
} as const

/** What a note is where it is no marginal note: what the paper itself has as a note, typed or printed like the rest of it. */
export const NOTE_KINDS = { footnote: 'footnote of the paper' } as const

const NOTE_PASSAGES = { words: 'words', paper: 'the whole paper' } as const

/** Pen marks: handwriting without words. What they mean is an editor's interpretation and stands in the collection's legend, never here. */
export const PEN_MARKS = {
  underline: 'underline',
  wavy: 'wavy line',
  sideline: 'sideline',
  arrow: 'arrow',
  tick: 'tick',
  cross: 'cross',
  circle: 'circle',
  bracket: 'bracket',
  strike: 'strike',
} as const
export type PenMark = keyof typeof PEN_MARKS

/** Where the anchor is when it is neither words nor a point in the text: on a page, or on a whole paper. */
const anchor = {
  page: { kind: 'reference', label: 'Drawn on page', to: 'object' },
  paper: { kind: 'reference', label: 'Drawn on paper', to: 'object' },
} as const

const withheld = { kind: 'text', label: 'Withheld from editions, because' } as const

/** Objects of the margin. All stand in one container after the text and are drawn beside their anchors. */
export const MARGIN = {
  note: {
    label: 'note',
    says: 'Marginal handwriting: an object with a hand, a place, a function and a passage, each stated apart, none by default. A footnote of the paper is one too, and says so.',
    attributes: {
      hand: { kind: 'reference', label: 'Hand', to: 'hands' },
      place: { kind: 'choice', label: 'Place', values: NOTE_PLACES },
      function: { kind: 'choice', label: 'Function', values: NOTE_FUNCTIONS },
      function2: { kind: 'choice', label: 'Second function', values: NOTE_FUNCTIONS },
      passage: { kind: 'choice', label: 'Passage', values: NOTE_PASSAGES },
      authority: { kind: 'reference', label: 'On whose authority', to: 'people' },
      to: { kind: 'reference', label: 'To whom', to: 'people' },
      date: { kind: 'text', label: 'Date as written' },
      notBefore: { kind: 'date', label: 'Not before' },
      notAfter: { kind: 'date', label: 'Not after' },
      answers: { kind: 'reference', label: 'Answers note', to: 'object' },
      cert: { ...certainty, label: 'Certainty of the hand' },
      readingCert: { ...certainty, label: 'Certainty of the reading' },
      basis,
      basisNote,
      evidence: { kind: 'ranges', label: 'Evidence: what was set aside' },
      kind: { kind: 'choice', label: 'Kind of note', values: NOTE_KINDS },
      sign: { kind: 'text', label: 'Sign that calls it' },
      withheld,
      joins: { kind: 'reference', label: 'Continues', to: 'object' },
      source: { kind: 'ranges', label: 'Machine transcript' },
      seam: { kind: 'record', label: 'What put-back needs' },
      ...anchor,
    },
  },
  penmark: {
    label: 'pen mark',
    says: 'Handwriting without words: an underline, a sideline, a tick. Its hand is not known until somebody states it.',
    wordless: true,
    attributes: {
      kind: { kind: 'choice', label: 'Mark', values: PEN_MARKS },
      count: { kind: 'choice', label: 'How many times', values: { 1: 'once', 2: 'twice', 3: 'three times' } },
      hand: { kind: 'reference', label: 'Hand', to: 'hands' },
      place: { kind: 'choice', label: 'Place', values: NOTE_PLACES },
      cert: { ...certainty, label: 'Certainty of the hand' },
      basis,
      basisNote,
      ...anchor,
    },
  },
  editornote: {
    label: 'editor’s note',
    says: 'Ours, not the paper’s: a numbered note on words or a point; on a whole paper it is the headnote.',
    attributes: {
      kind: { kind: 'choice', label: 'Kind', values: { textual: 'textual', explanatory: 'explanatory' } },
      withheld,
      ...anchor,
    },
  },
  query: {
    label: 'query',
    says: 'A working question, open or resolved; never exported unless asked.',
    attributes: {
      state: { kind: 'choice', label: 'State', values: { open: 'open', resolved: 'resolved' } },
      assigned: { kind: 'text', label: 'For' },
      ...anchor,
    },
  },
} as const satisfies Readonly<Record<string, Entry>>

export type MarginName = keyof typeof MARGIN

export const MARGIN_NAMES = Object.keys(MARGIN) as readonly MarginName[]

/** Whether an object of the margin never holds words. */
export function isWordless(name: string): boolean {
  return Object.hasOwn(MARGIN, name) && 'wordless' in MARGIN[name as MarginName]
}

/** Whether an object of the margin is a footnote of the paper itself: its number is the paper's own, and no letter or number of ours. */
export function isFootnote(name: string, attrs: Readonly<Record<string, unknown>>): boolean {
  return name === 'note' && attrs.kind === 'footnote'
}

/** The sign that calls a footnote, as the paper has it; null where none is stated. */
export function signOf({ sign }: Readonly<Record<string, unknown>>): string | null {
  return typeof sign === 'string' && sign.trim() !== '' ? sign.trim() : null
}

/** Whether an object of the margin is by a hand of the paper: an editor's note or a query is ours. */
export function isByHand(name: string): boolean {
  return Object.hasOwn(MARGIN, name) && 'hand' in MARGIN[name as MarginName].attributes
}
