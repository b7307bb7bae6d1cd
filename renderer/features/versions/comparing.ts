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

/** Two versions of a document, side by side over the window. Esc closes it, with nothing changed. */
export interface Comparing {
  readonly title: string
  readonly mine: Version
  readonly theirs: Version
  readonly ways: readonly Way[]
}
