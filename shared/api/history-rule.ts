const TEN_MINUTES = 600_000

/** A version that is about to be replaced, and what is known of it. Times in ms since 1970. */
export interface Replaced {
  /** It was written by an autosave of this very program run: neither by the person's own wish nor by anybody else. */
  readonly autosaved: boolean
  /** When a version of this document was last put into the history, or null. */
  readonly lastKept: number | null
  readonly now: number
}

/**
 * Whether a version goes into the history when another one takes its place: always, but of a row of autosaves only one for ten minutes of
 * work. A clock that was put back keeps one more, never one less.
 */
export function isWorthKeeping({ autosaved, lastKept, now }: Replaced): boolean {
  return !autosaved || lastKept === null || now - lastKept >= TEN_MINUTES || now < lastKept
}
