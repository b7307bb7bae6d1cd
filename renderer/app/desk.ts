import { closeHistory, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, Selection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Host, JournalRecord } from '../../shared/api/contract.ts'
import type { CommandContext } from '../../shared/commands/context.ts'
import { restoreEverything } from '../../shared/commands/restore-everything.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { keepUsed, usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { type Beside, WorkPrinter } from '../../shared/format/work-printer.ts'
import { type Hand, type Person, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { NewId } from '../../shared/model/ids.ts'
import type { Named } from '../../shared/model/names.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { COMMAND, isHistory } from '../../shared/state/meta.ts'
import type { RegisterName } from '../../shared/vocabulary/attribute.ts'
import { revisionOf } from '../host/revision.ts'
import { clashWith } from './clash.ts'
import { inSlices } from './in-slices.ts'
import { Keeper } from './keeper.ts'
import type { Trouble, Work } from './keeping.ts'
import { type Observable, observable } from './observable.ts'
import type { Opened } from './open-document.ts'

/** How long what stands beside the text may lag behind typing, in ms. */
const REDRAW = 400

/**
 * One opened document on the desk: the editor's view, what stands beside the text (originals, registers, status, revisions), and the
 * keeper that saves it. The text itself lives in the view's state alone.
 */
export class Desk {
  readonly opened: Opened
  readonly keeper: Keeper
  private waiting: ReturnType<typeof setTimeout> | undefined
  readonly context: CommandContext
  readonly texts: readonly string[]
  /** Counts up with every change of state, selection too: what draws beside the text watches it. */
  readonly tick: Observable<number> = observable(0)
  /** Unsaved work of an earlier sitting, until the person decides. */
  readonly offer: Observable<JournalRecord | null>
  readonly hands: Observable<readonly Hand[]>
  readonly people: Observable<readonly Person[]>
  readonly names: Observable<readonly Named[]>
  /** The last hand given to something, offered and never preset; and the last note that was lifted. */
  lastHand: string | null = null
  lastNote: string | null = null
  private base: Transcript
  private shown: EditorView | null = null
  private last: Node
  private readonly editor: () => string
  private readonly printer = new WorkPrinter()

  constructor(parts: {
    host: Host
    opened: Opened
    newId: NewId
    hands: readonly Hand[]
    people: readonly Person[]
    names: readonly Named[]
    editor: () => string
  }) {
    this.opened = parts.opened
    this.base = parts.opened.transcript
    this.texts = this.base.originals.map((original) => original.text)
    this.context = { newId: parts.newId, texts: () => this.texts }
    this.hands = observable(mergeById(parts.hands, this.base.hands))
    this.people = observable(mergeById(parts.people, this.base.people))
    this.names = observable(mergeById(parts.names, this.base.names))
    this.editor = parts.editor
    this.last = toDocument(this.base)
    this.offer = observable(this.writable ? parts.opened.recovery : null)
    this.keeper = new Keeper({
      host: parts.host,
      document: parts.opened.entry.id,
      capture: () => this.work(),
      revision: parts.opened.revision,
      clashWith: (text) => this.clashWith(text),
      revisionOf,
      ...(parts.opened.recovery ? { offered: parts.opened.recovery.version } : {}),
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
    return this.opened.readOnly === null
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
    if (tr.docChanged && this.writable) this.keeper.changed()
    if (!tr.docChanged || tr.getMeta(COMMAND) !== undefined || isHistory(tr)) this.redraw()
    else this.soon()
  }

  /** What stands beside the text is drawn anew at once: after commands, and while somebody types in it. */
  redraw(): void {
    clearTimeout(this.waiting)
    this.waiting = undefined
    this.tick.set(this.tick.get() + 1)
  }

  // while somebody types, what stands beside the text follows a few times a second: drawing it at every key is felt in long papers
  private soon(): void {
    this.waiting ??= setTimeout(() => this.redraw(), REDRAW)
  }

  hand(id: string | null): Hand | null {
    if (id === UNKNOWN_MANUSCRIPT.id) return UNKNOWN_MANUSCRIPT
    if (id === UNKNOWN.id) return UNKNOWN
    return this.hands.get().find((hand) => hand.id === id) ?? null
  }

  /** Whether this collection, or this document, has such an entry in a register. */
  knows(to: RegisterName, id: string): boolean {
    return to === 'hands' ? this.hand(id) !== null : this[to].get().some((entry) => entry.id === id)
  }

  /** The work as it stands now, for saving: nothing is walked before its text is asked for. */
  work(): Work {
    const doc = this.document
    const beside = this.beside()
    const work: Work = {
      originals: beside.originals.map((original) => original.name),
      text: (urgent) => inSlices(this.printer.text(doc, beside), urgent),
      checked: () => inSlices(this.printer.checked(doc, beside)),
      same: (other) => docs.get(other)?.eq(doc) === true,
    }
    docs.set(work, doc)
    return work
  }

  /** The whole transcript as it stands: canonical text, the register entries that it uses, one revision for this sitting. */
  capture(): Transcript {
    const whole = { ...this.beside(), ...fromDocument(this.document) }
    return keepUsed(whole, usedEntries(whole))
  }

  private beside(): Beside {
    const { originals, extra, revisions } = this.base
    const status = this.base.status === 'untouched' ? 'in-progress' : this.base.status
    const sitting = { when: new Date().toISOString(), who: this.editor(), what: 'edited' }
    return {
      originals,
      status,
      hands: this.hands.get(),
      people: this.people.get(),
      names: this.names.get(),
      revisions: [...revisions, sitting],
      extra,
    }
  }

  /** The transcript file as it would be saved now. */
  serialised(): string {
    return serialise(this.capture())
  }

  /** Takes up unsaved work of an earlier sitting, as one step that can be undone. Gives a sentence where it cannot. */
  recover(text: string): string | null {
    const parsed = parseTranscript(text)
    if (!parsed.ok) return `The unsaved work could not be read (${parsed.fault.sentence}) It is kept as it is.`
    const { revisions } = this.base
    const known = new Set(revisions.map((one) => JSON.stringify(one)))
    const fresh = parsed.value.revisions.filter((one) => !known.has(JSON.stringify(one)))
    const fault = this.show(parsed.value, { ...this.base, revisions: [...revisions, ...fresh] })
    if (fault === null) this.decide('taken')
    return fault
  }

  /** The person took the unsaved work that was on offer, or left it for good. */
  decide(how: 'taken' | 'left'): void {
    this.offer.set(null)
    this.keeper.decided(how)
  }

  /** Takes over a version that somebody else put on disk; undo brings the earlier one back. Gives a sentence where it cannot. */
  reload(text: string, revision: string | null): string | null {
    const parsed = parseTranscript(text)
    if (!parsed.ok) return `The version on disk could not be read (${parsed.fault.sentence}) Your work is still here.`
    const fault = this.show(parsed.value, parsed.value)
    if (fault === null) this.keeper.reloaded(revision)
    return fault
  }

  private show(transcript: Transcript, base: Transcript): string | null {
    const { originals } = this.base
    const same = transcript.originals.length === originals.length && transcript.originals.every(isOf(originals))
    if (!same || !this.shown)
      return 'That version was made from another machine transcript, so it cannot take this one’s place. Nothing was changed; close the document and open it again to see it.'
    this.base = base
    this.hands.set(mergeById(this.hands.get(), transcript.hands))
    this.people.set(mergeById(this.people.get(), transcript.people))
    this.names.set(mergeById(this.names.get(), transcript.names))
    const { dispatch, state } = this.shown
    const { from } = state.selection
    restoreEverything(toDocument(transcript))(state, (tr) => {
      // the caret stays about where it was, and the step is one of its own
      const place = tr.doc.resolve(Math.min(from, tr.doc.content.size))
      dispatch(closeHistory(tr.setSelection(Selection.near(place))))
    })
    return null
  }

  /** How many steps back the work can be undone. */
  get undoable(): number {
    return this.view ? Number(undoDepth(this.view.state)) : 0
  }
}

/** The document that each captured work was taken of. */
const docs = new WeakMap<Work, Node>()

const isOf = (originals: Transcript['originals']) => (original: Transcript['originals'][number], at: number) =>
  original.name === originals[at]?.name && original.text === originals[at].text

function mergeById<Entry extends { readonly id: string }>(first: readonly Entry[], second: readonly Entry[]): readonly Entry[] {
  const known = new Set(first.map((entry) => entry.id))
  return [...first, ...second.filter((entry) => !known.has(entry.id))]
}
