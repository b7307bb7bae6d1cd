import type { Answer, KeptJournal, Written } from '../../../shared/api/contract.ts'
import type { Fault } from '../../../shared/model/result.ts'
import { type Observable, observable } from '../../ui/observable.ts'
import { Alarm, delay, elapsed } from './alarm.ts'
import { RecoveryCopy } from './recovery-copy.ts'
import { CHANGED, mistake, type SaveState, SLOW, type Snapshot, type Trouble, UNCHANGED } from './save-state.ts'
import { type Asked, mayHaveArrived, passes, type SaverParts } from './saver-parts.ts'
import { whenSlow } from './when-slow.ts'

/** In ms: autosave 3 s after the last change, at latest 30 s after the first; `again`: after the file was found to be another than was thought. */
export const SAVING = { quiet: 3000, most: 30_000, again: 1000, retry: 15_000, slow: 20_000 } as const

/**
 * Keeps one document: saves it, has its recovery copy written, and says how it stands. Saves are one after another and the latest work wins;
 * what is marked as saved is what was captured, never a later state. Nothing here throws or rejects.
 */
export class DocumentSaver {
  readonly saveState: Observable<SaveState> = observable<SaveState>(UNCHANGED)
  /** The revision on disk that the work stands on. */
  revision: string | null
  private version = 0
  private savedVersion = 0
  /** When the first change was made that is in no save yet: by the clock that is waited by, and as it is shown. */
  private firstUnsaved: { readonly at: number; readonly shown: number } | null = null
  private saving: Promise<void> | null = null
  private savingNext: Promise<void> | null = null
  private evenIfEmpty = false
  private manual = false
  /** The last save was not asked for by the person. */
  private autosaved = false
  /** What the file holds, as far as it is known, and the revision at which it does. */
  private stands: { readonly work: Snapshot; readonly revision: string | null } | null
  /** What this sitting saved last: only that may be replaced without a trace. */
  private own: string | null = null
  /** Versions before this one were replaced as a whole: what was saved of them is kept in the history. */
  private wholeSince = 0
  /** Unsaved work of other sittings that was taken up, and at which version: its copy goes when that is in the file. */
  private taken: readonly { readonly journal: KeptJournal; readonly at: number }[] = []
  private closed = false
  /** The work as it was when it was opened, or put in another's place. */
  private begun: Snapshot
  private readonly alarm = new Alarm(() => void this.save())
  private readonly copy: RecoveryCopy
  private readonly doubtful = new Set<string>()
  private readonly parts: SaverParts

  constructor(parts: SaverParts) {
    const { host, document, sitting, capture, revisionOf } = parts
    this.parts = parts
    this.revision = parts.revision
    this.begun = capture()
    this.stands = { work: this.begun, revision: parts.revision }
    const now = () => ({ version: this.version, base: this.revision, dirty: this.dirty })
    const told = (copyFault: Fault | null) => copyFault !== this.saveState.get().copyFault && this.notify({ copyFault })
    this.copy = new RecoveryCopy({ host, document, sitting, capture, now, revisionOf, told })
  }

  /** Whether something of what is on the screen is not in the file. */
  get dirty(): boolean {
    return this.version !== this.savedVersion
  }

  /** The document changed. Cheap: starts or pushes on two timers. */
  changed(): void {
    if (this.closed) return
    this.version++
    this.firstUnsaved ??= { at: elapsed(), shown: Date.now() }
    const { state, since } = this.saveState.get()
    if (state === 'unchanged' || state === 'saved') this.notify({ state: 'changed', since: since ?? this.firstUnsaved.shown })
    this.plan()
  }

  /** What is shown came from elsewhere and is in no file, though nothing was typed. */
  unsaved(): void {
    this.stands = null
    this.changed()
  }

  /** Another text took the place of the whole work: to be called once it did. What was saved of the work before is not to go without a trace. */
  replaced(): void {
    this.wholeSince = this.version
  }

  private plan(): void {
    const now = elapsed()
    if (!this.saveState.get().trouble?.clash) this.alarm.set(delay(SAVING.quiet, SAVING.most, this.firstUnsaved?.at ?? now, now))
    this.copy.changed()
  }

  /**
   * Saves now if there is anything to save; waits for a save under way. Resolves when the disk has answered. `manual`: the person asked for it, so
   * that the history keeps the version, also where an autosave came first.
   */
  save(evenIfEmpty = false, manual = false): Promise<void> {
    this.evenIfEmpty ||= evenIfEmpty
    this.manual ||= manual
    if (this.saving) {
      this.savingNext ??= this.saving.then(() => {
        this.savingNext = null
        return this.save()
      })
      return this.savingNext
    }
    if (this.closed || !(this.dirty || (this.manual && this.autosaved))) {
      this.manual = false
      return Promise.resolve()
    }
    this.saving = this.write()
      .catch((error: unknown) => this.failed(mistake(error)))
      .finally(() => {
        this.saving = null
      })
    return this.saving
  }

  private async write(): Promise<void> {
    this.alarm.off()
    const version = this.version
    const { manual, evenIfEmpty: allowed } = this
    this.evenIfEmpty = false
    this.manual = false
    this.firstUnsaved = null
    this.notify({ state: 'saving' })
    const slow = new Alarm(() => this.notify({ trouble: { fault: SLOW, clash: null } }))
    slow.set(SAVING.slow)
    try {
      const work = this.parts.capture()
      // words typed where there were none, and undone again, are no loss
      const evenIfEmpty = allowed || (this.parts.isAllUndone() && work.same?.(this.begun) === true)
      const asked = { ...(evenIfEmpty ? { evenIfEmpty } : {}), ...(manual ? { manual: true } : {}) }
      // a version that the history is to keep is written also where an autosave was first
      const undone = this.isUndone(work) && !(manual && this.autosaved)
      if (undone && (await this.isThere())) return this.standsAsSaved(version)
      const text = await work.checked()
      const answer = text.ok ? await this.send(text.value, work.originals, asked) : text
      if (answer.ok) {
        this.autosaved = !manual
        this.saved(version, work, answer.value)
      } else {
        this.manual ||= manual
        await this.failed(answer.fault)
      }
    } finally {
      slow.off()
    }
  }

  /** An earlier save whose answer was lost may be what stands on disk: those bytes are ours, and no clash. */
  private async send(text: string, originals: readonly string[], asked: Asked): Promise<Answer<Written>> {
    const { host, document, revisionOf } = this.parts
    const ask = { document, text, originals, ...asked }
    const continuing = () => (this.own === this.revision && this.savedVersion >= this.wholeSince ? { continues: true } : {})
    let answer = await host.writeTranscript({ ...ask, base: this.revision, ...continuing() })
    if (!answer.ok && answer.fault.tag === 'conflict' && this.doubtful.size > 0) {
      const there = await host.readTranscript({ document })
      if (there.ok && there.value.revision !== null && this.doubtful.has(there.value.revision)) {
        this.revision = this.own = there.value.revision
        answer = await host.writeTranscript({ ...ask, base: this.revision, ...continuing() })
      }
    }
    if (!answer.ok && mayHaveArrived(answer.fault)) this.doubtful.add(await revisionOf(text))
    return answer
  }

  /** All that was changed was undone: the file says it already. After a failure nothing is taken for granted. */
  private isUndone(work: Snapshot): boolean {
    const { stands, revision } = this
    if (stands === null || stands.revision !== revision || this.saveState.get().trouble !== null || this.doubtful.size > 0)
      return false
    return work.same?.(stands.work) === true
  }

  /** Whether what was saved last is still what stands on disk: nothing is called saved unseen. */
  private async isThere(): Promise<boolean> {
    const there = await this.parts.host.readTranscript({ document: this.parts.document })
    return there.ok && there.value.revision === this.revision
  }

  private sinceWhen(): number {
    return this.firstUnsaved?.shown ?? Date.now()
  }

  private standsAsSaved(version: number): void {
    this.savedVersion = version
    const state = this.dirty ? 'changed' : this.saveState.get().at === null ? 'unchanged' : 'saved'
    this.notify({ state, since: this.dirty ? this.sinceWhen() : null, trouble: null })
    this.copy.drop(version)
    if (this.dirty && !this.alarm.isSet) this.plan()
  }

  private saved(version: number, work: Snapshot, { revision, warning }: Written): void {
    this.revision = this.own = revision
    this.stands = { work, revision }
    this.savedVersion = Math.max(this.savedVersion, version)
    this.doubtful.clear()
    const still = this.dirty
      ? ({ state: 'changed', since: this.sinceWhen() } as const)
      : ({ state: 'saved', since: null } as const)
    this.notify({ ...still, at: Date.now(), warning, trouble: null })
    this.copy.drop(version)
    for (const { journal, at } of this.taken) if (at <= version) this.copy.dropOther(journal)
    this.taken = this.taken.filter(({ at }) => at > version)
    // a clash kept the alarm off while this save was under way
    if (this.dirty && !this.alarm.isSet) this.plan()
  }

  private async failed(fault: Fault): Promise<void> {
    if (fault.tag === 'unsound') return this.cannotBeSaved(fault)
    const trouble = fault.tag === 'conflict' ? await this.meet() : { fault, clash: null }
    if (trouble === null) return this.alarm.set(SAVING.again)
    this.notify({ state: 'failed', trouble })
    if (trouble.clash !== null) this.alarm.off()
    else if (!this.alarm.isSet && passes(trouble.fault) && !this.closed) this.alarm.set(SAVING.retry)
  }

  /** Told at once; what is kept of it, when it is. */
  private cannotBeSaved(fault: Fault): void {
    const told = this.saveState.get().trouble
    const trouble = told?.fault.sentence.startsWith(fault.sentence) ? told : { fault, clash: null }
    this.notify({ state: 'failed', trouble })
    void this.copy.toldOfBoth(fault).then((both) => {
      if (this.saveState.get().trouble === trouble) this.notify({ trouble: { fault: both, clash: null } })
    })
  }

  /**
   * Something else stands there than what was saved. Null where saving may be tried anew: what was saved stands there again, or what somebody else
   * wrote was taken in.
   */
  private async meet(): Promise<Trouble | null> {
    const there = await this.parts.host.readTranscript({ document: this.parts.document })
    if (!there.ok) return passes(there.fault) ? { fault: there.fault, clash: null } : { fault: CHANGED, clash: 'changed' }
    const { text, revision } = there.value
    if (revision !== this.revision && !this.takesIn(text, revision)) return this.parts.clashWith(text)
    // what else was told stays until a save is done: a bar that comes and goes with each try cannot be hit
    this.notify({ state: 'changed', ...(this.saveState.get().trouble?.clash ? { trouble: null } : {}) })
    return null
  }

  private takesIn(text: string | null, revision: string | null): boolean {
    const { stands } = this
    if (text === null || stands === null || stands.revision !== this.revision) return false
    const work = this.parts.takeIn?.(text, stands.work) ?? null
    if (work === null) return false
    this.revision = revision
    this.stands = { work, revision }
    return true
  }

  /** What stands on disk is not what was saved, and must not be taken over unseen: what is on the screen may be the only copy. */
  lost(trouble: Trouble): void {
    if (this.closed || this.saveState.get().trouble?.clash) return
    this.notify({ state: 'failed', since: Date.now(), trouble })
    this.alarm.off()
    this.changed()
  }

  /** What was saved last stands on disk again (a sync program took it away for a moment): there is nothing to decide any more. */
  found(): void {
    if (!this.saveState.get().trouble?.clash) return
    this.notify({ trouble: null })
    void this.save()
  }

  /** What is in the editor now is what is on disk at `revision`. What was there before keeps its recovery copy until the document is closed. */
  reloaded(revision: string | null): void {
    this.alarm.off()
    this.copy.rest()
    this.revision = revision
    this.autosaved = false
    this.begun = this.parts.capture()
    this.stands = { work: this.begun, revision }
    this.savedVersion = this.version
    this.firstUnsaved = null
    this.notify({ state: 'saved', since: null, at: Date.now(), warning: null, trouble: null })
  }

  /**
   * After a clash: the person decided that this work replaces what is on disk at `revision` (which goes to history). It is a save that was asked
   * for, so that the history keeps it too: it may hold what was taken in from a version that is no longer on the disk.
   */
  async overwrite(revision: string | null): Promise<void> {
    await this.settled()
    this.revision = revision
    await this.save(false, true)
  }

  /** What another sitting left was taken up, or left for good, by the person. What was taken up keeps its copy until it is saved. */
  decided(journal: KeptJournal, how: 'taken' | 'left'): void {
    if (how === 'left') this.copy.dropOther(journal)
    else {
      this.replaced()
      this.taken = [...this.taken, { journal, at: this.version }]
    }
  }

  /**
   * Saves what is on the screen as a version that the history keeps, because other work is about to take its place. False where it could not be,
   * or where the disk does not answer: then only the screen and the recovery copy hold it.
   */
  async savedForGood(): Promise<boolean> {
    if (!this.dirty && !this.autosaved) return true
    await Promise.race([this.save(false, true), whenSlow(this.saveState)])
    return !this.dirty
  }

  /** Writes the recovery copy now, if anything changed since the last one. `urgent`: the page is about to go. */
  journal(urgent = false): Promise<void> {
    return this.copy.write(urgent)
  }

  /**
   * Saves what is left and stops. `kept`: it could not be saved, and its recovery copy is offered when the document is opened again.
   * `open`: neither could be done, so the document must stay open.
   */
  async close(): Promise<'saved' | 'kept' | 'open'> {
    await Promise.race([this.saveAll(), whenSlow(this.saveState)])
    for (let tries = 0; tries < 3 && this.dirty && !this.copy.isCurrent; tries++) await this.journal()
    if (this.dirty && !this.copy.isCurrent) return 'open'
    const end = this.dirty ? 'kept' : 'saved'
    if (end === 'saved') this.copy.drop(this.version, true)
    this.closed = true
    this.alarm.off()
    this.copy.stop()
    return end
  }

  private async saveAll(): Promise<void> {
    // what somebody else writes meanwhile is taken in, and saved with the rest; but nobody is waited for without end
    for (let tries = 0; tries < 10; tries++) {
      await this.save()
      if (!this.dirty || this.saveState.get().trouble !== null || this.closed) return
    }
  }

  /** Resolves when no save is under way. */
  async settled(): Promise<void> {
    while (this.saving) await this.saving
  }

  private notify(part: Partial<SaveState>): void {
    this.saveState.set({ ...this.saveState.get(), ...part })
  }
}
