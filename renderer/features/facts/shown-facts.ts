import type { Field } from '../../ui/choice.ts'

/** How sure something is: shown beside the fact that it is of, never far from it. */
const CERTAINTIES = new Set(['cert', 'handCert'])

/** What is stated now and then only: it is asked for, and shown where it is stated. */
const ON_DEMAND = new Set([
  'function2',
  'passage',
  'authority',
  'to',
  'date',
  'notBefore',
  'notAfter',
  'answers',
  'joins',
  'readingCert',
  'basis',
  'basisNote',
  'handBasis',
  'handBasisNote',
  'withheld',
  'sign',
  'folio',
  'image',
  'state',
])

/** A fact, and how sure it is where that is asked. */
export interface FactRow {
  readonly field: Field
  readonly certainty: Field | null
}

/** Whether anything is stated in it. */
export function isStated({ value }: Field): boolean {
  return value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)
}

/** Whether there is a field for it: stretches and records are stated by commands. */
export const canBeFilledIn = ({ spec }: Field): boolean => spec.kind !== 'ranges' && spec.kind !== 'record'

/**
 * What is shown of these facts, in their order: what is stated, what nearly every such thing has, and what was asked for. How sure a hand is
 * stands beside the hand, any other certainty beside the role or the first fact. `asked` by the field's name.
 */
export function shownFacts(fields: readonly Field[], asked: (name: string) => boolean): readonly FactRow[] {
  const facts = fields.filter((field) => canBeFilledIn(field) && !CERTAINTIES.has(field.name))
  const shown = facts.filter((field) => isStated(field) || asked(field.name) || !ON_DEMAND.has(field.name))
  const host = shown.find(({ name }) => name === 'role' || name === 'hand') ?? shown[0]
  const certainties = fields.filter(({ name }) => CERTAINTIES.has(name))
  const rows = shown.map((field): FactRow => {
    const own = certainties.find((one) => (one.name === 'handCert' ? field.name === 'hand' : host === field))
    // of what is not stated nobody can be sure
    const certainty = own && (isStated(field) || isStated(own) || asked(own.name)) ? own : null
    return { field, certainty }
  })
  const hosted = rows.map(({ certainty }) => certainty)
  const alone = certainties.filter((one) => !hosted.includes(one) && (host === undefined || isStated(one) || asked(one.name)))
  return [...rows, ...alone.map((field) => ({ field, certainty: null }))]
}
