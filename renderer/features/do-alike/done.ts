import type { Deed } from '../../../shared/commands/do-alike.ts'

/** Something that was done to one block, and that block's words. */
export interface Done {
  readonly deed: Deed
  readonly words: string
  /** How it is said, before “to all alike”. */
  readonly label: string
}
