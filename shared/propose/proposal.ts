import type { Layer } from '../model/hand.ts'
import type { SourceRange } from '../model/source.ts'
import type { Refused } from '../model/transcript.ts'
import type { RoleName } from '../vocabulary/roles.ts'
import type { UnusedReason } from '../vocabulary/unused.ts'

/** What a stretch may be: a block with a role, or a note that is to be lifted out of the text. */
export type ProposedRole = RoleName | 'note'

interface Proposed {
  /** The same for the same proposal on the same text: what was refused is known by it. */
  readonly id: string
  /** The words that it is about, in UTF-16 units of the originals; never empty. */
  readonly source: readonly SourceRange[]
  /** From 0 to 1: of those at 0.9 nine in ten are right. */
  readonly confidence: number
  /** What speaks for it, in one sentence for the person. */
  readonly reason: string
}

/** What a stretch is. Together these cover every character that is not blank, each once, in reading order. */
export interface StretchProposal extends Proposed {
  readonly kind: 'stretch'
  /** Null abstains: `reason` says why. */
  readonly role: ProposedRole | null
  readonly layer: Layer
  /** A hand of the register, or `UNKNOWN_MANUSCRIPT`; null where the layer is not handwritten. */
  readonly hand: string | null
  /** It is to be set aside, as this; null: it is text of the paper. */
  readonly setAside: UnusedReason | null
  /** The number that is printed before a paragraph or item, as it stands: `1.`, `(a)`. */
  readonly number: string | null
}

/** A page turns before the first of these words; where that is not decided, it turns before or after them. */
export interface TurnProposal extends Proposed {
  readonly kind: 'turn'
  readonly decided: boolean
  /** The number that is printed on the page that begins, as it stands. */
  readonly printed: string | null
}

/** The pages that turn at the proposed turns stand in another order: `order[n]` is the place in the file, from 0, of the page to be read nth. */
export interface OrderProposal extends Proposed {
  readonly kind: 'order'
  readonly order: readonly number[]
}

/** A new paper begins with these words. */
export interface DivisionProposal extends Proposed {
  readonly kind: 'division'
  readonly paperKind: string | null
  readonly relation: string | null
}

/** What a paper states of itself. `paper` counts from 0 along the proposed divisions. */
export interface FactProposal extends Proposed {
  readonly kind: 'fact'
  readonly paper: number
  readonly fact: ProposedFact
  readonly value: string
}

export type ProposedFact =
  | 'kind'
  | 'from'
  | 'to'
  | 'date'
  | 'dateWritten'
  | 'place'
  | 'subject'
  | 'ourReference'
  | 'yourReference'
  | 'fileReference'
  | 'marking'
  | 'covering'
  | 'markingWritten'
  | 'copies'

/** Words that may name an entry of the register, an office that it held, or a paper that is cited. */
export interface NameProposal extends Proposed {
  readonly kind: 'name'
  /** The register's id; null: a paper cited that no entry names. */
  readonly entry: string | null
  readonly register: 'people' | 'names'
  readonly words: string
}

export type Proposal = StretchProposal | TurnProposal | OrderProposal | DivisionProposal | FactProposal | NameProposal

/** An id that depends on nothing but what is proposed and where. */
export function proposalId(kind: Proposal['kind'], what: string, source: readonly SourceRange[]): string {
  return [kind, what, placesOf(source)].filter((part) => part !== '').join(' ')
}

const placesOf = (source: readonly SourceRange[]): string =>
  source.map(([original, start, end]) => `${original}:${start}-${end}`).join(',')

/** What is kept of a proposal that was refused: enough to know it again by its id. */
export function refusalOf({ id, source }: Pick<Proposal, 'id' | 'source'>): Refused {
  return { what: id.slice(0, id.length - placesOf(source).length).trimEnd(), source }
}

/** The id of the proposal that was refused. */
export const idOfRefused = ({ what, source }: Refused): string => `${what} ${placesOf(source)}`
