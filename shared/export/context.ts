import type { Registers } from '../format/registers.ts'
import type { Meaning } from '../vocabulary/pen-legend.ts'
import { POLICY } from '../vocabulary/policy.ts'

/** What an exporter is told besides the transcript: nothing here is looked up, so that equal input gives equal bytes everywhere. */
export interface ExportContext {
  /** Version of this Scholion. */
  readonly version: string
  /** Lower-case hex sha256 of the transcript file, or null where what leaves is in no file. */
  readonly sha256: string | null
  /** Whether it holds changes that are in no file yet. */
  readonly changed?: boolean
  /** What the collection says of itself, or null. */
  readonly description: Description | null
  /** What pen marks mean in this collection, where it is to be told: an editor's interpretation. */
  readonly legend?: readonly Meaning[]
}

/** The description of a collection, as far as it is stated. Nothing is ever put in the place of null. */
export interface Description {
  readonly title: string | null
  readonly country: string | null
  readonly settlement: string | null
  readonly repository: string | null
  readonly reference: string | null
  readonly series: string | null
  readonly piece: string | null
  readonly rights: string | null
  readonly licence: string | null
  /** The editorial policy, as far as it is stated: each statement with its heading. */
  readonly policy: readonly (readonly [heading: string, words: string])[]
}

/** Where a reference was never typed, every edition says so. */
export const REFERENCE_NOT_KNOWN = '[reference not known]'

/** What a collection says of itself: words, and nothing that is not words. Null where it says nothing. */
export function descriptionFrom({ description, policy }: Partial<Pick<Registers, 'description' | 'policy'>>): Description | null {
  if (Object.keys({ ...description, ...policy }).length === 0) return null
  const words = (key: keyof Registers['description']) => wordsAt(description, key)
  return {
    title: words('title'),
    country: words('country'),
    settlement: words('settlement'),
    repository: words('repository'),
    reference: words('reference'),
    series: words('series'),
    piece: words('piece'),
    rights: words('rights'),
    licence: words('licence'),
    policy: Object.entries(POLICY).flatMap(([key, { label }]) => {
      const said = wordsAt(policy, key)
      return said === null ? [] : [[label, said] as const]
    }),
  }
}

function wordsAt(table: Readonly<Record<string, unknown>> | undefined, key: string): string | null {
  const value = table && Object.hasOwn(table, key) ? table[key] : null
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
