import type { Gathered } from '../../shared/checklist/rows.ts'
import type { Match, Query } from '../../shared/search/find-words.ts'
import type { Index } from '../../shared/search/search-transcript.ts'
import type { ToldHit } from '../../shared/search/tell-hits.ts'

/** What a document is read from: its transcript file's text, or its original's bytes where there is no transcript yet. */
export type Source =
  | { readonly transcript: string }
  | { readonly original: string; readonly base64: string; readonly sha256: string }

/** What the window asks of the worker. `key` names one version of one document. */
export type Work =
  | { readonly kind: 'learn'; readonly key: string; readonly source: Source }
  | { readonly kind: 'search'; readonly key: string; readonly query: Query }
  | { readonly kind: 'names'; readonly key: string }
  | { readonly kind: 'checklist'; readonly key: string }
  | { readonly kind: 'match'; readonly texts: readonly string[]; readonly query: Query }

/** A question with its number; `timed`: it is to be told when the worker begins with it. */
export type Question = Work & { readonly n: number; readonly timed: boolean }

/** What a document names, and the register entries that it carries. */
export type Names = Pick<Index, 'mentions' | 'people' | 'names'>

/** What comes back for each. A sentence tells why it could not be done. */
export interface Outcomes {
  readonly learn: null
  readonly search: readonly ToldHit[]
  readonly names: Names
  readonly checklist: Gathered
  readonly match: readonly Match[]
}

export type Reply =
  | { readonly n: number; readonly begun: true }
  | { readonly n: number; readonly value: Outcomes[keyof Outcomes] }
  | { readonly n: number; readonly sentence: string }
