export interface FlushParts {
  /** Tells the page that its window is about to close. */
  readonly ask: () => void
  /** Settles when the page has answered: what is left to say of work that could not be saved, or null. */
  readonly answered: Promise<string | null>
  /** Calls of the page that the host still works on. */
  readonly working: () => Iterable<Promise<unknown>>
  readonly pause: (milliseconds: number) => Promise<unknown>
}

/**
 * In ms. A page that asks for nothing for so long is stuck; on a busy machine one that is at work may take a second between two calls. All that
 * it hands over is waited for so long at most, since a dead share never answers.
 */
const PATIENCE = 3000
const LONGEST = 10_000

/** Lets a page save before its window closes. Gives the sentence about what could not be saved, or null where the window may close. */
export async function flush({ ask, answered, working, pause }: FlushParts): Promise<string | null> {
  ask()
  let longest: Promise<'over'> | null = null
  const late = async () => {
    for (;;) {
      await pause(PATIENCE)
      const calls = [...working()]
      if (calls.length === 0) return null
      longest ??= pause(LONGEST).then(() => 'over')
      // what a call came to, the page learns first, and may have more to save or something to say
      if ((await Promise.race([Promise.allSettled(calls), longest])) === 'over') return null
    }
  }
  return Promise.race([answered, late()])
}
