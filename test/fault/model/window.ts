import { createHash } from 'node:crypto'
import type { LoadedDocument } from '../../../renderer/state/load-document.ts'
import { clashWith } from '../../../renderer/state/saving/clash.ts'
import { DocumentSaver } from '../../../renderer/state/saving/document-saver.ts'
import type { Snapshot } from '../../../renderer/state/saving/save-state.ts'
import { type Observable, observable } from '../../../renderer/ui/observable.ts'
import type { Host, KeptJournal } from '../../../shared/api/contract.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { merge } from '../../../shared/merge/merge.ts'
import { done } from '../../../shared/model/result.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Words that were typed once and nowhere else, so that each can be looked for. */
export const tokensIn = (text: string): readonly string[] => text.match(/[mx]\d+q/g) ?? []

/** A transcript with words typed at the end of one of its blocks. */
export function typedIn(transcript: Transcript, block: number, words: string): Transcript {
  const count = transcript.pages.flatMap((page) => page.content).length
  let at = 0
  const pages = transcript.pages.map((page) => ({
    ...page,
    content: page.content.map((child) =>
      child.type === 'block' && at++ === block % Math.max(count, 1)
        ? { ...child, content: [...child.content, { type: 'text' as const, text: words, in: [] }] }
        : child,
    ),
  }))
  return { ...transcript, pages }
}

/** A window without a screen: what an open document is to its saver, with whole texts for steps of undo. The saver is the real one. */
export class BareWindow {
  readonly saver: DocumentSaver
  readonly loaded: LoadedDocument
  readonly offers: Observable<readonly KeptJournal[]>
  readonly writable = true
  now: Transcript
  private base: Transcript
  private readonly before: Transcript[] = []
  private readonly held = new WeakMap<Snapshot, { readonly text: string | null; readonly transcript: Transcript }>()
  merges = 0

  constructor(host: Host, loaded: LoadedDocument, sitting: string) {
    this.loaded = loaded
    this.base = this.now = loaded.transcript
    this.offers = observable(loaded.recovery)
    this.saver = new DocumentSaver({
      host,
      document: loaded.entry.id,
      sitting,
      capture: () => this.work(),
      revision: loaded.revision,
      isAllUndone: () => false,
      clashWith: (text) => this.clashWith(text),
      takeIn: (theirs, from) => this.takeIn(theirs, from),
      revisionOf: (text) => Promise.resolve(sha256(text)),
    })
  }

  /** As `outside.ts` asks a desk: there is no ProseMirror document, only words. */
  get document() {
    return { textContent: this.words }
  }

  get words(): string {
    return this.now.pages
      .flatMap((page) => page.content)
      .flatMap((child) => (child.type === 'block' ? child.content : []))
      .map((run) => (run.type === 'text' ? run.text : ''))
      .join(' ')
  }

  get hasWords(): boolean {
    return this.words.trim() !== ''
  }

  clashWith(text: string | null) {
    return clashWith(text, this.hasWords)
  }

  type(block: number, words: string): void {
    this.show(typedIn(this.now, block, words))
    this.saver.changed()
  }

  undo(): boolean {
    const last = this.before.pop()
    if (!last) return false
    this.now = last
    this.saver.changed()
    return true
  }

  get offer(): KeptJournal | null {
    return this.offers.get()[0] ?? null
  }

  recover(offer: KeptJournal): string | null {
    const parsed = parseTranscript(offer.record.text)
    if (!parsed.ok) return parsed.fault.sentence
    this.show(parsed.value)
    this.saver.changed()
    this.decide(offer, 'taken')
    return null
  }

  decide(offer: KeptJournal, how: 'taken' | 'left'): void {
    this.offers.set(this.offers.get().filter((one) => one !== offer))
    this.saver.decided(offer, how)
  }

  reload(text: string, revision: string | null): string | null {
    const parsed = parseTranscript(text)
    if (!parsed.ok) return parsed.fault.sentence
    this.base = parsed.value
    this.show(parsed.value)
    this.saver.changed()
    this.saver.reloaded(revision)
    return null
  }

  text(): string {
    const sitting = { when: new Date().toISOString(), who: 'Ruth', what: 'edited' }
    return serialise({ ...this.now, status: 'in-progress', revisions: [...this.base.revisions, sitting] })
  }

  work(): Snapshot {
    const text = this.text()
    const transcript = this.now
    const work: Snapshot = {
      originals: transcript.originals.map(({ name }) => name),
      text: () => Promise.resolve(text),
      checked: () => Promise.resolve(done(text)),
      same: (other) => this.held.get(other)?.transcript === transcript,
    }
    this.held.set(work, { text, transcript })
    return work
  }

  private takeIn(theirs: string, from: Snapshot): Snapshot | null {
    const parsed = parseTranscript(theirs)
    const base = this.held.get(from)
    if (!parsed.ok || !base || this.clashWith(theirs).fault.sentence.includes('without any words')) return null
    const began = base.text === null ? base.transcript : parsedOf(base.text)
    const merged = merge(began, parsedOf(this.text()), parsed.value)
    if (!merged.ok) return null
    this.merges++
    this.base = { ...merged.transcript, revisions: parsed.value.revisions }
    this.show(merged.transcript)
    this.saver.changed()
    const work: Snapshot = { originals: [], text: () => Promise.resolve(theirs), checked: () => Promise.resolve(done(theirs)) }
    this.held.set(work, { text: null, transcript: parsed.value })
    return work
  }

  private show(transcript: Transcript): void {
    this.before.push(this.now)
    this.now = transcript
  }
}

function parsedOf(text: string): Transcript {
  const parsed = parseTranscript(text)
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}
