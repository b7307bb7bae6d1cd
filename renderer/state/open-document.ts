import { closeHistory, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Host, KeptJournal } from '../../shared/api/contract.ts'
import type { CommandContext } from '../../shared/commands/context.ts'
import { takeOver } from '../../shared/commands/take-over.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { readKept } from '../../shared/format/read-mended.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { type Beside, WorkPrinter } from '../../shared/format/work-printer.ts'
import { joinOriginal } from '../../shared/merge/join-original.ts'
import { merge, type Taken } from '../../shared/merge/merge.ts'
import { type TakenOut, takeOriginalOut } from '../../shared/merge/take-original-out.ts'
import type { Hand, Person } from '../../shared/model/hand.ts'
import type { NewId } from '../../shared/model/ids.ts'
import type { Named } from '../../shared/model/names.ts'
import type { Original, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { COMMAND, isHistory } from '../../shared/state/meta.ts'
import { STATUSES } from '../../shared/vocabulary/page.ts'
import { isDrawnOnly } from '../editor/drawn-only.ts'
import { revisionOf } from '../host/revision.ts'
import { type Observable, observable } from '../ui/observable.ts'
import { DocumentRegisters } from './document-registers.ts'
import type { LoadedDocument } from './load-document.ts'
import { Redrawing } from './redrawing.ts'
import { clashWith, isEmptied } from './saving/clash.ts'
import { DocumentSaver } from './saving/document-saver.ts'
import type { Snapshot, Trouble } from './saving/save-state.ts'
import { snapshotOf, snapshotOfFile, transcriptOf, whole } from './snapshot.ts'

/** Work of somebody else that was taken into the text by itself, because it changed other things than mine. */
interface TakenIn {
  readonly taken: Taken
  /** My text as it was before. */
  readonly before: Transcript
}

const STEPS = Object.keys(STATUSES)

/**
 * One opened document: the editor's view, what stands beside the text (originals, registers, status, revisions), and the
 * saver that keeps it on disk. The text itself lives in the view's state alone.
 */
export class OpenDocument extends DocumentRegisters {
  readonly loaded: LoadedDocument
  readonly saver: DocumentSaver
  readonly context: CommandContext
  /** Every original that this text was made from, or was joined to it, by name; which of them it has now is told by the text. */
  private readonly pool = new Map<string, Original>()
  /** Counts up with every change of state, selection too: what draws beside the text watches it. */
  readonly tick: Observable<number> = observable(0)
  private readonly redrawing = new Redrawing(() => this.tick.set(this.tick.get() + 1))
  /** Unsaved work of other sittings, until the person decides about each: the first of them is on offer. */
  readonly offers: Observable<readonly KeptJournal[]>
  /** What was taken in last, until the person has noted it. */
  readonly takenIn: Observable<TakenIn | null> = observable<TakenIn | null>(null)
  /** The last hand given to something, offered and never preset; and the last note that was lifted. */
  readonly lastHand: { note: string | null; block: string | null } = { note: null, block: null }
  lastNote: string | null = null
  /** References that were followed and not come back to yet, each by its note and its place in it. */
  readonly trail: { readonly note: string; readonly offset: number }[] = []
  /** Shows the crowded notes beside the page of an element, or folds them again: the sheet's own, while it stands. */
  toggleCrowds: (inside: Element) => boolean = () => false
  private base: Transcript
  private statusStated: string | null = null
  private shown: EditorView | null = null
  private last: Node
  private readonly editor: () => string
  /** Whether the editor of now has changed anything since they began. */
  private edited = false
  private readonly printer = new WorkPrinter()

  constructor(parts: {
    host: Host
    loaded: LoadedDocument
    newId: NewId
    hands: readonly Hand[]
    people: readonly Person[]
    names: readonly Named[]
    editor: () => string
  }) {
    super(parts, parts.loaded.transcript)
    this.loaded = parts.loaded
    this.base = parts.loaded.transcript
    for (const original of this.base.originals) this.pool.set(original.name, original)
    this.context = { newId: parts.newId, texts: () => this.texts }
    this.editor = parts.editor
    this.last = toDocument(this.base)
    this.offers = observable(this.writable ? parts.loaded.recovery : [])
    this.saver = new DocumentSaver({
      host: parts.host,
      document: parts.loaded.entry.id,
      sitting: parts.newId(),
      capture: () => this.work(),
      revision: parts.loaded.revision,
      isAllUndone: () => this.undoable === 0,
      clashWith: (text) => this.clashWith(text),
      takeIn: (theirs, base) => this.takeIn(theirs, base),
      revisionOf,
    })
  }

  get view(): EditorView | null {
    return this.shown
  }

  /** The editor comes and goes; the work stays. */
  set view(view: EditorView | null) {
    this.last = this.document
    this.shown = view
  }

  /** The text as it stands now. */
  get document(): Node {
    return this.shown?.state.doc ?? this.last
  }

  /** The originals that the text is made from as it stands now. */
  get originals(): readonly Original[] {
    return this.originalsOf(this.document)
  }

  private originalsOf(doc: Node): readonly Original[] {
    const names = doc.attrs.originals as readonly string[] | null
    return names === null ? this.base.originals : names.flatMap((name) => this.pool.get(name) ?? [])
  }

  /** Their decoded texts. */
  get texts(): readonly string[] {
    return this.originals.map(({ text }) => text)
  }

  get hasWords(): boolean {
    return this.document.textContent.trim() !== ''
  }

  /** What to tell of a text that stands on disk in place of what was saved. */
  clashWith(text: string | null): Trouble {
    return clashWith(text, this.hasWords)
  }

  get state(): EditorState {
    if (!this.view) throw new Error('no editor is open')
    return this.view.state
  }

  get writable(): boolean {
    return this.loaded.readOnly === null
  }

  /** Whether a command could act now. */
  can(command: Command): boolean {
    return this.view !== null && this.writable && command(this.view.state)
  }

  run(command: Command): boolean {
    if (!this.view || !this.writable) return false
    const acted = command(this.view.state, this.view.dispatch, this.view)
    this.redraw()
    this.view.focus()
    return acted
  }

  /** To be called after every transaction. Does nothing that grows with the document. */
  applied(tr: Transaction): void {
    if (isDrawnOnly(tr)) return
    if (tr.docChanged && this.writable) {
      this.edited = true
      this.saver.changed()
    }
    if (!tr.docChanged || tr.getMeta(COMMAND) !== undefined || isHistory(tr)) this.redraw()
    else this.redrawing.soon()
  }

  /** What stands beside the text is drawn anew at once: after commands, and while somebody types in it. */
  redraw(): void {
    this.redrawing.now()
  }

  /** What stands beside the text is of the text as it is now: to be asked for before somebody goes there to state something. */
  upToDate(): void {
    this.redrawing.upToDate()
  }

  /** The work as it stands now, for saving: nothing is walked before its text is asked for. */
  work(): Snapshot {
    const doc = this.document
    return snapshotOf(doc, this.beside(doc), this.printer)
  }

  /** The whole transcript as it stands: canonical text, the register entries that it uses, one revision for this sitting. */
  capture(): Transcript {
    return whole(this.document, this.beside(this.document))
  }

  /** How far the work has come; opening a machine transcript for work begins it. */
  get status(): string {
    const status = this.statusStated ?? this.base.status
    return status === 'untouched' ? 'in-progress' : status
  }

  /** The person says how far the work has come: a fact beside the text, which is saved with it. */
  setStatus(status: string): void {
    if (!this.writable || status === this.status) return
    this.statusStated = status
    this.saver.changed()
    this.redraw()
  }

  private beside(doc: Node): Beside {
    const { extra, revisions } = this.base
    const originals = this.originalsOf(doc)
    const sitting = { when: new Date().toISOString(), who: this.editor(), what: 'edited' }
    return {
      originals,
      status: this.status,
      hands: this.hands.get(),
      people: this.people.get(),
      names: this.names.get(),
      revisions: [...revisions, sitting],
      extra,
    }
  }

  /** Another editor takes over: what was done until now stays under the name of the one who did it. Saved first, under that name. */
  async handOver(): Promise<void> {
    if (!this.edited) return
    await this.saver.save()
    const { revisions, status } = this.beside(this.document)
    this.base = { ...this.base, revisions, status }
    this.edited = false
  }

  /** The transcript file as it would be saved now. */
  serialised(): string {
    return serialise(this.capture())
  }

  /** What is on offer now. */
  get offer(): KeptJournal | null {
    return this.offers.get()[0] ?? null
  }

  /** Takes up unsaved work of another sitting, as one step that can be undone. Gives a sentence where it cannot. */
  recover(offer: KeptJournal): string | null {
    const parsed = readKept(offer.record.text, this.context.newId)
    if (!parsed.ok) return `The unsaved work could not be read (${parsed.fault.sentence}) It is kept as it is.`
    const { revisions } = this.base
    const known = new Set(revisions.map((one) => JSON.stringify(one)))
    const fresh = parsed.value.revisions.filter((one) => !known.has(JSON.stringify(one)))
    const fault = this.show(parsed.value, { ...this.base, revisions: [...revisions, ...fresh] })
    if (fault === null) this.decide(offer, 'taken')
    return fault
  }

  /** The person took the unsaved work that was on offer, or left it for good. */
  decide(offer: KeptJournal, how: 'taken' | 'left'): void {
    this.offers.set(this.offers.get().filter(({ sitting }) => sitting !== offer.sitting))
    this.saver.decided(offer, how)
  }

  /** Takes over a version that somebody else put on disk; undo brings the earlier one back. Gives a sentence where it cannot. */
  reload(text: string, revision: string | null): string | null {
    const parsed = parseTranscript(text)
    if (!parsed.ok) return `The version on disk could not be read (${parsed.fault.sentence}) Your work is still here.`
    const fault = this.show(parsed.value, parsed.value)
    if (fault === null) this.saver.reloaded(revision)
    return fault
  }

  /**
   * Takes in what somebody else wrote since `base`, in one step that can be undone, where it changed other things than this work. Gives theirs as
   * the file holds it; null where a person must look.
   */
  private takeIn(theirs: string, base: Snapshot): Snapshot | null {
    if (!this.shown || this.shown.composing || isEmptied(theirs, this.hasWords)) return null
    const parsed = parseTranscript(theirs)
    const from = transcriptOf(base)
    if (!parsed.ok || !from) return null
    const before = this.capture()
    const merged = merge(from, before, parsed.value)
    if (!merged.ok) return null
    if (this.show(merged.transcript, { ...merged.transcript, revisions: parsed.value.revisions }) !== null) return null
    if (merged.taken.blocks + merged.taken.notes > 0 || merged.taken.more) this.takenIn.set({ taken: merged.taken, before })
    return snapshotOfFile(theirs, parsed.value)
  }

  /** Another version of this text takes its place, as one step that can be undone, and is saved next. Gives a sentence where it cannot. */
  bringBack(transcript: Transcript, base = this.base): string | null {
    if (!this.writable) return this.loaded.readOnly
    const fault = this.show(transcript, base)
    if (fault === null) this.saver.replaced()
    return fault
  }

  private show(transcript: Transcript, base: Transcript): string | null {
    const [first] = this.base.originals
    const same = transcript.originals[0]?.name === first?.name && transcript.originals.every((one) => this.isKnown(one))
    if (!same || !this.shown)
      return 'That version was made from another machine transcript, so it cannot take this one’s place. Nothing was changed; close the document and open it again to see it.'
    if (base !== this.base) this.statusStated = null
    this.base = base
    this.put(transcript)
    return null
  }

  // one that is new here was joined to the text elsewhere
  private isKnown({ name, text }: Original): boolean {
    return (this.pool.get(name)?.text ?? text) === text
  }

  /** Another text, with its originals and what it uses of the registers, takes the place of this one in one step. */
  private put(transcript: Transcript): void {
    for (const original of transcript.originals) this.pool.set(original.name, original)
    this.adopt(transcript)
    const { dispatch, state } = this.shown!
    takeOver(toDocument(transcript))(state, (tr) => dispatch(closeHistory(tr)))
  }

  /** The transcript of one more original comes after the pages of this one, in one step that can be undone. Gives a sentence where it cannot. */
  join(theirs: Transcript, revision: string | null): string | null {
    if (!this.writable || !this.shown) return this.loaded.readOnly ?? 'Nothing was joined.'
    const joined = joinOriginal(this.capture(), theirs, this.context.newId, revision)
    if (!joined.ok) return joined.fault.sentence
    const [here, there] = [this.status, theirs.status].map((status) => STEPS.indexOf(status)) as [number, number]
    // no status says more than was done on every page
    if (there < here) this.setStatus(theirs.status === 'untouched' ? 'in-progress' : theirs.status)
    this.put(joined.value)
    return null
  }

  /** This text and that of an original in it, parted: nothing is changed before `parted` is called. */
  takeOut(name: string): ReturnType<typeof takeOriginalOut> {
    return takeOriginalOut(this.capture(), name, this.context.newId)
  }

  /** The text goes on without the original that was taken out of it, in one step that can be undone. */
  parted({ rest }: TakenOut): void {
    this.put(rest)
  }

  /** How many steps back the work can be undone. */
  get undoable(): number {
    return this.view ? Number(undoDepth(this.view.state)) : 0
  }
}
