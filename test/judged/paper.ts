import type { Layer } from '../../shared/model/hand.ts'
import type { RoleName } from '../../shared/vocabulary/roles.ts'

export const ERROR_KINDS = ['nonword', 'parted', 'joined', 'realword', 'number'] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** What a block of a labelled paper is: a role of the vocabulary, a note by hand beside the text, noise of the machine; null where nobody could tell. */
export type JudgedRole = RoleName | 'note' | 'noise' | null

/** Offsets are UTF-16 units of the paper's text, `end` exclusive; neither end stands on a blank. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly role: JudgedRole
  readonly layer: Layer
  /** The initials of a hand that the text shows, or null. */
  readonly hand: string | null
  /** Handwriting inside a typed line; the line around it is stretches of its own. */
  readonly isRunIn: boolean
}

/**
 * Where a new page begins: at `start`, the first sign after the turn that is no blank (`end` is equal). Where it is not decided whether the
 * lines between are foot or head, the turn stands anywhere from `start`, where they begin, to `end`, where they end.
 */
export interface Turn {
  readonly start: number
  readonly end: number
  readonly isDecided: boolean
}

/** What a paper tells of itself, in the words of its label; `date` is an ISO day. Null, or no copies, where its text does not show it. */
export interface JudgedFacts {
  readonly from: string | null
  readonly to: string | null
  readonly date: string | null
  readonly reference: string | null
  readonly subject: string | null
  readonly marking: string | null
  readonly copies: readonly string[]
}

/** A second or later paper of the file, from its first sign that is no blank. */
export interface Division {
  readonly start: number
  readonly kind: string
  readonly relation: string | null
  readonly facts: JudgedFacts
}

/** What the machine misread: `read` stands in the text, `should` is on the paper. */
export interface MachineError {
  readonly start: number
  readonly end: number
  readonly read: string
  readonly should: string
  readonly kind: ErrorKind
}

export interface JudgedPaper {
  readonly name: string
  readonly kind: string
  readonly lang: string
  /** Every doubt on it is a false alarm. */
  readonly isClean: boolean
  /** The machine transcript, lines parted by `\n`. */
  readonly text: string
  /** In order, without overlap; together they hold every sign that is no blank. A block with blank lines in it is several. */
  readonly stretches: readonly Stretch[]
  readonly turns: readonly Turn[]
  /** The true number of each page, by place in the file; one page more than there are turns. */
  readonly order: readonly number[]
  /** Those after the first paper. A turn need not be labelled where a division is: whoever proposes one there is not wrong. */
  readonly divisions: readonly Division[]
  /** Of the first paper. */
  readonly facts: JudgedFacts
  readonly errors: readonly MachineError[]
  /** The paper's own slips: a doubt there is neither owed nor false. */
  readonly slips: readonly { readonly start: number; readonly end: number }[]
}
