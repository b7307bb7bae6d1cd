import type { AttributeSpec } from './attribute.ts'
import { HAND_FACTS } from './certainty.ts'
import { shortDate } from './short-date.ts'
import { factsOfRole } from './vocabulary.ts'

type Facts = Readonly<Record<string, unknown>>

/**
 * What is stated of a block by its role, in short phrases, in the order of the table: “SECRET”, “covering: SECRET”, “STRICTLY PERSONAL”.
 * Nothing for what is not stated.
 */
export function factsInWords(role: string | null, facts: Facts): readonly string[] {
  return Object.entries(factsOfRole(role)).flatMap(([name, spec], at) => {
    const words = factInWords(spec, facts[name])
    if (words === null) return []
    // the first fact of a role is its own name: a level, a kind
    return [at === 0 || spec.kind === 'choices' ? words : `${lead(spec.label)}: ${words}`]
  })
}

/** How sure a block's hand is, and why, in short phrases: “hand: probable”, “basis: context”. Nothing for what is not stated. */
export function handInWords({ handCert, handBasis, handBasisNote }: Facts): readonly string[] {
  const phrase = (lead: string, words: string | null) => (words === null ? [] : [`${lead}${words}`])
  return [
    ...phrase('hand: ', factInWords(HAND_FACTS.handCert, handCert)),
    ...phrase('basis: ', factInWords(HAND_FACTS.handBasis, handBasis)),
    ...phrase('', factInWords(HAND_FACTS.handBasisNote, handBasisNote)),
  ]
}

/** What one fact says, in words; null where it states nothing. */
export function factInWords(spec: AttributeSpec, value: unknown): string | null {
  switch (spec.kind) {
    case 'choice':
      return typeof value === 'string' ? (spec.values[value] ?? value) : null
    case 'choices':
      return Array.isArray(value) && value.length > 0 ? value.map((one) => spec.values[one] ?? String(one)).join(', ') : null
    case 'list':
      return Array.isArray(value) && value.length > 0 ? value.join('; ') : null
    case 'flag':
      return value === true ? 'yes' : null
    case 'number':
      return typeof value === 'number' ? String(value) : null
    case 'date':
      return typeof value === 'string' && value.trim() !== '' ? shortDate(value) : null
    default:
      return typeof value === 'string' && value.trim() !== '' ? value : null
  }
}

/** A label as it begins a phrase: without what only a form needs. */
function lead(label: string): string {
  const bare = label.replace(/ \(.*\)$/, '').replace(/, in words$/, '')
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}
