import type { Person } from '../../../shared/model/hand.ts'
import type { Named } from '../../../shared/model/names.ts'
import type { Naming } from '../../../shared/vocabulary/naming.ts'

/** What is tagged alike: these words, as naming this entry (null: not stated). */
export interface Tagging {
  readonly type: Naming
  readonly words: string
  readonly entry: Person | Named | null
}
