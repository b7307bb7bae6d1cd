import type { Answer, Host, KeptJournal } from '../../../shared/api/contract.ts'
import { sizeOf, splicesBetween } from '../../../shared/api/journal-change.ts'
import type { Fault } from '../../../shared/model/result.ts'
import { Alarm, delay, elapsed } from './alarm.ts'
import { KEPT_AFTER, KEPT_BOTH, type Kept, LastSavable } from './last-savable.ts'
import { mistake, type Snapshot } from './save-state.ts'

/**
 * In ms: 0.5 s after the last change, at latest 2 s after the first; `begin`: the first one
 * so soon after the first change. After a failure
 * again in 15 s.
 */
export const COPYING = { quiet: 500, most: 2000, begin: 250, retry: 15_000 } as const

/** A text of fewer UTF-16 units is written whole each time; so is one of which more than this share changed. */
export const CHANGES = { from: 20_000, share: 0.25 } as const

interface CopyParts {
  readonly host: Host
  readonly document: string
  /** Tells this opening of the document from every other, so that none writes over or drops another's copy. */
  readonly sitting: string
  readonly capture: () => Snapshot
  /** How the work stands: its version, what it stands on, and whether anything is not in the file. */
  readonly now: () => { readonly version: number; readonly base: string | null; readonly dirty: boolean }
  /** Lower-case hex sha256 of a text. */
  readonly revisionOf: (text: string) => Promise<string>
  /** Told why no copy could be kept, or null when one was. */
  readonly told: (fault: Fault | null) => void
}

/** The recovery copy of one document: written soon after a change, dropped after a save. Nothing here throws or rejects. */
export class RecoveryCopy {
  private readonly parts: CopyParts
  private readonly alarm = new Alarm(() => void this.write())
  private first: number | null = null
  private copied = -1
  /** Whether one was begun since there was nothing to keep: who types without a pause from then on has nothing else. */
  private begun = false
  private queue: Promise<void> = Promise.resolve()
  private waiting: Promise<void> | null = null
  private stopped = false
  private readonly savable: LastSavable
  /** The whole record that the host was given last, and its hash. None while one is under way: then nobody knows which one it holds. */
  private whole: { readonly text: string; readonly of: string } | null = null

  constructor(parts: CopyParts) {
    this.parts = parts
    this.savable = new LastSavable(parts)
  }

  /** The work cannot be saved as it stands: it is copied, and apart from it what could be saved last. The fault, and what is kept. */
  async toldOfBoth(fault: Fault): Promise<Fault> {
    const { version } = this.parts.now()
    await this.write()
    const kept: { how: Kept } = { how: 'failed' }
    await this.inTurn(async () => {
      kept.how = await this.savable.keep()
    })
    if (this.copied < version || kept.how === 'failed') return fault
    return { ...fault, sentence: `${fault.sentence} ${kept.how === 'kept' ? KEPT_BOTH : KEPT_AFTER}` }
  }

  /** Whether the copy holds the work as it is now. */
  get isCurrent(): boolean {
    return this.copied === this.parts.now().version
  }

  changed(): void {
    if (this.stopped) return
    const now = elapsed()
    this.first ??= now
    this.alarm.set(delay(COPYING.quiet, this.begun ? COPYING.most : COPYING.begin, this.first, now))
  }

  /** Writes it now, if anything changed since the last one; after what is under way, unless it is `urgent`: then the page is about to go. */
  write(urgent = false): Promise<void> {
    this.alarm.off()
    if (urgent) return this.copy(true)
    this.waiting ??= this.inTurn(() => {
      this.waiting = null
      return this.copy(false)
    })
    return this.waiting
  }

  private async copy(urgent: boolean): Promise<void> {
    this.first = null
    const { capture, now, told } = this.parts
    const { version, base, dirty } = now()
    if (this.stopped || !dirty || this.copied === version) return
    this.begun = true
    let fault: Fault | null = null
    try {
      const work = capture()
      const text = await work.text(urgent)
      const kept = await this.send(version, base, text)
      this.savable.note({ version, base, work })
      if (kept.ok) this.copied = Math.max(this.copied, version)
      else fault = kept.fault
    } catch (error) {
      fault = mistake(error)
    }
    told(fault)
    if (fault && !this.alarm.isSet && !this.stopped) this.alarm.set(COPYING.retry)
  }

  /** What changed since the last whole record, where that is little and the host still holds it; else the whole. */
  private async send(version: number, base: string | null, text: string): Promise<Answer<null>> {
    const { host, document, sitting, revisionOf } = this.parts
    const splices = this.whole && splicesBetween(this.whole.text, text)
    if (this.whole && splices && sizeOf(splices) <= text.length * CHANGES.share) {
      const sent = await host.writeJournal({ document, sitting, record: { version, base, of: this.whole.of, splices } })
      if (sent.ok || sent.fault.tag !== 'missing') return sent
    }
    this.whole = null
    const written = await host.writeJournal({ document, sitting, record: { version, base, text } })
    if (written.ok && text.length >= CHANGES.from) this.whole = { text, of: await revisionOf(text) }
    return written
  }

  /** Drops the copy unless it is newer: after what is under way, so that it cannot come back behind it. `last`: the sitting is over. */
  drop(version: number, last = false): void {
    const { host, document, sitting } = this.parts
    if (this.copied <= version) this.begun = false
    void this.inTurn(() => this.savable.drop())
    void this.inTurn(() => host.dropJournal({ document, sitting, version, ...(last ? { last } : {}) }))
  }

  /** Drops what another sitting left, once it was answered, or stands in the file. */
  dropOther({ sitting, record }: KeptJournal): void {
    const { host, document } = this.parts
    void this.inTurn(() => host.dropJournal({ document, sitting, version: record.version, last: true }))
  }

  private inTurn(task: () => Promise<unknown>): Promise<void> {
    this.queue = this.queue.then(task).then(
      () => undefined,
      () => undefined,
    )
    return this.queue
  }

  /** What is on the screen needs no new copy. */
  rest(): void {
    this.alarm.off()
    this.first = null
  }

  stop(): void {
    this.stopped = true
    this.alarm.off()
  }
}
