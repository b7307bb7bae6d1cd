import type { Chosen } from '../../../shared/merge/choose.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'

/** One of two versions that are looked at side by side. */
export interface Version {
  readonly label: string
  readonly transcript: Transcript
}

/** What can be done once both were seen; nothing is done by looking. */
export interface Way {
  readonly label: string
  readonly run: () => void
}

/** Which side each difference is to have: those in `other` (by `keyOfRow`) not that of the whole. */
export interface Choices {
  readonly whole: Chosen
  readonly other: ReadonlySet<string>
}

/** Two versions of a document, side by side over the window. Esc closes it, with nothing changed. */
export interface Comparing {
  readonly title: string
  readonly mine: Version
  readonly theirs: Version
  readonly ways: readonly Way[]
  /** Where each difference can be chosen by itself: what is done with the choices. */
  readonly choose?: (choices: Choices) => void
}
