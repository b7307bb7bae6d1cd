import { factsInWords } from '../../vocabulary/facts.ts'
import type { Whole } from '../reading-order.ts'
import { token } from './values.ts'

interface FactsTei {
  readonly subtype: string | null
  readonly place: string | null
  readonly rend: string | null
  readonly n: string | null
}

const PLACES: Readonly<Record<string, string>> = { top: 'top', foot: 'bottom', both: 'top bottom' }

/**
 * What is stated of a block by its role, as attributes: the level of a marking is `fw/@subtype`, its normal form `@n`, where it stands
 * `@place`; the kind of a signature is `@rend` (`signed` has no `@type`). Nothing where nothing is stated.
 */
export function factsTei({ role, facts }: Pick<Whole, 'role' | 'facts'>): FactsTei {
  const inWords = factsInWords(role, facts)
  return {
    subtype: role === 'marking' ? token(facts.level) : null,
    place: role === 'marking' && typeof facts.position === 'string' ? (PLACES[facts.position] ?? null) : null,
    rend: role === 'signature' ? token(facts.kind) : null,
    n: inWords.length === 0 ? null : inWords.join('; '),
  }
}
