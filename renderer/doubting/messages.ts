import type { Doubt } from '../../shared/doubt/doubt.ts'
import type { Hand, Person } from '../../shared/model/hand.ts'
import type { Named } from '../../shared/model/names.ts'

/** What the collection knows of words, besides its transcripts. */
export interface KnownWords {
  readonly hands: readonly Hand[]
  readonly people: readonly Person[]
  readonly names: readonly Named[]
  /** Words that were declared right, in small letters. */
  readonly words: readonly string[]
}

/** What the window asks of the worker: to learn the words of other transcripts, or where one transcript is in doubt. Texts are transcript files. */
export type DoubtWork =
  | { readonly kind: 'learn'; readonly texts: readonly string[] }
  | { readonly kind: 'doubts'; readonly document: string; readonly text: string; readonly known: KnownWords }

export type DoubtQuestion = DoubtWork & { readonly n: number }

/** The doubts of a transcript, best first: so many are told, of so many. */
export interface DoubtsTold {
  readonly doubts: readonly Doubt[]
  readonly count: number
  /** Languages of its papers that there is no dictionary for. */
  readonly without: readonly string[]
}

/** What comes back. A sentence tells why it could not be done. */
export type DoubtReply =
  | { readonly n: number; readonly value: DoubtsTold | null }
  | { readonly n: number; readonly sentence: string }
