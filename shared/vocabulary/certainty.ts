import type { AttributeSpec, AttributeTable } from './attribute.ts'

/** One scale everywhere. Keys are TEI's values of `@cert`; values are the words that the person reads. */
export const CERTAINTY = { high: 'certain', medium: 'probable', low: 'possible', unknown: 'not known' } as const

/** What a correction, an attribution or a restoration rests on. */
export const BASIS = {
  paper: 'the paper',
  image: 'an image',
  'other-copy': 'another copy',
  context: 'context',
  conjecture: 'conjecture',
} as const
export type Basis = keyof typeof BASIS

export const certainty: AttributeSpec = { kind: 'choice', label: 'Certainty', values: CERTAINTY }
export const basis: AttributeSpec = { kind: 'choice', label: 'Basis', values: BASIS }
export const basisNote: AttributeSpec = { kind: 'text', label: 'Explanation' }

/** How sure it is who wrote a block, and on what that rests: stated of a block of any role that has a hand. */
export const HAND_FACTS = {
  handCert: { ...certainty, label: 'Certainty of the hand' },
  handBasis: { ...basis, label: 'Basis of that' },
  handBasisNote: { kind: 'text', label: 'Explanation of that' },
} as const satisfies AttributeTable
