import type { Answer, Host, HostTag, JournalRecord, KeptJournal } from '../../shared/api/contract.ts'
import { applySplices } from '../../shared/api/journal-change.ts'
import { noWholeRecord } from '../../shared/api/write-rules.ts'
import { done, type Fault, failed } from '../../shared/model/result.ts'
import { browserStore, type PageStore } from './page-store.ts'
import { revisionOf } from './revision.ts'

/** How long the host may take over a recovery copy before it counts as gone and the page keeps one itself, in ms. */
export const PATIENCE = 1000

const LATE: Fault = {
  tag: 'late',
  sentence:
    'The program in the terminal does not answer. What you type is kept in this page, and is saved when it answers again; go on working, or start it again if it stays away.',
}
const NOWHERE = failed<HostTag>(
  'unreachable',
  'The program in the terminal does not answer, and this browser keeps nothing. Leave this page open, and start the program again.',
)

/**
 * A host whose recovery copies also live in the page: what cannot be written there, because the host is gone or its disk is full, is kept in
 * the browser, and is offered when the document is opened again. Each sitting has a copy of its own. Where the host is given a change, so is
 * the browser, once it keeps the whole record that the change is of. A host that is late is asked nothing more for that sitting before it has
 * answered: `told` is given what to say meanwhile, and null when it has.
 */
export function withPageJournal(
  host: Host,
  store: PageStore = browserStore,
  told: (fault: Fault | null) => void = () => undefined,
): Host {
  const keptHere = new Set<string>()
  /** Sittings whose last record the host has not answered for yet. */
  const late = new Set<string>()
  /** The last whole record of a sitting of this page, and whether the browser keeps it. */
  const wholes = new Map<string, { readonly record: JournalRecord; keptHere: boolean }>()

  /** Documents of two collections may have one id, and one browser may have seen both. */
  let collection = ''
  const keyOf = (document: string) => `${collection}/${document}`
  const idOf = ({ document, sitting }: Sitting) => `${document} ${sitting}`

  const forget = async (whose: Sitting, version: number) => {
    const key = keyOf(whose.document)
    const copy = (await store.read(key)).find(({ sitting }) => sitting === whose.sitting)
    if (copy && copy.record.version > version) return
    if (copy) await store.remove(key, whose.sitting)
    if (copy) await store.remove(key, wholeOf(whose.sitting))
    const whole = wholes.get(idOf(whose))
    if (whole) whole.keptHere = false
    keptHere.delete(idOf(whose))
  }

  /** Keeps a record in the browser: false where that cannot be, `missing` where a change is of something that this page has not seen. */
  const keepHere = async ({ record, ...whose }: Asked): Promise<boolean | 'missing'> => {
    const key = keyOf(whose.document)
    if ('of' in record) {
      const whole = wholes.get(idOf(whose))
      if (!whole || (await revisionOf(whole.record.text)) !== record.of) return 'missing'
      whole.keptHere ||= await store.keep(key, { sitting: wholeOf(whose.sitting), record: whole.record })
      if (!whole.keptHere) return false
    }
    return store.keep(key, { sitting: whose.sitting, record })
  }

  /** What comes later goes to the host only once it has answered: two calls under way could arrive in the other order. */
  const awaitLate = async (ask: Asked, answer: Promise<Answer<null>>) => {
    const id = idOf(ask)
    late.add(id)
    told(LATE)
    const written = await answer
    late.delete(id)
    if (late.size === 0) told(null)
    if (written.ok && keptHere.has(id)) await forget(ask, ask.record.version)
  }

  /** What the browser keeps of a document, each with its whole text. */
  const copiesOf = async (document: string): Promise<readonly KeptJournal[]> => {
    const all = await store.read(keyOf(document))
    const whole = all.map(async ({ sitting, record }) => {
      if (sitting.endsWith(WHOLE)) return []
      if ('text' in record) return [{ sitting, record }]
      const base = all.find((one) => one.sitting === wholeOf(sitting))?.record
      if (!base || 'of' in base || (await revisionOf(base.text)) !== record.of) return []
      const text = applySplices(base.text, record.splices)
      return text === null ? [] : [{ sitting, record: { version: record.version, base: record.base, text } }]
    })
    return (await Promise.all(whole)).flat()
  }

  return {
    ...host,
    async list() {
      const listed = await host.list()
      if (listed.ok) collection = listed.value.name
      return listed
    },

    async writeJournal(ask) {
      const { record } = ask
      const id = idOf(ask)
      if ('text' in record) wholes.set(id, { record, keptHere: false })
      const answer = late.has(id) ? null : host.writeJournal(ask)
      const written = answer && (await within(answer))
      if (written?.ok) {
        if (keptHere.has(id)) await forget(ask, record.version)
        return written
      }
      if (written?.fault.tag === 'missing') return written
      if (answer !== null && written === null) void awaitLate(ask, answer)
      const kept = await keepHere(ask)
      if (kept === true) keptHere.add(id)
      if (kept === 'missing') return noWholeRecord()
      return kept ? done(null) : (written ?? NOWHERE)
    },

    async readJournals({ document }) {
      const onHost = await host.readJournals({ document })
      const copies = await copiesOf(document)
      if (!onHost.ok && copies.length === 0) return onHost
      const { journals, notices } = onHost.ok ? onHost.value : { journals: [], notices: [] }
      return done({ journals: newestOfEach([...copies, ...journals]), notices })
    },

    async dropJournal(ask) {
      await forget(ask, ask.version)
      if (ask.last) wholes.delete(idOf(ask))
      // what is typed meanwhile is kept behind it, and a drop leaves what is newer
      return (await within(host.dropJournal(ask))) ?? NOWHERE
    },
  }
}

type Asked = Parameters<Host['writeJournal']>[0]
type Sitting = Pick<Asked, 'document' | 'sitting'>

/** The whole record of a sitting stands under a name of its own, beside the change of it. */
const WHOLE = ' whole'
const wholeOf = (sitting: string) => `${sitting}${WHOLE}`

/** Of a sitting that both the browser and the host know, the later state alone. */
function newestOfEach(journals: readonly KeptJournal[]): readonly KeptJournal[] {
  return journals.filter(
    (one, at) =>
      !journals.some(
        (other, place) =>
          other.sitting === one.sitting &&
          (other.record.version > one.record.version || (other.record.version === one.record.version && place < at)),
      ),
  )
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
