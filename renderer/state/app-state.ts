import type { Collection, DocumentEntry, Host, Present } from '../../shared/api/contract.ts'
import type { SaveCopy, ShowEdition } from '../../shared/api/desktop.ts'
import {
  EMPTY_REGISTERS,
  mergeRegisters,
  parseRegisters,
  type Registers,
  serialiseRegisters,
  withWord,
} from '../../shared/format/registers.ts'
import type { NewId } from '../../shared/model/ids.ts'
import type { Fault } from '../../shared/model/result.ts'
import { handToBrowser } from '../host/hand-to-browser.ts'
import { nextTask } from '../host/next-task.ts'
import type { Picked } from '../ui/choice.ts'
import { observable } from '../ui/observable.ts'
import type { AppCore, LeftUnsaved, Notice, NoticeKind } from './app-core.ts'
import { CollectionReader } from './collection-reader.ts'
import { type ImportChoice, type LoadedDocument, loadDocument } from './load-document.ts'
import { type Look, readLook } from './look.ts'
import { takeForThisWindow } from './one-window.ts'
import { OpenDocument } from './open-document.ts'
import { Overlays } from './overlay.ts'
import { placeIn, readPlaces, withPlace } from './places.ts'
import { tellPresence } from './presence.ts'
import type { Shown } from './shown.ts'
import { watchOutside } from './watch-outside.ts'

/** A document that was opened, and how; `elsewhere`: it is open in another window too. */
export interface Opening {
  readonly opened: OpenDocument
  readonly choice: ImportChoice
  readonly elsewhere: boolean
}

export type Panel = 'here' | 'paper' | 'notes' | 'doubts' | 'lost' | 'aside' | 'check' | 'hands'

const ELSEWHERE =
  'This document is open in another tab or window. Here it can only be read, so that the two do not write over each other; what is saved there is shown here.'

/** The whole window's state, apart from the text: which collection, which document, what is open over it. */
export class AppState implements AppCore {
  readonly host: Host
  readonly newId: NewId
  readonly collection = observable<Collection | null>(null)
  readonly registers = observable<Registers>(EMPTY_REGISTERS)
  readonly opened = observable<OpenDocument | null>(null)
  readonly opening = observable<string | null>(null)
  /** What was opened last: what is to be known of it is told by whoever watches this. */
  readonly lastOpening = observable<Opening | null>(null)
  readonly notice = observable<Notice | null>(null)
  readonly away = observable<Fault | null>(null)
  /** What to say of a host that owes an answer: nobody knows yet whether it is gone. */
  readonly late = observable<Fault | null>(null)
  /** Who else has the open document open. */
  readonly others = observable<readonly Present[]>([])
  readonly left = observable<readonly LeftUnsaved[]>([])
  /** What lies over the window. */
  readonly overlay = new Overlays()
  /** What a letter has just chosen in a menu. */
  readonly picked = observable<Picked | null>(null)
  readonly awaited = observable<symbol | null>(null)
  /** Whether the read view is over the sheet. */
  readonly reading = observable(false)
  readonly panel = observable<Panel>('here')
  readonly editor = observable<string | null>(null)
  readonly askName = observable(false)
  readonly reader: CollectionReader
  /** Which layer of the paper is in the light. */
  readonly shown = observable<Shown>('all')
  /** Whether the list of documents is shown while a document is open in a window too narrow for both. */
  readonly side = observable(false)
  /** Whether the inspector lies over the notes, where the window has no place for both. */
  readonly drawer = observable(false)
  readonly look = observable<Look>(readLook(undefined))
  readonly said = observable('')
  readonly readOnlyHost = observable<string | null>(null)
  version = ''
  saveCopy: SaveCopy = handToBrowser
  showEdition: ShowEdition | null = null
  /** Small settings of this person on this machine, by name. */
  readonly settings = observable<Readonly<Record<string, string>>>({})
  private registersRevision: string | null = null
  private turn: Promise<unknown> = Promise.resolve()
  private wanted: DocumentEntry | null = null
  private letGo: (() => void) | null = null

  constructor(host: Host, newId: NewId) {
    this.host = host
    this.newId = newId
    this.reader = new CollectionReader(host)
  }

  /** Reads the collection and this person's settings, and watches the folder from then on. */
  async start(): Promise<void> {
    await this.arrive()
    void watchOutside(this)
    tellPresence(this, this.newId)
  }

  async arrive(): Promise<void> {
    const can = await this.host.capabilities()
    if (can.ok) this.readOnlyHost.set(can.value.canWrite ? null : can.value.why)
    if (can.ok) this.version = can.value.version
    if (can.ok && can.value.notice) this.notify('warning', can.value.notice)
    const settings = await this.host.readSettings()
    if (settings.ok) this.settings.set(settings.value)
    this.look.set(readLook(this.settings.get().look))
    this.editor.set(this.settings.get().editor ?? null)
    await this.refresh()
  }

  async refresh(): Promise<readonly DocumentEntry[] | null> {
    const first = this.collection.get() === null
    const listed = await this.host.list()
    if (!listed.ok) {
      this.away.set(listed.fault)
      return null
    }
    this.away.set(null)
    this.collection.set(listed.value)
    const { text, revision } = listed.value.registers
    if (revision === this.registersRevision && !first) return listed.value.documents
    this.registersRevision = revision
    const registers = text === null ? null : parseRegisters(text)
    if (registers?.ok) this.registers.set(registers.value)
    else if (registers)
      this.notify('warning', `${registers.fault.sentence} Hands of this collection are not offered until it can be read.`)
    return listed.value.documents
  }

  notify(kind: NoticeKind, sentence: string, actions: Notice['actions'] = []): void {
    this.notice.set({ kind, sentence, actions })
  }

  say(words: string): void {
    this.said.set(words)
  }

  open(entry: DocumentEntry, choice?: ImportChoice): Promise<void> {
    const opened = this.opened.get()
    if (opened?.loaded.entry.id === entry.id && opened.writable && !choice) {
      opened.view?.focus()
      return Promise.resolve()
    }
    this.wanted = entry
    return this.inTurn(async () => {
      if (this.wanted === entry) await this.openNow(entry, choice ?? {})
    })
  }

  /** What is open stays open until the other was read: one that cannot be opened takes nothing away. */
  private async openNow(entry: DocumentEntry, choice: ImportChoice): Promise<void> {
    // read anew, a document must be on disk as it stands here
    const again = this.opened.get()?.loaded.entry.id === entry.id
    if (again && !(await this.closeOpened())) return
    this.opening.set(entry.id)
    const letGo = await takeForThisWindow(`${this.collection.get()?.name}/${entry.id}`)
    const loaded = await loadDocument(this.host, entry, this.newId, choice)
    // reading a long paper, making its document, drawing it and looking it through are long enough, each for itself
    await nextTask()
    this.opening.set(null)
    if (!loaded.ok) {
      letGo?.()
      const stays = this.opened.get()?.loaded.entry.original
      this.notify('failed', stays ? `${loaded.fault.sentence} ${stays} stays open.` : loaded.fault.sentence)
      return
    }
    const value = letGo ? loaded.value : { ...loaded.value, readOnly: loaded.value.readOnly ?? ELSEWHERE, recovery: [] }
    const opened = this.documentOf(value)
    await nextTask()
    if (this.opened.get() && !(await this.closeOpened())) {
      letGo?.()
      return
    }
    this.letGo = letGo
    this.left.set(this.left.get().filter((one) => one.entry.id !== entry.id))
    this.notice.set(null)
    this.display(opened)
    await nextTask()
    this.lastOpening.set({ opened, choice, elsewhere: letGo === null })
  }

  show(loaded: LoadedDocument): OpenDocument {
    return this.display(this.documentOf(loaded))
  }

  private documentOf(loaded: LoadedDocument): OpenDocument {
    const { hands, people, names } = this.registers.get()
    const editor = () => this.editor.get() ?? 'not stated'
    return new OpenDocument({ host: this.host, loaded, newId: this.newId, hands, people, names, editor })
  }

  private display(opened: OpenDocument): OpenDocument {
    this.panel.set('here')
    this.reading.set(false)
    this.opened.set(opened)
    this.side.set(false)
    this.drawer.set(false)
    return opened
  }

  /** Saves and closes the document; the list of documents has the window again. */
  close(): Promise<void> {
    this.wanted = null
    return this.inTurn(async () => {
      if (this.opened.get() && (await this.closeOpened())) await this.refresh()
    })
  }

  /** False where the document must stay open, because its unsaved work could be kept nowhere. */
  private async closeOpened(): Promise<boolean> {
    const opened = this.opened.get()
    if (!opened) return true
    const { entry } = opened.loaded
    this.rememberPlace()
    const end = await opened.saver.close()
    const { trouble, copyFault } = opened.saver.saveState.get()
    if (end === 'open') {
      const why = copyFault?.sentence ?? trouble?.fault.sentence ?? ''
      this.notify(
        'failed',
        `${entry.original} stays open, so that nothing is lost: it could not be saved, nor a recovery copy kept. ${why}`,
      )
      return false
    }
    if (end === 'kept') {
      const why = trouble?.clash ? 'Its file was changed outside Scholion meanwhile.' : (trouble?.fault.sentence ?? '')
      this.left.set([...this.left.get(), { entry, sentence: why }])
    }
    this.letGo?.()
    this.letGo = null
    this.reading.set(false)
    this.opened.set(null)
    return true
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.turn.then(act)
    this.turn = turn.catch(() => undefined)
    return turn
  }

  async setEditor(name: string): Promise<void> {
    const opened = this.opened.get()
    const isFirst = this.editor.get() === null
    if (!isFirst) await opened?.handOver()
    this.editor.set(name.trim() || null)
    this.askName.set(false)
    // what was saved before anybody was asked is by the one who answers
    if (isFirst && opened?.saver.saveState.get().state === 'saved') opened.saver.changed()
    await this.keepSetting('editor', name.trim())
  }

  /** Changes how the window looks, and remembers it. */
  setLook(part: Partial<Look>): void {
    this.look.set({ ...this.look.get(), ...part })
    void this.keepSetting('look', JSON.stringify(this.look.get()))
  }

  /** Where the caret stood when the document was open last, as a position in it, or null. */
  placeIn(entry: DocumentEntry): number | null {
    return placeIn(readPlaces(this.settings.get().places), this.placeName(entry))
  }

  /** Remembers where the caret stands. */
  rememberPlace(): void {
    const opened = this.opened.get()
    if (!opened?.view) return
    const id = this.placeName(opened.loaded.entry)
    const places = readPlaces(this.settings.get().places)
    const { head } = opened.state.selection
    if (placeIn(places, id) !== head) void this.keepSetting('places', JSON.stringify(withPlace(places, id, head)))
  }

  private placeName(entry: DocumentEntry): string {
    return `${this.collection.get()?.name ?? ''}/${entry.id}`
  }

  /** Remembers a small setting for this person on this machine. */
  async keepSetting(key: string, value: string): Promise<void> {
    this.settings.set({ ...this.settings.get(), [key]: value })
    await this.host.writeSettings({ settings: { [key]: value } })
  }

  /** Adds entries to the collection's registers, or states them anew. Registers merge by id: nobody's entry is lost when two people save. */
  addToRegisters(part: Partial<Registers>): Promise<boolean> {
    const added = { ...EMPTY_REGISTERS, ...part }
    this.opened.get()?.learn(added)
    return this.changeRegisters((registers) => mergeRegisters(registers, added))
  }

  /** States the collection's description, its policy, or what pen marks mean in it, anew. */
  stateOfCollection(part: 'description' | 'policy' | 'legend' | 'citations', value: object): Promise<boolean> {
    return this.changeRegisters((registers) =>
      part === 'description' || part === 'policy'
        ? { ...registers, [part]: value }
        : { ...registers, extra: { ...registers.extra, [part]: value } },
    )
  }

  /** A word (small letters) is right wherever it stands in this collection, or no more so. */
  declareWord(word: string, isRight: boolean): Promise<boolean> {
    return this.changeRegisters((registers) => withWord(registers, word, isRight))
  }

  /** Takes an entry out of the collection's registers. What is open keeps it as far as it is used there, so that undo can bring it back. */
  retire(id: string): Promise<boolean> {
    this.opened.get()?.retire(id)
    const others = (entry: { readonly id: string }) => entry.id !== id
    return this.changeRegisters((registers) => ({
      ...registers,
      hands: registers.hands.filter(others).map((hand) => (hand.person === id ? { ...hand, person: null } : hand)),
      people: registers.people.filter(others),
      names: registers.names.filter(others),
    }))
  }

  /** Writes the registers with one change, and tells whether it is on disk; where somebody else wrote them meanwhile, the change is made on theirs. */
  async changeRegisters(change: (registers: Registers) => Registers): Promise<boolean> {
    for (let attempt = 0; attempt < 3; attempt++) {
      this.registers.set(change(this.registers.get()))
      const text = serialiseRegisters(this.registers.get())
      const written = await this.host.writeRegisters({ text, base: this.registersRevision })
      if (written.ok) {
        this.registersRevision = written.value.revision
        return true
      }
      if (written.fault.tag !== 'conflict') {
        this.notify('failed', written.fault.sentence)
        return false
      }
      const mine = this.registers.get()
      await this.refresh()
      this.registers.set(mergeRegisters(this.registers.get(), mine))
    }
    this.notify(
      'failed',
      'The registers of this collection are written by somebody else again and again. What you stated is kept in your document; try once more.',
    )
    return false
  }
}
