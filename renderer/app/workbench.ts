import type { Collection, DocumentEntry, Host } from '../../shared/api/contract.ts'
import {
  EMPTY_REGISTERS,
  mergeRegisters,
  parseRegisters,
  type Registers,
  serialiseRegisters,
} from '../../shared/format/registers.ts'
import type { Hand } from '../../shared/model/hand.ts'
import type { NewId } from '../../shared/model/ids.ts'
import type { Chooser, Form } from './choice.ts'
import { Desk } from './desk.ts'
import { observable } from './observable.ts'
import { type ImportChoice, openDocument } from './open-document.ts'

export type NoticeKind = 'said' | 'warning' | 'failed'

/** Something to tell the person; it stays until dismissed or replaced, in the way of nothing. */
export interface Notice {
  readonly kind: NoticeKind
  readonly sentence: string
  readonly actions: readonly { readonly label: string; readonly run: () => void }[]
}

export type Panel = 'here' | 'notes' | 'lost' | 'aside' | 'hands'

/** The whole window's state, apart from the text: which collection, which document, what is open over it. */
export class Workbench {
  readonly host: Host
  readonly newId: NewId
  readonly collection = observable<Collection | null>(null)
  readonly registers = observable<Registers>(EMPTY_REGISTERS)
  readonly desk = observable<Desk | null>(null)
  readonly opening = observable<string | null>(null)
  readonly notice = observable<Notice | null>(null)
  readonly chooser = observable<Chooser | null>(null)
  readonly form = observable<Form | null>(null)
  readonly palette = observable<'closed' | 'commands' | 'help'>('closed')
  readonly panel = observable<Panel>('here')
  readonly editor = observable<string | null>(null)
  readonly askName = observable(false)
  readonly structure = observable(false)
  /** Whether the list of documents is shown while a document is open in a window too narrow for both. */
  readonly side = observable(false)
  readonly said = observable('')
  readonly readOnlyHost = observable<string | null>(null)
  private settings: Readonly<Record<string, string>> = {}
  private registersRevision: string | null = null

  constructor(host: Host, newId: NewId) {
    this.host = host
    this.newId = newId
  }

  /** Reads the collection and this person's settings. */
  async start(): Promise<void> {
    const can = await this.host.capabilities()
    if (can.ok) this.readOnlyHost.set(can.value.canWrite ? null : can.value.why)
    const settings = await this.host.readSettings()
    if (settings.ok) this.settings = settings.value
    const name = this.settings.editor ?? null
    this.editor.set(name)
    this.askName.set(settings.ok && name === null)
    await this.refresh()
    void this.watch()
  }

  async refresh(): Promise<void> {
    const listed = await this.host.list()
    if (!listed.ok) {
      this.tell('failed', listed.fault.sentence)
      return
    }
    this.collection.set(listed.value)
    const { text, revision } = listed.value.registers
    this.registersRevision = revision
    const registers = text === null ? null : parseRegisters(text)
    if (registers?.ok) this.registers.set(registers.value)
    else if (registers)
      this.tell('warning', `${registers.fault.sentence} Hands of this collection are not offered until it can be read.`)
  }

  tell(kind: NoticeKind, sentence: string, actions: Notice['actions'] = []): void {
    this.notice.set({ kind, sentence, actions })
  }

  /** Says something to a screen reader, and in the status bar. */
  say(words: string): void {
    this.said.set(words)
  }

  async open(entry: DocumentEntry, choice: ImportChoice = {}): Promise<void> {
    await this.close()
    this.opening.set(entry.id)
    const opened = await openDocument(this.host, entry, this.newId, choice)
    this.opening.set(null)
    if (!opened.ok) {
      this.tell('failed', opened.fault.sentence)
      return
    }
    const { hands, people } = this.registers.get()
    const desk = new Desk({
      host: this.host,
      opened: opened.value,
      newId: this.newId,
      hands,
      people,
      editor: () => this.editor.get() ?? 'not stated',
    })
    this.notice.set(null)
    this.panel.set('here')
    this.desk.set(desk)
    this.side.set(false)
    const { readOnly, notices, recovery, revision } = opened.value
    if (readOnly) this.tell('warning', readOnly)
    else if (recovery) this.offerRecovery(desk)
    else if (notices.length > 0 && revision !== null) this.tell('warning', notices.join(' '))
    else if (revision === null && notices[0]) this.offerImportChoices(entry, desk, notices[0], choice)
  }

  /** How a machine transcript was read is shown, and can be changed while nothing was done in it. */
  private offerImportChoices(entry: DocumentEntry, desk: Desk, why: string, choice: ImportChoice): void {
    const again = (other: ImportChoice) => () => {
      if (!desk.keeper.dirty) void this.open(entry, { ...choice, ...other })
      else this.tell('said', 'You have begun to work in this text: undo everything first, then choose again.')
    }
    const utf8 = desk.opened.transcript.originals[0]?.encoding === 'utf-8'
    const lines = choice.blocks === 'line'
    this.tell('said', `${why} ${lines ? 'Each line is a block.' : 'Blank lines part the blocks.'}`, [
      { label: utf8 ? 'Read as Windows-1252' : 'Read as UTF-8', run: again({ encoding: utf8 ? 'windows-1252' : 'utf-8' }) },
      {
        label: lines ? 'Blank lines part the blocks' : 'Each line a block',
        run: again({ blocks: lines ? 'blank-line' : 'line' }),
      },
      { label: 'Good', run: () => this.notice.set(null) },
    ])
  }

  private offerRecovery(desk: Desk): void {
    const record = desk.opened.recovery!
    const drop = () => {
      desk.keeper.holdsJournal = false
      void this.host.dropJournal({ document: desk.opened.entry.id, version: record.version })
      this.notice.set(null)
    }
    this.tell(
      'warning',
      'There is work on this document that was not saved when Scholion last stopped. What you see is the file on disk; both are safe.',
      [
        {
          label: 'Bring the unsaved work back',
          run: () => desk.recover(record.text).then((fault) => (fault ? this.tell('failed', fault) : drop())),
        },
        { label: 'Leave it out', run: drop },
      ],
    )
  }

  /** Saves and closes the document; the list of documents has the window again. */
  async close(): Promise<void> {
    const desk = this.desk.get()
    if (!desk) return
    await desk.keeper.close()
    if (desk.keeper.dirty) {
      const keeping = desk.keeper.keeping.get()
      if (keeping.state === 'failed') this.tell('failed', `${desk.opened.entry.original}: ${keeping.fault.sentence}`)
    }
    this.desk.set(null)
    await this.refresh()
  }

  async setEditor(name: string): Promise<void> {
    this.editor.set(name.trim() || null)
    this.askName.set(false)
    await this.keepSetting('editor', name.trim())
  }

  private async keepSetting(key: string, value: string): Promise<void> {
    this.settings = { ...this.settings, [key]: value }
    await this.host.writeSettings({ settings: this.settings })
  }

  /** Adds a hand to the collection's register. Registers merge by id: nobody's entry is lost when two people save. */
  async addHand(hand: Hand): Promise<void> {
    this.registers.set(mergeRegisters(this.registers.get(), { ...EMPTY_REGISTERS, hands: [hand] }))
    const desk = this.desk.get()
    desk?.hands.set([...desk.hands.get().filter((one) => one.id !== hand.id), hand])
    for (let attempt = 0; attempt < 3; attempt++) {
      const text = serialiseRegisters(this.registers.get())
      const written = await this.host.writeRegisters({ text, base: this.registersRevision })
      if (written.ok) {
        this.registersRevision = written.value.revision
        return
      }
      if (written.fault.tag !== 'conflict') {
        this.tell('failed', written.fault.sentence)
        return
      }
      const mine = this.registers.get()
      await this.refresh()
      this.registers.set(mergeRegisters(this.registers.get(), mine))
    }
  }

  /** Watches the folder: a list that changed is drawn anew; an open document that changed on disk is reloaded or asked about. */
  private async watch(): Promise<void> {
    for (let since = 0; ; ) {
      const answer = await this.host.watch({ since })
      if (!answer.ok) {
        if (answer.fault.tag === 'session-lost') return
        await new Promise((resume) => setTimeout(resume, 2000))
        continue
      }
      if (answer.value.at === since) continue
      const first = since === 0
      since = answer.value.at
      if (!first) await this.changedOutside()
    }
  }

  private async changedOutside(): Promise<void> {
    const listed = await this.host.list()
    if (!listed.ok) return
    this.collection.set(listed.value)
    const desk = this.desk.get()
    const entry = desk && listed.value.documents.find((one) => one.id === desk.opened.entry.id)
    const revision = entry?.transcript?.revision ?? null
    if (!desk || desk.keeper.keeping.get().state === 'saving' || revision === desk.keeper.revision) return
    if (desk.keeper.dirty || revision === null) return // the next save meets the conflict, and asks
    const read = await this.host.readTranscript({ document: desk.opened.entry.id })
    if (!read.ok || read.value.text === null || this.desk.get() !== desk || desk.keeper.dirty) return
    const fault = await desk.reload(read.value.text, read.value.revision)
    this.tell(
      'warning',
      fault ?? 'This document was changed outside Scholion; what you see is the new version. Undo brings the earlier one back.',
    )
  }
}
