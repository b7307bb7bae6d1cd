import type { Collection, DocumentEntry, Host, Present } from '../../shared/api/contract.ts'
import type { SaveCopy, ShowEdition } from '../../shared/api/desktop.ts'
import type { Fault } from '../../shared/model/result.ts'
import type { Picked } from '../ui/choice.ts'
import type { Observable } from '../ui/observable.ts'
import type { ImportChoice, LoadedDocument } from './load-document.ts'
import type { OpenDocument } from './open-document.ts'
import type { Overlays } from './overlay.ts'

export type NoticeKind = 'said' | 'warning' | 'failed'

/** Something to tell the person; it stays until dismissed or replaced, in the way of nothing. */
export interface Notice {
  readonly kind: NoticeKind
  readonly sentence: string
  readonly actions: readonly { readonly label: string; readonly run: () => void }[]
}

/** A document that was closed though it could not be saved: its recovery copy is kept. */
export interface LeftUnsaved {
  readonly entry: DocumentEntry
  readonly sentence: string
}

/** What opening, watching and settling need of the app. */
export interface AppCore {
  readonly host: Host
  readonly collection: Observable<Collection | null>
  readonly opened: Observable<OpenDocument | null>
  readonly editor: Observable<string | null>
  /** Who else has the open document open. */
  readonly others: Observable<readonly Present[]>
  readonly notice: Observable<Notice | null>
  readonly overlay: Overlays
  /** What a letter has just chosen in a menu. */
  readonly picked: Observable<Picked | null>
  /** A box that is about to open, once what it shows was read; or null. */
  readonly awaited: Observable<symbol | null>
  readonly readOnlyHost: Observable<string | null>
  /** Why host or folder cannot be reached now, or null. */
  readonly away: Observable<Fault | null>
  /** In a browser a download; in the desktop window the system's own dialog. */
  saveCopy: SaveCopy
  /** Shows an edition in its folder; null in a browser, which cannot. */
  showEdition: ShowEdition | null
  notify(kind: NoticeKind, sentence: string, actions?: Notice['actions']): void
  /** Says something to a screen reader, and in the status bar. */
  say(words: string): void
  /** Opens a document; one after another, and of several that were asked for meanwhile only the last. */
  open(entry: DocumentEntry, choice?: ImportChoice): Promise<void>
  /** Opens a document in place of what is there. */
  show(loaded: LoadedDocument): OpenDocument
  /** Reads everything anew: at the start, and when a host that was away at the start has come. */
  arrive(): Promise<void>
  /** Reads the list of documents and the registers anew. Null where host or folder cannot be reached; `away` says why. */
  refresh(): Promise<readonly DocumentEntry[] | null>
}
