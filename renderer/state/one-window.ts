/** How long another page may take to let a document go, in ms: one that is being reloaded needs a moment. */
const PATIENCE = 1000

/**
 * Takes a document for this tab or window alone, so that two of one browser never write over each other. Gives back how to let it go, or
 * null where another one has it. A tab that is closed or crashes lets go by itself.
 */
export async function takeForThisWindow(document: string): Promise<(() => void) | null> {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return () => undefined
  const take = (options: LockOptions) =>
    new Promise<(() => void) | null>((answer) => {
      const held = (lock: Lock | null) => (lock === null ? answer(null) : new Promise<void>((letGo) => answer(letGo)))
      locks.request(`scholion ${document}`, options, held).catch(() => answer(null))
    })
  // the time runs only where another has it: a busy browser may take as long to say that nobody does
  return (await take({ ifAvailable: true })) ?? take({ signal: AbortSignal.timeout(PATIENCE) })
}
