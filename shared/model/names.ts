/** What the register of names holds besides people. */
export const NAME_KINDS = {
  organisation: 'organisation',
  place: 'place',
  work: 'work',
  event: 'event',
  term: 'term',
  paper: 'paper',
} as const
export type NameKind = keyof typeof NAME_KINDS

/** An organisation, a place, a work, an event, a term with its expansion, or a paper that others cite. */
export interface Named {
  readonly id: string
  readonly kind: NameKind
  readonly name: string
  /** What it is, in words: the expansion of an abbreviation, the dates of an event, the reference of a paper. */
  readonly says: string | null
  /** A link to an authority file. Checked for its shape, never looked up. */
  readonly authority: string | null
  readonly extra?: Readonly<Record<string, unknown>>
}
