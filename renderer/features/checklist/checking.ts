import type { DocumentEntry } from '../../../shared/api/contract.ts'
import {
  type CheckList,
  type CheckRow,
  checkListOf,
  closeList,
  type Gathered,
  gather,
  giveNumbers,
  type Listed,
  rowsOf,
} from '../../../shared/checklist/rows.ts'
import { descriptionFrom } from '../../../shared/export/context.ts'
import { NO_NUMBERS } from '../../../shared/model/numbering.ts'
import { fromDocument } from '../../../shared/schema/document.ts'
import type { AppState } from '../../state/app-state.ts'
import { inLanes, LANES } from '../../state/collection-reader.ts'
import { ofApp } from '../../state/of-app.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type Observable, observable } from '../../ui/observable.ts'

export type Scope = 'letter' | 'collection'

/** What was read of the collection for the list; null before it was asked for. */
export interface ReadCollection {
  readonly listed: readonly Listed[]
  readonly failed: readonly string[]
  readonly read: number
  readonly of: number
  readonly running: boolean
}

/** The check list of this window: which of the two is shown, and what was read of the other letters. */
export const checkingOf = ofApp((app) => new Checking(app))

class Checking {
  readonly scope: Observable<Scope> = observable<Scope>('letter')
  readonly collection: Observable<ReadCollection | null> = observable<ReadCollection | null>(null)
  private readonly app: AppState
  private turn = 0

  constructor(app: AppState) {
    this.app = app
  }

  show(scope: Scope): void {
    this.scope.set(scope)
    if (scope === 'collection') void this.read()
  }

  /** Reads every document of the collection; of the open one, the text as it stands. A new reading ends the one before. */
  async read(): Promise<void> {
    const turn = ++this.turn
    const documents = this.app.collection.get()?.documents ?? []
    const found: (Listed | null)[] = documents.map(() => null)
    const failed: string[] = []
    let read = 0
    const tell = (running: boolean) => {
      if (turn !== this.turn) return
      const listed = found.filter((one) => one !== null)
      this.collection.set({ listed, failed: [...failed], read, of: documents.length, running })
    }
    tell(true)
    const each = async (entry: DocumentEntry, at: number) => {
      const result = await this.app.reader.ask(entry, this.app.opened.get(), { kind: 'checklist', key: entry.id })
      read += 1
      if (result.ok) found[at] = { document: entry.original, gathered: result.value }
      else failed.push(entry.original)
      if (read % 20 === 0) tell(true)
    }
    await inLanes(LANES, documents, each, () => turn === this.turn)
    tell(false)
  }

  stop(): void {
    this.turn += 1
    const now = this.collection.get()
    if (now?.running) this.collection.set({ ...now, running: false })
  }

  /** The list as it stands: of the open letter as it is now, of the others as they were read. */
  list(opened: OpenDocument): CheckList {
    const { registers } = this.app
    const listed = this.listedNow(opened)
    const unread = new Set(this.others(listed))
    return checkListOf(listed, rowsOf(listed, descriptionFrom(registers.get())), registers.get().checklist ?? NO_NUMBERS, unread)
  }

  /** Gives a number to every place of the list that has none; tells whether they are kept on disk. */
  async number(rows: readonly CheckRow[]): Promise<boolean> {
    if (rows.every(({ number }) => number !== null)) return true
    return this.app.changeRegisters((registers) => ({
      ...registers,
      checklist: giveNumbers(registers.checklist ?? NO_NUMBERS, rows),
    }))
  }

  /** The list that is out is taken back: every place gets a new number the next time. */
  close(): Promise<boolean> {
    return this.app.changeRegisters((registers) => ({ ...registers, checklist: closeList(registers.checklist ?? NO_NUMBERS) }))
  }

  private listedNow(opened: OpenDocument): readonly Listed[] {
    const { original } = opened.loaded.entry
    const own = { document: original, gathered: gatheredIn(opened) }
    if (this.scope.get() === 'letter') return [own]
    const read = this.collection.get()?.listed ?? []
    return read.some(({ document }) => document === original)
      ? read.map((one) => (one.document === original ? own : one))
      : [...read, own]
  }

  /** Documents of which nothing was read: of them nothing is said to be gone. */
  private others(listed: readonly Listed[]): readonly string[] {
    const there = new Set(listed.map(({ document }) => document))
    const numbered = this.app.registers.get().checklist?.given ?? []
    return numbered.map(({ document }) => document).filter((document) => !there.has(document))
  }
}

const gathered = new WeakMap<object, Gathered>()

/** What the open letter has for the list. Documents never change, so each is walked once. */
function gatheredIn(opened: OpenDocument): Gathered {
  const doc = opened.document
  const before = gathered.get(doc)
  if (before) return before
  const beside = { originals: opened.originals, hands: opened.hands.get(), people: [], names: [], revisions: [], extra: {} }
  const now = gather({ ...fromDocument(doc), ...beside, status: opened.status })
  gathered.set(doc, now)
  return now
}
