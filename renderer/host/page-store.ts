import type { JournalChange, JournalRecord } from '../../shared/api/contract.ts'

const NAME = 'scholion'
const STORE = 'copies'

/** A recovery copy that one sitting keeps in the browser. */
export interface KeptCopy {
  readonly sitting: string
  readonly record: JournalRecord | JournalChange
}

/** Where a page keeps recovery copies itself: by document and sitting. */
export interface PageStore {
  /** False where nothing can be kept. */
  keep(document: string, copy: KeptCopy): Promise<boolean>
  /** Every copy of a document, whatever sitting left it. */
  read(document: string): Promise<readonly KeptCopy[]>
  remove(document: string, sitting: string): Promise<void>
}

/** The browser's own database. Private windows and full disks have none: nothing is kept then, and that is said. */
export const browserStore: PageStore = {
  keep: async (document, copy) => (await inStore('readwrite', (store) => store.put(copy, [document, copy.sitting]))) !== null,
  async read(document) {
    const range = IDBKeyRange.bound([document], [document, []])
    return (await inStore<KeptCopy[]>('readonly', (store) => store.getAll(range))) ?? []
  },
  async remove(document, sitting) {
    await inStore('readwrite', (store) => store.delete([document, sitting]))
  },
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
