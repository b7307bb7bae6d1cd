import type { Host, JournalRecord } from '../../shared/api/contract.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'

const NAME = 'scholion'
const STORE = 'journal'

/** Where the page keeps its journal while the host is gone: the browser's own database, by document. */
function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

async function inStore<Value>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | null> {
  try {
    const base = await database()
    return await new Promise((resolve, reject) => {
      const transaction = base.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => {
        base.close()
        resolve(request.result)
      }
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } catch {
    // private windows and full disks have no database: the journal is then as good as the host's
    return null
  }
}

/**
 * A host whose journal also lives in the page: what cannot be written because the host is gone is kept in the browser, and is offered
 * when the document is opened again. The newer of the two records counts.
 */
export function withPageJournal(host: Host): Host {
  return {
    ...host,
    async writeJournal({ document, record }) {
      const written = await host.writeJournal({ document, record })
      if (written.ok || written.fault.tag !== 'unreachable') return written
      const key = await inStore('readwrite', (store) => store.put(record, document))
      return key === null
        ? written
        : failed('unreachable', 'Connection lost. Your work is kept in this browser until the program answers again.')
    },
    async readJournal({ document }) {
      const there = await host.readJournal({ document })
      const here = (await inStore('readonly', (store) => store.get(document))) as JournalRecord | null | undefined
      if (!here) return there
      return there.ok && there.value && there.value.version >= here.version
        ? there
        : (done(here) as Result<JournalRecord | null, never>)
    },
    async dropJournal({ document, version }) {
      const here = (await inStore('readonly', (store) => store.get(document))) as JournalRecord | null | undefined
      if (here && here.version <= version) await inStore('readwrite', (store) => store.delete(document))
      return host.dropJournal({ document, version })
    },
  }
}
