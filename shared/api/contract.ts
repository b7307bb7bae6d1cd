import type { Result } from '../model/result.ts'
import type { Title } from '../propose/document-title.ts'
import type { Splice } from './journal-change.ts'

/**
 * Why a call was not done, for programs; the fault's sentence tells the person. `conflict` somebody else's version stands there and nothing
 * was written · `exists` an edition of that name stands there · `full` no room · `read-only` · `unreachable` folder or host gone, nothing
 * lost · `busy` another program holds the file · `not-durable` the disk reported an error, so it does not count as saved · `refused` against
 * the rules · `blocked` the document cannot be used · `empty` words would go · `damaged` unreadable, kept aside · `missing` no such thing ·
 * `too-large` · `name-too-long` · `bad-request` · `session-lost` the page must be opened anew · `bug` our mistake.
 */
export const HOST_TAGS = [
  'conflict',
  'exists',
  'full',
  'read-only',
  'unreachable',
  'busy',
  'not-durable',
  'refused',
  'blocked',
  'empty',
  'damaged',
  'missing',
  'too-large',
  'name-too-long',
  'bad-request',
  'session-lost',
  'bug',
] as const
export type HostTag = (typeof HOST_TAGS)[number]

/** What every call comes back with. */
export type Answer<Value> = Result<Value, HostTag>

/**
 * What the interface asks of its host: a desktop main process, a loopback server, or memory in tests. File-shaped, without document
 * logic. There is no call that could write an original. Every name is a bare file name or an opaque id that the host gave out; no path
 * ever comes in. All payloads survive JSON: bytes travel as base64.
 */
export interface Host {
  /** What this host can do, and what it cannot, with the reason in words. */
  capabilities(): Promise<Answer<Capabilities>>
  /** The opened collection: its registers file (raw text, parsed by `shared/format`) and its documents. Reads the disk anew each time. */
  list(): Promise<Answer<Collection>>
  /** The bytes of an original, with its hash. `document` is an id from `list`, `name` one of its originals' bare names. */
  readOriginal(ask: { readonly document: string; readonly name: string }): Promise<Answer<OriginalBytes>>
  /** The transcript file's text as it stands, or `null` text where there is none yet. */
  readTranscript(ask: { readonly document: string }): Promise<Answer<TranscriptText>>
  /**
   * Writes a transcript all or nothing against the revision it was read at (`null`: no file may exist yet). Faults: `conflict` (the file
   * is no longer what `base` says; nothing was written), `full`, `read-only`, `unreachable`, `refused`, `not-durable`, `empty` …
   * `done` means flushed and read back; writing the very bytes that stand there is done whatever `base` says. `originals` are the names that the transcript's own `originals` list holds; a transcript on
   * disk that does not name the first of them is never overwritten.
   */
  writeTranscript(ask: WriteTranscript): Promise<Answer<Written>>
  /** Keeps both: writes beside the transcript as `letter.txt (conflict NAME DATE).tei.json`. Never overwrites. */
  writeConflictCopy(ask: {
    readonly document: string
    readonly text: string
    readonly who: string
  }): Promise<Answer<{ readonly name: string }>>
  /** The text of a file that stands beside a transcript: a name out of the document's `copies` or `damaged`. Nothing is written. */
  readCopy(ask: { readonly document: string; readonly name: string }): Promise<Answer<CopyText>>
  /**
   * Keeps the version that stands on disk at `revision` for good, in the collection itself: as `letter.txt (version DATE LABEL).tei.json`.
   * Never overwrites; the same version under the same label on the same day is kept once. `conflict` where another version stands there now.
   */
  keepVersion(ask: {
    readonly document: string
    readonly revision: string
    readonly label: string
  }): Promise<Answer<{ readonly name: string }>>
  /** Writes `collection.json` under the same rules. The caller merges registers by id before it calls. */
  writeRegisters(ask: { readonly text: string; readonly base: string | null }): Promise<Answer<Written>>
  /**
   * Writes the files of an edition, all or nothing per file, into the host's export folder. Names are bare; never over an original or a
   * transcript. Where a file of that name and other bytes stands there already, nothing is written (`exists`) unless `overwrite` is said.
   */
  writeExport(ask: {
    readonly files: readonly ExportFile[]
    readonly overwrite?: boolean
  }): Promise<Answer<{ readonly folder: string; readonly names: readonly string[] }>>
  /**
   * The recovery journal of one sitting over one document, kept in the host's own state folder, apart from saves. Written atomically, deleted
   * only by `dropJournal`; `sitting` is new each time that a document is opened, so that two windows never write over each other's. A change
   * is taken only where this host holds the whole record that it is of; else `missing`, and the whole must be sent.
   */
  writeJournal(ask: {
    readonly document: string
    readonly sitting: string
    readonly record: JournalRecord | JournalChange
  }): Promise<Answer<null>>
  /** What every sitting left, or has not saved yet, newest first: always the whole text, however it was written. */
  readJournals(ask: { readonly document: string }): Promise<Answer<Journals>>
  /**
   * Drops the journal of a sitting, but only if its version is not newer than `version`: a journal that holds later typing is kept. `last`:
   * that sitting is over, and writes no change of it any more.
   */
  dropJournal(ask: {
    readonly document: string
    readonly sitting: string
    readonly version: number
    readonly last?: boolean
  }): Promise<Answer<null>>
  /**
   * Earlier versions: first those kept for good, then those that a save of ours replaced, newest first. Of a row of autosaves one is kept for
   * ten minutes of work; each manual save is kept, and whatever was not written by this program.
   */
  listHistory(ask: { readonly document: string }): Promise<Answer<readonly HistoryEntry[]>>
  readHistory(ask: { readonly document: string; readonly entry: string }): Promise<Answer<string>>
  /** Answers when something in the collection folder may have changed since `since` (a number given by the last answer; 0 first), or after about 25 s with the same number. */
  watch(ask: { readonly since: number }): Promise<Answer<{ readonly at: number }>>
  /**
   * Tells that this window has a document open (or none, with `null`), and who else has it open on this machine. `sitting` tells one window from
   * another and is new for each. To be called on opening, about every 30 s, and with `null` on leaving; who was not heard of for 90 s, or whose
   * program has ended, is not counted. It informs; it decides nothing.
   */
  present(ask: {
    readonly sitting: string
    readonly document: string | null
    readonly who: string
  }): Promise<Answer<{ readonly others: readonly Present[] }>>
  /** Small settings of this person on this machine (name, last hand offered, panel sizes). Disposable: unreadable ones are set aside and become `{}`. */
  readSettings(): Promise<Answer<Readonly<Record<string, string>>>>
  /** Keeps these; those that are not named stay as they are, since another window may have kept them. */
  writeSettings(ask: { readonly settings: Readonly<Record<string, string>> }): Promise<Answer<null>>
}

export interface Capabilities {
  readonly host: 'memory' | 'page' | 'desktop'
  readonly canWrite: boolean
  /** Why nothing can be written, where `canWrite` is false. */
  readonly why: string | null
  /** Something to tell on opening, though it hinders nothing (another Scholion has this folder open). */
  readonly notice: string | null
  readonly version: string
}

export interface Collection {
  /** The folder's own name, for the title bar; never its path. */
  readonly name: string
  readonly registers: { readonly text: string | null; readonly revision: string | null }
  readonly documents: readonly DocumentEntry[]
  /** Machine transcripts that are joined to the transcript of another document: worked on there, and no documents of their own until they are taken out. */
  readonly joined: readonly JoinedEntry[]
  /** What else stands in the folder and is not read; absent where the host cannot tell. */
  readonly unread?: Unread
}

/** What stands in a collection's folder that Scholion does not read, told so that nobody takes it for looked at. */
export interface Unread {
  /** How many names there are. */
  readonly count: number
  /** The first of them by name. */
  readonly first: readonly { readonly name: string; readonly isFolder: boolean }[]
}

/** A document whose words stand in another one's transcript. A transcript of its own that it may have is kept as it stood, and counts nowhere. */
export interface JoinedEntry extends DocumentEntry {
  /** The id of the document that it is joined to. */
  readonly into: string
}

export interface DocumentEntry {
  /** Opaque, stable for the same file in the same collection. */
  readonly id: string
  /** Bare name of the original (of the first one where there are several). */
  readonly original: string
  /** Bare names of its further originals, from the transcript's own list; they are listed as `joined`, not again by themselves. */
  readonly others: readonly string[]
  readonly bytes: number
  /** The transcript is there, but its original is not (any more). `bytes` is 0 then. */
  readonly missing: boolean
  /** `null`: no transcript yet. The revision is the sha256 (hex) of the transcript file's bytes. */
  readonly transcript: { readonly name: string; readonly revision: string } | null
  /** How far the work has come, as its transcript says: a name of the vocabulary's statuses. Null where there is none, or it cannot be told. */
  readonly status: string | null
  /** Whether its transcript records of every page that it was collated. Left out: it does not. */
  readonly collated?: boolean
  /** Why it cannot be opened for writing (link out of the folder, name not valid UTF-8, twin names, too large …), or null. */
  readonly blocked: string | null
  /** Conflict copies that stand beside it. */
  readonly copies: readonly string[]
  /** Damaged versions of its transcript that were kept under another name before something took their place. */
  readonly damaged: readonly string[]
  /** What it is called on screen, as its transcript says; null, or absent, where it cannot be told. */
  readonly title?: Title | null
  /** Work that was not saved waits for a decision, which is asked for when the document is opened. */
  readonly waiting?: boolean
}

export interface CopyText {
  readonly text: string
  readonly revision: string
  /** False where the bytes are not valid UTF-8: the text then shows what could be read. */
  readonly sound: boolean
}

/** Somebody else who has the document open. */
export interface Present {
  /** The name they go by, perhaps empty. */
  readonly who: string
  /** ISO time, for display only. */
  readonly since: string
}

export interface OriginalBytes {
  readonly base64: string
  /** Lower-case hex sha256 of the bytes. */
  readonly sha256: string
  readonly bytes: number
}

export interface TranscriptText {
  readonly text: string | null
  readonly revision: string | null
  /** Set where the file may be read but not written, with the reason in words. */
  readonly readOnly: string | null
}

export interface WriteTranscript {
  readonly document: string
  readonly text: string
  readonly base: string | null
  readonly originals: readonly string[]
  /** The person said yes to writing a text without words over one that has them. */
  readonly evenIfEmpty?: boolean
  /** The person asked for this save: the version is kept in the history when another one takes its place. */
  readonly manual?: boolean
  /** The version at `base` was saved by this very window, in this sitting: only of such a row of autosaves not every one is kept in the history. */
  readonly continues?: boolean
}

export interface Written {
  readonly revision: string
  /** Something to tell although the file is safe ("saved, but the disk reported an error …"). */
  readonly warning: string | null
}

export interface ExportFile {
  readonly name: string
  readonly base64: string
}

export interface JournalRecord {
  /** Counts up with every change; orders the records of one sitting, the clock does not. */
  readonly version: number
  /** The transcript revision on disk that this work began from. */
  readonly base: string | null
  /** The whole transcript file as it would be saved. */
  readonly text: string
}

/** The sitting of a journal that was written when each document had one only. */
export const BEFORE_SITTINGS = 'before-sittings'

/** The journal of one sitting. */
export interface KeptJournal {
  readonly sitting: string
  readonly record: JournalRecord
}

export interface Journals {
  readonly journals: readonly KeptJournal[]
  /** Of each journal that could not be read: that it was kept, and under what name. Said once. */
  readonly notices: readonly string[]
}

/** What changed since the last whole record of the same sitting. */
export interface JournalChange {
  readonly version: number
  readonly base: string | null
  /** Lower-case hex sha256 of the text of that whole record. */
  readonly of: string
  /** In order; offsets count UTF-16 units of that text. */
  readonly splices: readonly Splice[]
}

export interface HistoryEntry {
  readonly id: string
  /** ISO time of the replacement, for display only. */
  readonly at: string
  readonly revision: string
  readonly bytes: number
  /** The file in the collection and its label, where it is kept for good; else null. */
  readonly kept: { readonly name: string; readonly label: string } | null
}

/** The names of all calls, in one place: transports, argument checks and the IPC allow-list derive from it. */
export const CALLS = [
  'capabilities',
  'list',
  'readOriginal',
  'readTranscript',
  'writeTranscript',
  'writeConflictCopy',
  'readCopy',
  'keepVersion',
  'writeRegisters',
  'writeExport',
  'writeJournal',
  'readJournals',
  'dropJournal',
  'listHistory',
  'readHistory',
  'watch',
  'present',
  'readSettings',
  'writeSettings',
] as const satisfies readonly (keyof Host)[]

export type Call = (typeof CALLS)[number]
type Complete = Exclude<keyof Host, Call> extends never ? true : never
export const CALLS_ARE_COMPLETE: Complete = true
