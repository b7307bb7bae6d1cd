import { undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Host } from '../../shared/api/contract.ts'
import type { CommandContext } from '../../shared/commands/context.ts'
import { restoreEverything } from '../../shared/commands/restore-everything.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { type Hand, type Person, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import type { NewId } from '../../shared/model/ids.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { Keeper } from './keeper.ts'
import { type Observable, observable } from './observable.ts'
import type { Opened } from './open-document.ts'

/**
 * One opened document on the desk: the editor's view, what stands beside the text (originals, registers, status, revisions), and the
 * keeper that saves it. The text itself lives in the view's state alone.
 */
export class Desk {
  readonly opened: Opened
  readonly keeper: Keeper
  readonly context: CommandContext
  readonly texts: readonly string[]
  /** Counts up with every change of state, selection too: what draws beside the text watches it. */
  readonly tick: Observable<number> = observable(0)
  readonly hands: Observable<readonly Hand[]>
  readonly people: Observable<readonly Person[]>
  view: EditorView | null = null
  /** The last hand given to something, offered and never preset; and the last note that was lifted. */
  lastHand: string | null = null
  lastNote: string | null = null
  private readonly base: Transcript
  private readonly editor: () => string
  private readonly start: Node

  constructor(parts: {
    host: Host
    opened: Opened
    newId: NewId
    hands: readonly Hand[]
    people: readonly Person[]
    editor: () => string
  }) {
    this.opened = parts.opened
    this.base = parts.opened.transcript
    this.texts = this.base.originals.map((original) => original.text)
    this.context = { newId: parts.newId, texts: () => this.texts }
    this.hands = observable(mergeById(parts.hands, this.base.hands))
    this.people = observable(mergeById(parts.people, this.base.people))
    this.editor = parts.editor
    this.start = toDocument(this.base)
    this.keeper = new Keeper({
      host: parts.host,
      document: parts.opened.entry.id,
      capture: () => this.capture(),
      revision: parts.opened.revision,
      ...(parts.opened.recovery ? { offered: parts.opened.recovery.version } : {}),
    })
  }

  get document(): Node {
    return this.start
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
    this.view.focus()
    return acted
  }

  /** To be called after every transaction. Does nothing that grows with the document. */
  applied(tr: Transaction): void {
    if (tr.docChanged) this.keeper.changed()
    this.tick.set(this.tick.get() + 1)
  }

  hand(id: string | null): Hand | null {
    if (id === UNKNOWN_MANUSCRIPT.id) return UNKNOWN_MANUSCRIPT
    if (id === UNKNOWN.id) return UNKNOWN
    return this.hands.get().find((hand) => hand.id === id) ?? null
  }

  /** The whole transcript as it stands: canonical text, the register entries that it uses, one revision for this sitting. */
  capture(): Transcript {
    const text = fromDocument(this.state.doc)
    const status = this.base.status === 'untouched' ? 'in-progress' : this.base.status
    const whole: Transcript = { ...this.base, ...text, status, hands: this.hands.get(), people: this.people.get() }
    const used = usedEntries(whole)
    const hands = this.hands.get().filter((hand) => used.hands.has(hand.id))
    const people = this.people.get().filter((person) => used.people.has(person.id))
    const sitting = { when: new Date().toISOString(), who: this.editor(), what: 'edited' }
    return { ...whole, hands, people, revisions: [...this.base.revisions, sitting] }
  }

  /** The transcript file as it would be saved now. */
  serialised(): string {
    return serialise(this.capture())
  }

  /** Brings a whole text in as one step that can be undone: recovered work. Gives a sentence where it cannot be read. */
  async recover(text: string): Promise<string | null> {
    const parsed = parseTranscript(text)
    if (!parsed.ok) return `The unsaved work could not be read (${parsed.fault.sentence}) It is kept as it is.`
    this.hands.set(mergeById(this.hands.get(), parsed.value.hands))
    this.people.set(mergeById(this.people.get(), parsed.value.people))
    if (this.view) restoreEverything(toDocument(parsed.value))(this.view.state, this.view.dispatch)
    return null
  }

  /** Takes over a version that somebody else put on disk; undo brings the earlier one back. */
  async reload(text: string, revision: string | null): Promise<string | null> {
    const fault = await this.recover(text)
    if (fault === null) this.keeper.reloaded(revision)
    return fault
  }

  /** How many steps back the work can be undone. */
  get undoable(): number {
    return this.view ? Number(undoDepth(this.view.state)) : 0
  }
}

function mergeById<Entry extends { readonly id: string }>(first: readonly Entry[], second: readonly Entry[]): readonly Entry[] {
  const known = new Set(first.map((entry) => entry.id))
  return [...first, ...second.filter((entry) => !known.has(entry.id))]
}
