import type { AttributeTable } from './attribute.ts'

/**
 * What an editorial policy says, one statement a field. `model` is wording to begin from: it is offered, and is nobody's policy until it
 * is stated.
 */
export const POLICY = {
  text: {
    label: 'Text and spelling',
    model: 'Spelling, punctuation and abbreviations stand as in the paper, each language by its own rules.',
  },
  capitals: { label: 'Capitals and underlining', model: 'Capitals stand as in the paper. Underlining by the typist is kept.' },
  lines: { label: 'Line ends', model: 'Line ends of the paper are not kept, save in addresses and signatures.' },
  furniture: {
    label: 'Letterheads, markings, catchwords',
    model: 'Letterheads, protective markings, catchwords and page numbers are given as furniture of the page, not as text.',
  },
  machine: {
    label: 'Errors of the machine',
    model: 'Errors of the machine transcript are corrected in typed text; in handwriting each correction is marked.',
  },
  emendation: {
    label: 'Errors of the paper',
    model: 'Errors of the paper stand, with the editors’ reading beside them where it is certain or probable.',
  },
  doubtful: {
    label: 'Doubtful and illegible words',
    model: 'Doubtful readings are marked. What cannot be read is a gap with its extent as far as it is known, never a guess.',
  },
  handwriting: {
    label: 'Handwriting',
    model: 'Handwriting beside the text is given as notes, each with its hand as far as it is known and with how sure that is.',
  },
  marks: { label: 'Pen marks', model: 'Pen marks are described. What they mean is not said.' },
  omissions: { label: 'Omissions', model: 'Nothing is left out without a sign and a reason.' },
  names: { label: 'Names', model: 'Persons are identified where the paper or its context allows it.' },
  dates: { label: 'Dates', model: 'Dates are given as written, with their normal form; what is inferred is said to be.' },
  redactions: {
    label: 'Redactions',
    model: 'Passages retained or closed by the archive are gaps, with the ground that the archive gives.',
  },
  collation: {
    label: 'What was collated',
    model: 'The transcripts were corrected from the machine transcript alone, and not collated with the papers.',
  },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly model: string }>>
export type PolicyField = keyof typeof POLICY

/** The fields of the form. */
export const POLICY_FIELDS: AttributeTable = Object.fromEntries(
  Object.entries(POLICY).map(([name, { label }]) => [name, { kind: 'text', label }]),
)
