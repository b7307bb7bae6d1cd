import type { NewId } from '../model/ids.ts'

/** What commands need from outside: new ids, and the decoded texts of the originals (to cut sources by alignment). */
export interface CommandContext {
  readonly newId: NewId
  readonly texts: () => readonly string[]
}
