import { basis, basisNote, certainty } from './certainty.ts'
import type { MarkEntry } from './entry.ts'

const sure = { cert: certainty, basis, basisNote } as const

/** Annotations on words. Each has a random id; one over several blocks has one entry in each, same id, equal attributes. */
export const MARKS = {
  unclear: {
    label: 'unclear',
    says: 'The reading is doubtful; the words stand as they are read.',
    attributes: { ...sure, reason: { kind: 'text', label: 'Why' } },
    className: 'unclear',
  },
  correction: {
    label: 'marked correction',
    says: 'The machine misread; the words stand as corrected, and exports show that they were mended. The only mend inside handwriting.',
    attributes: { ...sure, was: { kind: 'words', label: 'The machine read' } },
    className: 'correction',
  },
  emendation: {
    label: 'emendation',
    says: 'The paper itself is wrong; its words stand, and the editor’s reading is kept beside them.',
    attributes: { ...sure, corr: { kind: 'words', label: 'Should read' } },
    className: 'emendation',
  },
  undetermined: {
    label: 'undetermined',
    says: 'Cannot be told without the paper whether the writer or the machine erred; the words stand, a suggestion may be kept, and the place is listed for checking.',
    attributes: { ...sure, suggestion: { kind: 'words', label: 'Perhaps' } },
    className: 'undetermined',
  },
  supplied: {
    label: 'supplied',
    says: 'Words that the editor restores; they stand neither in the machine transcript nor, legibly, on the paper.',
    attributes: { ...sure, reason: { kind: 'text', label: 'Why' } },
    className: 'supplied',
  },
  add: {
    label: 'addition',
    says: 'Words written into the text by a hand: the sentence reads on with them.',
    attributes: {
      ...sure,
      hand: { kind: 'reference', label: 'Hand', to: 'hands' },
      place: {
        kind: 'choice',
        label: 'Place',
        values: {
          above: 'above the line',
          below: 'below the line',
          inline: 'in the line',
          margin: 'in the margin',
          end: 'at the end',
        },
      },
    },
    className: 'add',
  },
  del: {
    label: 'deletion',
    says: 'Words struck out or typed over by a hand; typed-only text puts back what another hand deleted.',
    attributes: {
      ...sure,
      hand: { kind: 'reference', label: 'Hand', to: 'hands' },
      rend: {
        kind: 'choice',
        label: 'How',
        values: { strikethrough: 'struck through', overtyped: 'typed over', erased: 'erased' },
      },
    },
    className: 'del',
  },
  persName: {
    label: 'person',
    says: 'Words that name a person.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Person', to: 'people' } },
    className: 'person',
  },
  orgName: {
    label: 'organisation',
    says: 'Words that name a department, a firm, a committee or a state as an actor.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Organisation', to: 'names', of: 'organisation' } },
    className: 'organisation',
  },
  placeName: {
    label: 'place',
    says: 'Words that name a place.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Place', to: 'names', of: 'place' } },
    className: 'place',
  },
  title: {
    label: 'work',
    says: 'The title of a book, a treaty, a newspaper or another work.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Work', to: 'names', of: 'work' } },
    className: 'work',
  },
  event: {
    label: 'event',
    says: 'Words that name an event: a meeting, a mission, a crisis.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Event', to: 'names', of: 'event' } },
    className: 'event',
  },
  term: {
    label: 'term',
    says: 'A term or an abbreviation that readers may not know; its expansion stands in the register.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Term', to: 'names', of: 'term' } },
    className: 'term',
  },
  cited: {
    label: 'paper cited',
    says: 'Words that name another paper: “Washington tel no 813”, “your letter to me of 16 March”.',
    attributes: {
      ...sure,
      from: { kind: 'text', label: 'From' },
      to: { kind: 'text', label: 'To' },
      number: { kind: 'text', label: 'Number' },
      when: { kind: 'date', label: 'Dated' },
      ref: { kind: 'reference', label: 'Paper', to: 'names', of: 'paper' },
      found: { kind: 'choice', label: 'Found?', values: { found: 'found', 'not-found': 'not found' } },
    },
    className: 'cited',
  },
  foreign: {
    label: 'other language',
    says: 'Words in another language than the paper’s.',
    attributes: { lang: { kind: 'text', label: 'Language, as a tag (fr, de, ru)' } },
    className: 'foreign',
  },
  date: {
    label: 'date',
    says: 'Words that give a date; the normal form is stated beside them.',
    attributes: {
      ...sure,
      when: { kind: 'date', label: 'Date' },
      notBefore: { kind: 'date', label: 'Not before' },
      notAfter: { kind: 'date', label: 'Not after' },
    },
    className: 'date',
  },
  withheld: {
    label: 'withheld',
    says: 'Words that do not leave: every edition prints a gap in their place. They stay here and in the transcript file, with the reason.',
    attributes: { reason: { kind: 'text', label: 'Why' } },
    className: 'withheld',
  },
  passage: {
    label: 'passage',
    says: 'The words that a note, an editor’s note or a query stands beside. With `concerns`, a person has said that the note is about them.',
    attributes: {
      note: { kind: 'reference', label: 'Note', to: 'object' },
      concerns: { kind: 'flag', label: 'The note concerns these words' },
    },
    className: 'passage',
  },
} as const satisfies Readonly<Record<string, MarkEntry>>

export type MarkName = keyof typeof MARKS
export const MARK_NAMES = Object.keys(MARKS) as readonly MarkName[]
