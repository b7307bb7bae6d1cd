import type { Host, KeptJournal } from '../../../shared/api/contract.ts'
import type { Snapshot } from './save-state.ts'

/** As many moments as recovery copies are made in the longest time between two saves, and some more. */
const MOST = 64

/** What is told beside why it was not saved, once it is so. */
export const KEPT_BOTH =
  'The work as it could be saved last, and all that followed, are kept in two recovery copies: if Scholion stops now, both are offered when this document is opened again.'
export const KEPT_AFTER =
  'All that followed what is in the file is kept in the recovery copy: if Scholion stops now, it is offered when this document is opened again.'

const SAVABLE = '-savable'

/** The journals with each sitting's last savable state right after all that it did, where it left both; else in the order given. */
export function allBeforeSavable(journals: readonly KeptJournal[]): readonly KeptJournal[] {
  const savableOf = ({ sitting }: KeptJournal) => journals.find((one) => one.sitting === sitting + SAVABLE)
  const follows = new Set(journals.map(savableOf))
  return journals
    .filter((journal) => !follows.has(journal))
    .flatMap((journal) => {
      const savable = savableOf(journal)
      return savable ? [journal, savable] : [journal]
    })
}

/** What a sitting whose work could not be saved left in a journal: `all` of it, or the state that was `savable` last. Null of any other journal. */
export function leftOf({ sitting }: KeptJournal, offers: readonly KeptJournal[]): 'all' | 'savable' | null {
  if (sitting.endsWith(SAVABLE)) return 'savable'
  return offers.some((one) => one.sitting === sitting + SAVABLE) ? 'all' : null
}

/** `file`: no moment newer than what the file holds can be saved. `failed`: there is one, but no journal of it could be written. */
export type Kept = 'kept' | 'file' | 'failed'

interface Moment {
  readonly version: number
  readonly base: string | null
  readonly work: Snapshot
}

/**
 * The work at the moments of its recovery copies since the last save. When it cannot be saved because it would not read back, the newest moment
 * that does is kept in a journal of its own beside the recovery copy, which holds what followed.
 */
export class LastSavable {
  private readonly host: Host
  private readonly document: string
  private readonly sitting: string
  private moments: readonly Moment[] = []
  /** The version that its journal holds. */
  private kept: number | null = null

  constructor({ host, document, sitting }: { readonly host: Host; readonly document: string; readonly sitting: string }) {
    this.host = host
    this.document = document
    this.sitting = sitting + SAVABLE
  }

  /** Remembers the work as it stood when it was copied: nothing is walked. */
  note(moment: Moment): void {
    if (this.kept === null) this.moments = [...this.moments, moment].slice(-MOST)
  }

  /** Keeps the newest moment that can be saved. */
  async keep(): Promise<Kept> {
    if (this.kept !== null) return 'kept'
    for (const { version, base, work } of this.moments.toReversed()) {
      const text = await work.checked()
      if (!text.ok) continue
      const { host, document, sitting } = this
      const written = await host.writeJournal({ document, sitting, record: { version, base, text: text.value } })
      if (!written.ok) return 'failed'
      this.kept = version
      this.moments = []
      return 'kept'
    }
    return 'file'
  }

  /** The work was saved, or undone: nothing is to be kept beside it. */
  async drop(): Promise<void> {
    const { host, document, sitting, kept } = this
    this.moments = []
    this.kept = null
    if (kept !== null) await host.dropJournal({ document, sitting, version: kept, last: true })
  }
}
