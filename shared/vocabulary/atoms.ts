import { basis, basisNote, certainty } from './certainty.ts'
import type { Entry } from './entry.ts'

export const GAP_REASONS = {
  illegible: 'illegible',
  'machine-failed': 'not in the transcript: the machine failed',
  'retained-3-4': 'retained under section 3(4)',
  foi: 'closed, FOI exemption',
  'redacted-by-department': 'redacted by the department',
  cancelled: 'cancelled by the writer',
  covered: 'covered (stamp, flag, fold, hole)',
  cropped: 'cropped by the scan',
  'omitted-by-editor': 'omitted by the editor',
} as const

/** What a gap of an edition says where words are withheld. No gap of a transcript has it: there the words stand. */
export const WITHHELD = 'withheld'

const GAP_UNITS = { letter: 'letters', word: 'words', line: 'lines', page: 'pages', unknown: 'not known' } as const

/** Things in the line that have no text of their own. */
export const ATOMS = {
  gap: {
    label: 'gap',
    says: 'Something stands, or stood, here that is not given. Unread handwriting is a gap, never a guess.',
    attributes: {
      reason: { kind: 'choice', label: 'Reason', values: GAP_REASONS },
      unit: { kind: 'choice', label: 'Extent, in', values: GAP_UNITS },
      quantity: { kind: 'number', label: 'How many' },
      hand: { kind: 'reference', label: 'Hand', to: 'hands' },
      description: { kind: 'text', label: 'In words' },
      cert: certainty,
      basis,
      basisNote,
      evidence: { kind: 'ranges', label: 'What the machine read there' },
    },
  },
  point: {
    label: 'anchor',
    says: 'The point beside which a note is drawn: for a lifted note, where the machine read its words.',
    attributes: { note: { kind: 'reference', label: 'Note', to: 'object' } },
  },
  ref: {
    label: 'reference',
    says: 'In a note of ours: leads to another note, a paragraph, a page or a paper of this transcript, and shows the number that it has now.',
    attributes: { to: { kind: 'reference', label: 'Refers to', to: 'object', mayBeGone: true } },
  },
  lb: {
    label: 'line break',
    says: 'A line ends here on the paper. In a lifted note it remembers the block that began here.',
    attributes: { seam: { kind: 'record', label: 'Block that began here' } },
  },
} as const satisfies Readonly<Record<string, Entry>>

export type AtomName = keyof typeof ATOMS
export const ATOM_NAMES = Object.keys(ATOMS) as readonly AtomName[]
