export interface FlushParts {
  /** Tells the page that its window is about to close. */
  readonly ask: () => void
  /** Settles when the page has answered: what is left to say of work that could not be saved, or null. */
  readonly answered: Promise<string | null>
  /** Calls of the page that the host still works on. */
  readonly working: () => Iterable<Promise<unknown>>
  readonly pause: (milliseconds: number) => Promise<unknown>
}

/** In ms. A page that is stuck is waited for so long; a write that it has handed over so long at most, since a dead share never answers. */
const PATIENCE = 1000
const LONGEST = 10_000

/** Lets a page save before its window closes. Gives the sentence about what could not be saved, or null where the window may close. */
export async function flush({ ask, answered, working, pause }: FlushParts): Promise<string | null> {
  ask()
  const late = async () => {
    await pause(PATIENCE)
    await Promise.race([Promise.allSettled(working()), pause(LONGEST)])
    return null
  }
  return Promise.race([answered, late()])
}
