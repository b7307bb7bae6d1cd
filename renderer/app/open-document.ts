import type { DocumentEntry, Host, JournalRecord } from '../../shared/api/contract.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { decode, type Encoding } from '../../shared/import/decode.ts'
import type { BlockMode } from '../../shared/import/find-blocks.ts'
import { importText } from '../../shared/import/import-text.ts'
import type { NewId } from '../../shared/model/ids.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { decoder } from '../host/decoder.ts'

/** A document ready to be worked on. */
export interface Opened {
  readonly entry: DocumentEntry
  readonly transcript: Transcript
  /** The revision on disk; null where there is no transcript file yet. */
  readonly revision: string | null
  /** Why it may only be read, or null. */
  readonly readOnly: string | null
  /** Sentences to tell: which encoding was taken, that the original was changed since … */
  readonly notices: readonly string[]
  /** Work that was not saved when the program last stopped. Offered, never forced. */
  readonly recovery: JournalRecord | null
}

export interface ImportChoice {
  readonly encoding?: Encoding
  readonly blocks?: BlockMode
}

/** The bytes of base64 text. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

/** Opens a document: its transcript if there is one, else a fresh import of its original (nothing is written until the first change). */
export async function openDocument(
  host: Host,
  entry: DocumentEntry,
  newId: NewId,
  choice: ImportChoice = {},
): Promise<Result<Opened>> {
  const read = await host.readTranscript({ document: entry.id })
  if (!read.ok) return read
  const { text, revision, readOnly } = read.value
  const journal = await host.readJournal({ document: entry.id })
  const recovery = journal.ok ? journal.value : null
  if (text === null) {
    const fresh = await importOriginal(host, entry, newId, choice)
    return fresh.ok ? done({ ...fresh.value, entry, revision, readOnly: readOnly ?? entry.blocked, recovery }) : fresh
  }
  const parsed = parseTranscript(text)
  if (!parsed.ok) return showOnly(host, entry, newId, parsed.fault.sentence, revision)
  const notices = await originalsChanged(host, entry, parsed.value)
  return done({
    entry,
    transcript: parsed.value,
    revision,
    readOnly,
    notices,
    recovery: recovery && differs(recovery, text) ? recovery : null,
  })
}

const differs = (recovery: JournalRecord, text: string) => recovery.text !== text

/** A transcript that cannot be read is never written over: the machine transcript is shown, and why. */
async function showOnly(
  host: Host,
  entry: DocumentEntry,
  newId: NewId,
  why: string,
  revision: string | null,
): Promise<Result<Opened>> {
  const fresh = await importOriginal(host, entry, newId, {})
  if (!fresh.ok) return failed('unreadable', `${why} Its original could not be shown either: ${fresh.fault.sentence}`)
  const sentence = `${why} What you see is the machine transcript, to read only; the transcript file is left exactly as it is.`
  return done({ ...fresh.value, notices: [], entry, revision, readOnly: sentence, recovery: null })
}

async function importOriginal(
  host: Host,
  entry: DocumentEntry,
  newId: NewId,
  choice: ImportChoice,
): Promise<Result<{ readonly transcript: Transcript; readonly notices: readonly string[] }>> {
  const original = await host.readOriginal({ document: entry.id, name: entry.original })
  if (!original.ok) return original
  const decoded = decode(bytesOf(original.value.base64), decoder, choice.encoding)
  if (!decoded.ok) return decoded
  const { sha256, bytes } = original.value
  const imported = importText({ name: entry.original, sha256, bytes, ...decoded.value }, newId, {
    blocks: choice.blocks ?? 'blank-line',
  })
  return imported.ok ? done({ transcript: imported.value, notices: [decoded.value.why] }) : imported
}

async function originalsChanged(host: Host, entry: DocumentEntry, transcript: Transcript): Promise<readonly string[]> {
  const notices: string[] = []
  for (const { name, sha256 } of transcript.originals) {
    const now = await host.readOriginal({ document: entry.id, name })
    if (!now.ok)
      notices.push(`${name} cannot be read now (${now.fault.sentence}) The transcript carries its text, so the work can go on.`)
    else if (now.value.sha256 !== sha256)
      notices.push(
        `${name} was changed outside Scholion since this transcript was begun. The transcript keeps the text it was made from; nothing was moved.`,
      )
  }
  return notices
}
