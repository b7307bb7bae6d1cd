/** How long another page may take to let a document go, in ms: one that is being reloaded needs a moment. */
const PATIENCE = 1000

/**
 * Takes a document for this tab or window alone, so that two of one browser never write over each other. Gives back how to let it go, or
 * null where another one has it. A tab that is closed or crashes lets go by itself.
 */
export function takeForThisWindow(document: string): Promise<(() => void) | null> {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return Promise.resolve(() => undefined)
  return new Promise((answer) => {
    const signal = AbortSignal.timeout(PATIENCE)
    const held = () => new Promise<void>((letGo) => answer(letGo))
    locks.request(`scholion ${document}`, { signal }, held).catch(() => answer(null))
  })
}
