import type { Answer, Host, JournalRecord } from '../../shared/api/contract.ts'
import { applySplices } from '../../shared/api/journal-change.ts'
import { noWholeRecord } from '../../shared/api/write-rules.ts'
import { done } from '../../shared/model/result.ts'
import { browserStore, type KeptCopy, type PageStore } from './page-store.ts'
import { revisionOf } from './revision.ts'

/** How long the host may take over a recovery copy before the page keeps one itself, in ms. */
const PATIENCE = 5000

/**
 * A host whose recovery copies also live in the page: what cannot be written there, because the host is gone or its disk is full, is kept in
 * the browser, and is offered when the document is opened again. A copy of another sitting is never written over, and is removed only after
 * it was given out. Where the host is given a change, so is the browser, once it keeps the whole record that the change is of.
 */
export function withPageJournal(host: Host, sitting: string = crypto.randomUUID(), store: PageStore = browserStore): Host {
  /** The newest version that the host has, by document: what the page keeps goes on from it. */
  const there = new Map<string, number>()
  const keptHere = new Set<string>()
  const given = new Map<string, string>()
  /** The last whole record of this sitting, and whether the browser keeps it. */
  const wholes = new Map<string, { readonly record: JournalRecord; keptHere: boolean }>()

  /** Documents of two collections may have one id, and one browser may have seen both. */
  let collection = ''
  const keyOf = (document: string) => `${collection}/${document}`

  const forget = async (document: string, version: number) => {
    for (const copy of await store.read(keyOf(document))) {
      const ours = copy.sitting === sitting || copy.sitting === given.get(document)
      if (!ours || copy.record.version > version) continue
      await store.remove(keyOf(document), copy.sitting)
      await store.remove(keyOf(document), wholeOf(copy.sitting))
      const whole = copy.sitting === sitting ? wholes.get(document) : undefined
      if (whole) whole.keptHere = false
    }
    keptHere.delete(document)
  }

  /** Keeps a record in the browser: false where that cannot be, `missing` where a change is of something that this page has not seen. */
  const keepHere = async (document: string, record: Asked['record']): Promise<boolean | 'missing'> => {
    const after = there.get(document) ?? null
    if ('of' in record) {
      const whole = wholes.get(document)
      if (!whole || (await revisionOf(whole.record.text)) !== record.of) return 'missing'
      whole.keptHere ||= await store.keep(keyOf(document), { sitting: wholeOf(sitting), record: whole.record, after })
      if (!whole.keptHere) return false
    }
    return store.keep(keyOf(document), { sitting, record, after })
  }

  /** What the browser keeps of a document, each with its whole text; the newest first. */
  const copiesOf = async (document: string): Promise<readonly (KeptCopy & { readonly record: JournalRecord })[]> => {
    const all = await store.read(keyOf(document))
    const whole = all.map(async (copy) => {
      const { record } = copy
      if (copy.sitting.endsWith(WHOLE)) return []
      if ('text' in record) return [{ ...copy, record }]
      const base = all.find((one) => one.sitting === wholeOf(copy.sitting))?.record
      if (!base || 'of' in base || (await revisionOf(base.text)) !== record.of) return []
      const text = applySplices(base.text, record.splices)
      return text === null ? [] : [{ ...copy, record: { version: record.version, base: record.base, text } }]
    })
    return (await Promise.all(whole)).flat().sort((a, b) => b.record.version - a.record.version)
  }

  return {
    ...host,
    async list() {
      const listed = await host.list()
      if (listed.ok) collection = listed.value.name
      return listed
    },

    async writeJournal({ document, record }) {
      if ('text' in record) wholes.set(document, { record, keptHere: false })
      const written = await within(host.writeJournal({ document, record }))
      if (written?.ok) {
        there.set(document, record.version)
        if (keptHere.has(document)) await forget(document, record.version)
        return written
      }
      if (written?.fault.tag === 'missing') return written
      const kept = await keepHere(document, record)
      if (kept === 'missing') return noWholeRecord()
      if (kept) keptHere.add(document)
      if (kept || written) return kept ? done(null) : written!
      return host.writeJournal({ document, record })
    },

    async readJournal({ document }) {
      const onHost = await host.readJournal({ document })
      const copy = (await copiesOf(document))[0]
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

type Asked = Parameters<Host['writeJournal']>[0]

/** The whole record of a sitting stands under a name of its own, beside the change of it. */
const WHOLE = ' whole'
const wholeOf = (sitting: string) => `${sitting}${WHOLE}`

/** Whether the host's record is nothing but an earlier state of the page's copy. Else the host's comes first, and the copy the next time. */
function goesOnFrom(copy: KeptCopy & { readonly record: JournalRecord }, record: JournalRecord): boolean {
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
