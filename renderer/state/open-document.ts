import { closeHistory, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Host, KeptJournal } from '../../shared/api/contract.ts'
import type { CommandContext } from '../../shared/commands/context.ts'
import { takeOver } from '../../shared/commands/take-over.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { keepUsed, usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { type Beside, WorkPrinter } from '../../shared/format/work-printer.ts'
import { joinOriginal } from '../../shared/merge/join-original.ts'
import { merge, type Taken } from '../../shared/merge/merge.ts'
import { type TakenOut, takeOriginalOut } from '../../shared/merge/take-original-out.ts'
import { type Hand, type Person, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { NewId } from '../../shared/model/ids.ts'
import type { Named } from '../../shared/model/names.ts'
import { done } from '../../shared/model/result.ts'
import type { Original, Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { COMMAND, isHistory } from '../../shared/state/meta.ts'
import type { RegisterName } from '../../shared/vocabulary/attribute.ts'
import { STATUSES } from '../../shared/vocabulary/page.ts'
import { FOUND } from '../editor/found.ts'
import { inSlices } from '../host/in-slices.ts'
import { revisionOf } from '../host/revision.ts'
import { type Observable, observable } from '../ui/observable.ts'
import { whenFree } from '../ui/when-free.ts'
import type { LoadedDocument } from './load-document.ts'
import { clashWith, isEmptied } from './saving/clash.ts'
import { DocumentSaver } from './saving/document-saver.ts'
import type { Snapshot, Trouble } from './saving/save-state.ts'

/** Work of somebody else that was taken into the text by itself, because it changed other things than mine. */
export interface TakenIn {
  readonly taken: Taken
  /** My text as it was before. */
  readonly before: Transcript
}

const STEPS = Object.keys(STATUSES)

/** What stands beside the text follows when nobody typed for so long, or for so long nobody paused, in ms; then between two keys. */
const REDRAW = { quiet: 400, most: 1400 }

/**
 * One opened document: the editor's view, what stands beside the text (originals, registers, status, revisions), and the
 * saver that keeps it on disk. The text itself lives in the view's state alone.
 */
export class OpenDocument {
  readonly loaded: LoadedDocument
  readonly saver: DocumentSaver
  private waiting: ReturnType<typeof setTimeout> | undefined
  /** Since when something typed is not told beside the text. */
  private behind = 0
  readonly context: CommandContext
  /** Every original that this text was made from, or was joined to it, by name; which of them it has now is told by the text. */
  private readonly pool = new Map<string, Original>()
  /** Counts up with every change of state, selection too: what draws beside the text watches it. */
  readonly tick: Observable<number> = observable(0)
  /** Unsaved work of other sittings, until the person decides about each: the first of them is on offer. */
  readonly offers: Observable<readonly KeptJournal[]>
  /** What was taken in last, until the person has noted it. */
  readonly takenIn: Observable<TakenIn | null> = observable<TakenIn | null>(null)
  readonly hands: Observable<readonly Hand[]>
  readonly retired: Observable<ReadonlySet<string>> = observable<ReadonlySet<string>>(new Set())
  readonly people: Observable<readonly Person[]>
  readonly names: Observable<readonly Named[]>
  /** The last hand given to something, offered and never preset; and the last note that was lifted. */
  lastHand: string | null = null
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
    this.loaded = parts.loaded
    this.base = parts.loaded.transcript
    for (const original of this.base.originals) this.pool.set(original.name, original)
    this.context = { newId: parts.newId, texts: () => this.texts }
    this.hands = observable(mergeById(parts.hands, this.base.hands))
    this.people = observable(mergeById(parts.people, this.base.people))
    this.names = observable(mergeById(parts.names, this.base.names))
    this.editor = parts.editor
    this.last = toDocument(this.base)
    this.offers = observable(this.writable ? parts.loaded.recovery : [])
    this.saver = new DocumentSaver({
      host: parts.host,
      document: parts.loaded.entry.id,
      sitting: parts.newId(),
      capture: () => this.work(),
      revision: parts.loaded.revision,
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
    // what the find bar marks is drawn in the text alone
    if (tr.getMeta(FOUND) !== undefined) return
    if (tr.docChanged && this.writable) {
      this.edited = true
      this.saver.changed()
    }
    if (!tr.docChanged || tr.getMeta(COMMAND) !== undefined || isHistory(tr)) this.redraw()
    else this.soon()
  }

  /** What stands beside the text is drawn anew at once: after commands, and while somebody types in it. */
  redraw(): void {
    clearTimeout(this.waiting)
    this.waiting = undefined
    this.tick.set(this.tick.get() + 1)
  }

  /** What stands beside the text is of the text as it is now: to be asked for before somebody goes there to state something. */
  upToDate(): void {
    if (this.waiting !== undefined) this.redraw()
  }

  // while somebody types, what stands beside the text follows between the keys: drawing it at every key is felt in long papers
  private soon(): void {
    const now = performance.now()
    if (this.waiting === undefined) this.behind = now
    // what is due waits for a moment between two keys, and not for another pause
    else if (now - this.behind >= REDRAW.most - REDRAW.quiet) return
    clearTimeout(this.waiting)
    const waiting = setTimeout(() => {
      whenFree(() => {
        if (this.waiting === waiting) this.redraw()
      })
    }, REDRAW.quiet)
    this.waiting = waiting
  }

  hand(id: string | null): Hand | null {
    if (id === UNKNOWN_MANUSCRIPT.id) return UNKNOWN_MANUSCRIPT
    if (id === UNKNOWN.id) return UNKNOWN
    return this.hands.get().find((hand) => hand.id === id) ?? null
  }

  /** Entries of the registers that are new, or stated anew, in the order in which they stood. */
  learn({ hands, people, names }: Pick<Transcript, RegisterName>): void {
    if (hands.length > 0) this.hands.set(withNew(this.hands.get(), hands))
    if (people.length > 0) this.people.set(withNew(this.people.get(), people))
    if (names.length > 0) this.names.set(withNew(this.names.get(), names))
  }

  /** An entry of a register is not offered any more; what was by it, or named it, can still be told, and undone. */
  retire(id: string): void {
    this.retired.set(new Set([...this.retired.get(), id]))
  }

  /** The hands that can be given to something, in the order of the digits. */
  get offered(): readonly Hand[] {
    return this.hands.get().filter(({ id }) => !this.retired.get().has(id))
  }

  /** Whether this collection, or this document, has such an entry in a register. */
  knows(to: RegisterName, id: string): boolean {
    return to === 'hands' ? this.hand(id) !== null : this[to].get().some((entry) => entry.id === id)
  }

  /** The work as it stands now, for saving: nothing is walked before its text is asked for. */
  work(): Snapshot {
    const doc = this.document
    const beside = this.beside(doc)
    const work: Snapshot = {
      originals: beside.originals.map((original) => original.name),
      text: (urgent) => inSlices(this.printer.text(doc, beside), urgent),
      checked: () => inSlices(this.printer.checked(doc, beside)),
      same: (other) => held.get(other)?.doc?.eq(doc) === true && held.get(other)?.status === beside.status,
    }
    held.set(work, { doc, status: beside.status, transcript: () => whole(doc, beside) })
    return work
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
    const parsed = parseTranscript(offer.record.text)
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
    const from = held.get(base)?.transcript()
    if (!parsed.ok || !from) return null
    const before = this.capture()
    const merged = merge(from, before, parsed.value)
    if (!merged.ok) return null
    const fault = this.show(merged.transcript, { ...merged.transcript, revisions: parsed.value.revisions })
    if (fault !== null) return null
    if (merged.taken.blocks + merged.taken.notes > 0 || merged.taken.more) this.takenIn.set({ taken: merged.taken, before })
    const work: Snapshot = {
      originals: parsed.value.originals.map(({ name }) => name),
      text: () => Promise.resolve(theirs),
      checked: () => Promise.resolve(done(theirs)),
    }
    held.set(work, { doc: null, status: parsed.value.status, transcript: () => parsed.value })
    return work
  }

  /** Another version of this text takes its place, as one step that can be undone, and is saved next. Gives a sentence where it cannot. */
  bringBack(transcript: Transcript): string | null {
    if (!this.writable) return this.loaded.readOnly
    const fault = this.show(transcript, this.base)
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
    this.hands.set(mergeById(this.hands.get(), transcript.hands))
    this.people.set(mergeById(this.people.get(), transcript.people))
    this.names.set(mergeById(this.names.get(), transcript.names))
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

/** What each captured work holds; its document, where it was taken of one. */
const held = new WeakMap<
  Snapshot,
  { readonly doc: Node | null; readonly status: string; readonly transcript: () => Transcript }
>()

function whole(doc: Node, beside: Beside): Transcript {
  const all = { ...beside, ...fromDocument(doc) }
  return keepUsed(all, usedEntries(all))
}

function withNew<Entry extends { readonly id: string }>(entries: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  const stated = new Map(fresh.map((entry) => [entry.id, entry]))
  return mergeById(
    entries.map((entry) => stated.get(entry.id) ?? entry),
    fresh,
  )
}

function mergeById<Entry extends { readonly id: string }>(first: readonly Entry[], second: readonly Entry[]): readonly Entry[] {
  const known = new Set(first.map((entry) => entry.id))
  return [...first, ...second.filter((entry) => !known.has(entry.id))]
}
