import { BASIS } from '../../vocabulary/certainty.ts'
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

/** A date that TEI takes in `@when` (`teidata.temporal.w3c`): year, month or day of the calendar, or null (ND#NDDATE). */
export function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value)
  if (!match || match[1] === '0000') return null
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(part)))
  if (month != null && (month < 1 || month > 12)) return null
  return day != null && (day < 1 || day > daysIn(year!, month!)) ? null : value
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

/** An instant that TEI takes in `@when`, or null. */
export function isoInstant(value: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d)$/.exec(value)
  return match && isoDate(match[1]) !== null ? value : isoDate(value)
}

/** A language tag that TEI takes in `@xml:lang`, or null. */
export function languageTag(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? value : null
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
