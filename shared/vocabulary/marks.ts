import { basis, basisNote, certainty } from './certainty.ts'
import type { Entry } from './entry.ts'

const sure = { cert: certainty, basis, basisNote } as const

/** Annotations on words. Each has a random id; one over several blocks has one entry in each, same id, equal attributes. */
export const MARKS = {
  unclear: {
    label: 'unclear',
    says: 'The reading is doubtful; the words stand as they are read.',
    attributes: { ...sure, reason: { kind: 'text', label: 'Why' } },
    tei: { element: 'unclear', section: 'PH#PHDA', example: '<unclear cert="medium">weekend</unclear>' },
    html: ['span', 'unclear'],
  },
  correction: {
    label: 'marked correction',
    says: 'The machine misread; the words stand as corrected, and exports show that they were mended. The only mend inside handwriting.',
    attributes: { ...sure, was: { kind: 'words', label: 'The machine read' } },
    tei: {
      element: 'choice',
      section: 'CO#COEDCOR',
      example: '<choice><sic>A.T.C.</sic><corr type="ocr" cert="medium">A.J.C.</corr></choice>',
    },
    html: ['span', 'correction'],
  },
  emendation: {
    label: 'emendation',
    says: 'The paper itself is wrong; its words stand, and the editor’s reading is kept beside them.',
    attributes: { ...sure, corr: { kind: 'words', label: 'Should read' } },
    tei: {
      element: 'choice',
      section: 'CO#COEDCOR',
      example: '<choice><sic>goverment</sic><corr cert="high">government</corr></choice>',
    },
    html: ['span', 'emendation'],
  },
  undetermined: {
    label: 'undetermined',
    says: 'Cannot be told without the paper whether the writer or the machine erred; the words stand, a suggestion may be kept, and the place is listed for checking.',
    attributes: { ...sure, suggestion: { kind: 'words', label: 'Perhaps' } },
    tei: {
      element: 'choice',
      section: 'PH#PHDA',
      example:
        '<choice><unclear reason="undetermined" cert="unknown">exlude</unclear><unclear reason="undetermined" cert="medium">exclude</unclear></choice>',
    },
    html: ['span', 'undetermined'],
  },
  supplied: {
    label: 'supplied',
    says: 'Words that the editor restores; they stand neither in the machine transcript nor, legibly, on the paper.',
    attributes: { ...sure, reason: { kind: 'text', label: 'Why' } },
    tei: { element: 'supplied', section: 'PH#PHOM', example: '<supplied reason="omitted" cert="medium">.</supplied>' },
    html: ['span', 'supplied'],
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
    tei: { element: 'add', section: 'PH#PHAD', example: '<add hand="#mt" place="above">not yet</add>' },
    html: ['ins', 'add'],
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
    tei: { element: 'del', section: 'PH#PHAD', example: '<del rend="overtyped" hand="#typist">XX</del>' },
    html: ['del', 'del'],
  },
  persName: {
    label: 'person',
    says: 'Words that name a person.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Person', to: 'people' } },
    tei: { element: 'persName', section: 'ND#NDPER', example: '<persName ref="#carrington">Lord Carrington</persName>' },
    html: ['span', 'person'],
  },
  orgName: {
    label: 'organisation',
    says: 'Words that name a department, a firm, a committee or a state as an actor.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Organisation', to: 'names', of: 'organisation' } },
    tei: { element: 'orgName', section: 'ND#NDORG', example: '<orgName ref="#fco">the Foreign Office</orgName>' },
    html: ['span', 'organisation'],
  },
  placeName: {
    label: 'place',
    says: 'Words that name a place.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Place', to: 'names', of: 'place' } },
    tei: { element: 'placeName', section: 'ND#NDPLAC', example: '<placeName ref="#bonn">Bonn</placeName>' },
    html: ['span', 'place'],
  },
  title: {
    label: 'work',
    says: 'The title of a book, a treaty, a newspaper or another work.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Work', to: 'names', of: 'work' } },
    tei: { element: 'title', section: 'CO#CONARS', example: '<title ref="#fa">the Final Act</title>' },
    html: ['cite', 'work'],
  },
  event: {
    label: 'event',
    says: 'Words that name an event: a meeting, a mission, a crisis.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Event', to: 'names', of: 'event' } },
    tei: { element: 'eventName', section: 'ND#NDEVENT', example: '<eventName ref="#buckley">the Buckley Mission</eventName>' },
    html: ['span', 'event'],
  },
  term: {
    label: 'term',
    says: 'A term or an abbreviation that readers may not know; its expansion stands in the register.',
    attributes: { ...sure, ref: { kind: 'reference', label: 'Term', to: 'names', of: 'term' } },
    tei: { element: 'term', section: 'CO#CORSTE', example: '<term ref="#od">OD</term>' },
    html: ['span', 'term'],
  },
  cited: {
    label: 'paper cited',
    says: 'Words that name another paper: “Washington tel no 813”, “your letter to me of 16 March”.',
    attributes: {
      ...sure,
      from: { kind: 'text', label: 'From' },
      to: { kind: 'text', label: 'To' },
      number: { kind: 'text', label: 'Number' },
      when: { kind: 'date', label: 'Of (ISO)' },
      ref: { kind: 'reference', label: 'Paper', to: 'names', of: 'paper' },
      found: { kind: 'choice', label: 'Found?', values: { found: 'found', 'not-found': 'not found' } },
    },
    tei: { element: 'bibl', section: 'CO#COBITY', example: '<bibl type="cited">Washington tel no 813</bibl>' },
    html: ['span', 'cited'],
  },
  foreign: {
    label: 'other language',
    says: 'Words in another language than the paper’s.',
    attributes: { lang: { kind: 'text', label: 'Language, as a tag (fr, de, ru)' } },
    tei: { element: 'foreign', section: 'CO#COHQHF', example: '<foreign xml:lang="fr">un bon petit moment</foreign>' },
    html: ['i', 'foreign'],
  },
  date: {
    label: 'date',
    says: 'Words that give a date; the normal form is stated beside them.',
    attributes: {
      ...sure,
      when: { kind: 'date', label: 'On (ISO)' },
      notBefore: { kind: 'date', label: 'Not before' },
      notAfter: { kind: 'date', label: 'Not after' },
    },
    tei: { element: 'date', section: 'ND#NDDATE', example: '<date when="1982-03-12">12 March 1982</date>' },
    html: ['time', 'date'],
  },
  withheld: {
    label: 'withheld',
    says: 'Words that do not leave: every edition prints a gap in their place. They stay here and in the transcript file, with the reason.',
    attributes: { reason: { kind: 'text', label: 'Why' } },
    tei: { element: 'gap', section: 'CO#COEDADD', example: '<gap reason="withheld" unit="word" quantity="3"/>' },
    html: ['span', 'withheld'],
  },
  passage: {
    label: 'passage',
    says: 'The words that a note, an editor’s note or a query stands beside. With `concerns`, a person has said that the note is about them.',
    attributes: {
      note: { kind: 'reference', label: 'Note', to: 'object' },
      concerns: { kind: 'flag', label: 'The note concerns these words' },
    },
    tei: { element: 'anchor', section: 'SA#SAAN', example: '<anchor xml:id="a1"/>… note/@target' },
    html: ['span', 'passage'],
  },
} as const satisfies Readonly<Record<string, Entry>>

export type MarkName = keyof typeof MARKS
export const MARK_NAMES = Object.keys(MARKS) as readonly MarkName[]
