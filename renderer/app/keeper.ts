import type { Host } from '../../shared/api/contract.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import type { Fault } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { type Observable, observable } from './observable.ts'

/** How the work stands with the disk. Times are ms since 1970, for display only. */
export type Keeping =
  | { readonly state: 'unchanged' }
  | { readonly state: 'changed'; readonly since: number }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: number; readonly warning: string | null }
  | { readonly state: 'failed'; readonly since: number; readonly fault: Fault; readonly conflict: boolean }

/** Autosave 3 s after the last change, at latest 30 s after the first; recovery journal 0.5 s after, at latest 2 s. In ms. */
export const RHYTHM = { autosave: 3000, autosaveAtMost: 30_000, journal: 500, journalAtMost: 2000, retry: 15_000 } as const

export interface KeeperParts {
  readonly host: Host
  readonly document: string
  /** The work as it stands now. Called when it is written, never per keystroke. */
  readonly capture: () => Transcript
  readonly revision: string | null
  /** Version of unsaved work that is on offer: versions count on from it, and no journal is written over it before the person decides. */
  readonly offered?: number
  readonly rhythm?: typeof RHYTHM
}

/**
 * Keeps one document: journals and saves it, and says how it stands. Saves are one after another; what is marked as saved is the version
 * that was captured, never a later one. A save is parsed back and compared before any disk sees it.
 */
export class Keeper {
  readonly keeping: Observable<Keeping> = observable<Keeping>({ state: 'unchanged' })
  revision: string | null
  /** No journal is written while unsaved work of an earlier sitting is on offer. */
  holdsJournal: boolean
  private version = 0
  private savedVersion = 0
  private journalled = 0
  private firstChange = 0
  private firstUnjournalled = 0
  private saveTimer: ReturnType<typeof setTimeout> | undefined
  private journalTimer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private closed = false
  private readonly parts: KeeperParts
  private readonly rhythm: typeof RHYTHM

  constructor(parts: KeeperParts) {
    this.parts = parts
    this.revision = parts.revision
    this.rhythm = parts.rhythm ?? RHYTHM
    this.version = this.savedVersion = parts.offered ?? 0
    this.holdsJournal = parts.offered !== undefined
  }

  get dirty(): boolean {
    return this.version !== this.savedVersion
  }

  /** The document changed. Cheap: starts or pushes on two timers. */
  changed(): void {
    this.version++
    const now = Date.now()
    const keeping = this.keeping.get()
    if (keeping.state !== 'changed' && keeping.state !== 'saving' && keeping.state !== 'failed')
      this.keeping.set({ state: 'changed', since: now })
    this.firstChange ||= now
    this.firstUnjournalled ||= now
    clearTimeout(this.saveTimer)
    clearTimeout(this.journalTimer)
    const { autosave, autosaveAtMost, journal, journalAtMost } = this.rhythm
    if (keeping.state !== 'failed' || !keeping.conflict) {
      this.saveTimer = setTimeout(
        () => void this.save(),
        Math.min(autosave, Math.max(0, this.firstChange + autosaveAtMost - now)),
      )
    }
    this.journalTimer = setTimeout(
      () => void this.journal(),
      Math.min(journal, Math.max(0, this.firstUnjournalled + journalAtMost - now)),
    )
  }

  /** Saves now if there is anything to save; waits for a save under way. Resolves when the disk has answered. */
  async save(evenIfEmpty = false): Promise<void> {
    while (this.running) await this.running
    if (!this.dirty || this.closed) return
    this.running = this.write(evenIfEmpty).finally(() => {
      this.running = null
    })
    await this.running
  }

  /** What is in the editor now is what is on disk at `revision`. */
  reloaded(revision: string | null): void {
    clearTimeout(this.saveTimer)
    clearTimeout(this.journalTimer)
    this.revision = revision
    this.savedVersion = this.version
    this.firstChange = 0
    this.keeping.set({ state: 'saved', at: Date.now(), warning: null })
  }

  /** After a conflict: the person decided that this work replaces what is on disk (which goes to history). */
  async overwrite(revision: string | null): Promise<void> {
    this.revision = revision
    await this.save()
  }

  private async write(evenIfEmpty: boolean): Promise<void> {
    clearTimeout(this.saveTimer)
    const { host, document } = this.parts
    const version = this.version
    const transcript = this.parts.capture()
    this.keeping.set({ state: 'saving' })
    const sound = textToSave(transcript)
    if (!sound.ok) {
      this.failed(sound.fault, false)
      return
    }
    const text = sound.value
    const originals = transcript.originals.map((original) => original.name)
    const written = await host.writeTranscript({
      document,
      text,
      base: this.revision,
      originals,
      ...(evenIfEmpty ? { evenIfEmpty } : {}),
    })
    if (!written.ok) {
      this.failed(written.fault, written.fault.tag === 'conflict')
      return
    }
    this.revision = written.value.revision
    this.savedVersion = version
    this.firstChange = this.dirty ? Date.now() : 0
    await host.dropJournal({ document, version })
    this.keeping.set(
      this.dirty ? { state: 'changed', since: Date.now() } : { state: 'saved', at: Date.now(), warning: written.value.warning },
    )
  }

  private failed(fault: Fault, conflict: boolean): void {
    const before = this.keeping.get()
    const since = before.state === 'failed' || before.state === 'changed' ? before.since : Date.now()
    this.keeping.set({ state: 'failed', since, fault, conflict })
    clearTimeout(this.saveTimer)
    if (!conflict && !this.closed) this.saveTimer = setTimeout(() => void this.save(), this.rhythm.retry)
  }

  /** Writes the recovery journal now, if anything changed since the last one. */
  async journal(): Promise<void> {
    clearTimeout(this.journalTimer)
    this.firstUnjournalled = 0
    if (!this.dirty || this.holdsJournal || this.journalled === this.version || this.closed) return
    const version = this.version
    const record = { version, base: this.revision, text: serialise(this.parts.capture()) }
    const kept = await this.parts.host.writeJournal({ document: this.parts.document, record })
    if (kept.ok) this.journalled = version
    else if (this.keeping.get().state === 'changed') this.failed(kept.fault, false)
  }

  /** Saves what is left and stops. */
  async close(): Promise<void> {
    await this.journal()
    await this.save()
    this.closed = true
    clearTimeout(this.saveTimer)
    clearTimeout(this.journalTimer)
  }
}
