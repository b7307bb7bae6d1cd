import type { Answer, Host, JournalRecord } from '../../shared/api/contract.ts'
import { done } from '../../shared/model/result.ts'
import { browserStore, type KeptCopy, type PageStore } from './page-store.ts'

/** How long the host may take over a recovery copy before the page keeps one itself, in ms. */
const PATIENCE = 5000

/**
 * A host whose recovery copies also live in the page: what cannot be written there, because the host is gone or its disk is full, is kept in
 * the browser, and is offered when the document is opened again. A copy of another sitting is never written over, and is removed only after
 * it was given out.
 */
export function withPageJournal(host: Host, sitting: string = crypto.randomUUID(), store: PageStore = browserStore): Host {
  /** The newest version that the host has, by document: what the page keeps goes on from it. */
  const there = new Map<string, number>()
  const keptHere = new Set<string>()
  const given = new Map<string, string>()

  /** Documents of two collections may have one id, and one browser may have seen both. */
  let collection = ''
  const keyOf = (document: string) => `${collection}/${document}`

  const forget = async (document: string, version: number) => {
    for (const copy of await store.read(keyOf(document))) {
      const ours = copy.sitting === sitting || copy.sitting === given.get(document)
      if (ours && copy.record.version <= version) await store.remove(keyOf(document), copy.sitting)
    }
    keptHere.delete(document)
  }

  return {
    ...host,
    async list() {
      const listed = await host.list()
      if (listed.ok) collection = listed.value.name
      return listed
    },

    async writeJournal({ document, record }) {
      const written = await within(host.writeJournal({ document, record }))
      if (written?.ok) {
        there.set(document, record.version)
        if (keptHere.has(document)) await forget(document, record.version)
        return written
      }
      const kept = await store.keep(keyOf(document), { sitting, record, after: there.get(document) ?? null })
      if (kept) keptHere.add(document)
      if (kept || written) return kept ? done(null) : written!
      return host.writeJournal({ document, record })
    },

    async readJournal({ document }) {
      const onHost = await host.readJournal({ document })
      const copies = [...(await store.read(keyOf(document)))].sort((a, b) => b.record.version - a.record.version)
      const copy = copies[0]
      const record = onHost.ok ? onHost.value : null
      if (!copy || (record && !goesOnFrom(copy, record))) return onHost
      given.set(document, copy.sitting)
      return done(copy.record)
    },

    async dropJournal({ document, version }) {
      await forget(document, version)
      return host.dropJournal({ document, version })
    },
  }
}

/** Whether the host's record is nothing but an earlier state of the page's copy. Else the host's comes first, and the copy the next time. */
function goesOnFrom(copy: KeptCopy, record: JournalRecord): boolean {
  return record.text === copy.record.text || (copy.after === record.version && copy.record.version > record.version)
}

/** The answer, or null where it does not come in time. */
function within<Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value> | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE)
    void answer.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
