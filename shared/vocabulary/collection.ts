import type { AttributeTable } from './attribute.ts'

/** What can be stated of a collection; its papers have repository, series, piece, rights, licence and recogniser from here. Names beside: ISAD(G). */
export const COLLECTION_FACTS = {
  title: { kind: 'text', label: 'Title (3.1.2)' },
  dates: { kind: 'text', label: 'Covering dates (3.1.3)' },
  extent: { kind: 'text', label: 'Extent and form (3.1.5)' },
  country: { kind: 'text', label: 'Country' },
  settlement: { kind: 'text', label: 'Town' },
  repository: { kind: 'text', label: 'Repository' },
  series: { kind: 'text', label: 'Series (3.1.1)' },
  piece: { kind: 'text', label: 'Piece (3.1.1)' },
  reference: { kind: 'text', label: 'Reference, if not series and piece' },
  former: { kind: 'text', label: 'Former reference' },
  access: { kind: 'text', label: 'Access (3.4.1)' },
  findingAid: { kind: 'text', label: 'Finding aid (3.4.5)' },
  copies: { kind: 'text', label: 'Other copies (3.5.2)' },
  published: { kind: 'text', label: 'Published versions (3.5.4)' },
  rights: { kind: 'text', label: 'Rights (3.4.2)' },
  licence: { kind: 'text', label: 'Licence' },
  recogniser: { kind: 'text', label: 'Read by (recogniser)' },
} as const satisfies AttributeTable
