import type { NewId } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import type { Extra, TextRanges, Transcript } from '../model/transcript.ts'

/** An original as it came in: its bare name, lower-case hex sha256 and length in bytes, and what `decode` gave. */
export interface OriginalFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  /** Line ends as they stand, without byte order mark. */
  readonly text: string
  readonly encoding: string
  readonly bom: boolean
  readonly second?: TextRanges
}

/** What a machine transcript is read by: a row of `importers.ts`. */
export interface Importer {
  /** Stands in every transcript made by it, with the version: neither ever changes its meaning. */
  readonly name: string
  /** Raised with every change of what it reads out of the same text. */
  readonly version: number
  /** In a sentence: “Read as …”. */
  readonly label: string
  /** How the names of its files end, in lower case with the dot (`.txt`). No two importers have the same. */
  readonly endings: readonly string[]
  /** The file's first transcript, which differs in nothing from it. `newId` is called for all that gets an id. */
  readonly read: (file: OriginalFile, newId: NewId, options: Extra) => Result<Transcript, 'too-large'>
  /** The original as a file of its own kind with the work written into it; where nothing was done, its text unit for unit. */
  readonly writeBack: (transcript: Transcript, original: number) => string
  /** What of the text was read as signs and set aside, in a sentence for the person; '' where nothing was. */
  readonly told: (transcript: Transcript) => string
}
