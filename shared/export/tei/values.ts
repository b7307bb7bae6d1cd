import { BASIS } from '../../vocabulary/certainty.ts'
import { isoDate } from '../../vocabulary/iso-date.ts'
import { element, type XmlElement } from '../../xml/node.ts'

type Attributes = Readonly<Record<string, unknown>>

/** A stated text, or null. */
export function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A value that TEI takes as one word (`teidata.enumerated`): signs that every validator counts as letters, or null. */
export function token(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f._-]+$/.test(value) ? value : null
}

/** An instant that TEI takes in `@when`, or null. */
export function isoInstant(value: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d)$/.exec(value)
  return match && isoDate(match[1]) !== null ? value : isoDate(value)
}

/** `@cert` where it is stated. */
export function cert(attrs: Attributes): string | null {
  return words(attrs.cert)
}

const EVIDENCE: Readonly<Record<keyof typeof BASIS, string>> = {
  paper: 'external',
  image: 'external',
  'other-copy': 'external',
  context: 'internal',
  conjecture: 'conjecture',
}

/** `@evidence` of what a correction or restoration rests on. */
export function evidence(attrs: Attributes): string | null {
  const basis = words(attrs.basis)
  return basis === null ? null : (EVIDENCE[basis as keyof typeof BASIS] ?? null)
}

/** How sure the hand of a block is (CE): `certainty` about the `@hand` of the element that it stands in. */
export function sureOfHand({ handCert, handBasis, handBasisNote }: Attributes): readonly XmlElement[] {
  const [basis] = grounds({ basis: handBasis, basisNote: handBasisNote }, [], false)
  const sure = cert({ cert: handCert })
  if (sure === null && basis === undefined) return []
  return [element('certainty', { match: '@hand', locus: 'value', cert: sure }, basis?.children ?? [])]
}

/**
 * What `@evidence` and `@reason` cannot say, in words: `certainty/desc` (CE). `@evidence` has one value for paper, image and other copy.
 * `holdsEvidence`: the element has that attribute.
 */
export function grounds(attrs: Attributes, more: readonly (string | null)[] = [], holdsEvidence = true): readonly XmlElement[] {
  const basis = words(attrs.basis) as keyof typeof BASIS | null
  const isSaid = basis === null || (holdsEvidence && EVIDENCE[basis] !== 'external')
  const parts = [isSaid ? null : `basis: ${BASIS[basis]}`, words(attrs.basisNote), ...more].filter((part) => part !== null)
  if (parts.length === 0) return []
  return [element('certainty', { locus: 'value', cert: cert(attrs) }, [element('desc', {}, [parts.join('; ')])])]
}
