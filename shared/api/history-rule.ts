const TEN_MINUTES = 600_000

/** A version that is about to be replaced, and what is known of it. Times in ms since 1970. */
export interface Replaced {
  /** It was written by an autosave of this very program run: neither by the person's own wish nor by anybody else. */
  readonly autosaved: boolean
  /** When the version was put into the history that stands newest there, or null where there is none, or it has no words. */
  readonly lastKept: number | null
  readonly now: number
}

/**
 * Whether a version goes into the history when another one takes its place: always, but of a row of autosaves only one for ten minutes of
 * work. What was emptied takes no other version's ten minutes. A clock that was put back keeps one more, never one less.
 */
export function isWorthKeeping({ autosaved, lastKept, now }: Replaced): boolean {
  return !autosaved || lastKept === null || now - lastKept >= TEN_MINUTES || now < lastKept
}
