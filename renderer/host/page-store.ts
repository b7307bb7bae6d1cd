import type { JournalRecord } from '../../shared/api/contract.ts'

const NAME = 'scholion'
const STORE = 'copies'

/** A recovery copy that one sitting of this page keeps in the browser. */
export interface KeptCopy {
  readonly sitting: string
  readonly record: JournalRecord
  /** The newest version of the same sitting that the host had taken before, if any. */
  readonly after: number | null
}

/** Keeps a copy in the browser's own database. False where there is none (private windows, a full disk). */
export async function keepCopy(document: string, copy: KeptCopy): Promise<boolean> {
  return (await inStore('readwrite', (store) => store.put(copy, [document, copy.sitting]))) !== null
}

/** Every copy of a document, whatever sitting left it. */
export async function readCopies(document: string): Promise<readonly KeptCopy[]> {
  const range = IDBKeyRange.bound([document], [document, []])
  return (await inStore<KeptCopy[]>('readonly', (store) => store.getAll(range))) ?? []
}

export async function removeCopy(document: string, sitting: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete([document, sitting]))
}

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
    opening.onblocked = () => reject(new Error('another page holds an older database'))
  })
}

async function inStore<Value>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | null> {
  try {
    const base = await database()
    return await new Promise((resolve, reject) => {
      // flushed to the disk before it counts as kept
      const transaction = base.transaction(STORE, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => {
        base.close()
        resolve(request.result)
      }
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } catch {
    return null
  }
}
