import type { DocumentEntry, Host, KeptJournal, OriginalBytes } from '../../shared/api/contract.ts'
import { whyNotEverywhere, whyShortName } from '../../shared/api/file-names.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { type ParseFault, parseTranscript } from '../../shared/format/parse.ts'
import { decode } from '../../shared/import/decode.ts'
import type { Encoding } from '../../shared/import/encodings.ts'
import { toldOfForbidden } from '../../shared/import/forbidden-signs.ts'
import { importAgain, importerOf, importOriginal } from '../../shared/import/importers.ts'
import type { BlockMode } from '../../shared/import/text/plain-blocks.ts'
import { differences } from '../../shared/merge/differences.ts'
import { inAPhrase } from '../../shared/merge/phrases.ts'
import type { NewId } from '../../shared/model/ids.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import type { Original, Transcript } from '../../shared/model/transcript.ts'
import { decoder } from '../host/decoder.ts'
import { allBeforeSavable } from './saving/last-savable.ts'

/** A document ready to be worked on. */
export interface LoadedDocument {
  readonly entry: DocumentEntry
  readonly transcript: Transcript
  /** The revision on disk; null where there is no transcript file yet. */
  readonly revision: string | null
  /** Why it may only be read, or null. */
  readonly readOnly: string | null
  /** The file could not be read, so the machine transcript is shown in its place; `damaged`: an earlier version may take its place. */
  readonly standIn: 'damaged' | 'not-understood' | null
  /** How its machine transcript was asked to be read. */
  readonly choice: ImportChoice
  /** Its machine transcript as it came, where it was read just now; null where a transcript was opened. */
  readonly bytes: Uint8Array | null
  /** Sentences to tell: which encoding was taken, that the original was changed since … */
  readonly notices: readonly string[]
  /** Originals that read otherwise now than when the transcript was made from them. */
  readonly changed: readonly ChangedOriginal[]
  /** Work of other sittings that is not saved, the newest first: of a program that stopped, or of another window. Offered, never forced. */
  readonly recovery: readonly KeptJournal[]
}

/** An original as the transcript was made from it, and as it reads now: both as a fresh import, so that the two can be compared. */
export interface ChangedOriginal {
  readonly name: string
  readonly was: Transcript
  readonly now: Transcript
}

/** How a machine transcript is to be read; left out: as its bytes and its name say. */
export interface ImportChoice {
  readonly encoding?: Encoding
  readonly blocks?: BlockMode
  /** Name of an importer. */
  readonly importer?: string
}

/** The bytes of base64 text. */
export function bytesOf(base64: string): Uint8Array {
  const signs = atob(base64)
  const bytes = new Uint8Array(signs.length)
  // an iterator over so long a text would hold up the page for seconds
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at)
  return bytes
}

/** Opens a document: its transcript if there is one, else a fresh import of its original (nothing is written until the first change). */
export async function loadDocument(
  host: Host,
  entry: DocumentEntry,
  newId: NewId,
  choice: ImportChoice = {},
): Promise<Result<LoadedDocument>> {
  const read = await host.readTranscript({ document: entry.id })
  if (!read.ok) return read
  const { text, revision, readOnly } = read.value
  const left = await host.readJournals({ document: entry.id })
  const { journals, notices: lost } = left.ok ? left.value : { journals: [], notices: [] }
  if (text === null) {
    const fresh = await readOriginal(host, entry, newId, choice)
    if (!fresh.ok) return fresh
    const { transcript, notices } = fresh.value
    const named = [whyShortName(entry.original), whyNotEverywhere(entry.original)].filter((one) => one !== null)
    const recovery = await worthOffering(host, entry, journals, transcript)
    return done({
      entry,
      transcript,
      revision,
      readOnly: readOnly ?? entry.blocked,
      standIn: null,
      choice,
      bytes: fresh.value.bytes,
      notices: [...notices, ...named, ...lost],
      changed: [],
      recovery,
    })
  }
  const parsed = parseTranscript(text)
  if (!parsed.ok) return showOnly(host, entry, newId, parsed.fault, revision, journals)
  const recovery = await worthOffering(host, entry, journals, parsed.value)
  const found = await originalsChanged(host, entry, parsed.value, newId)
  const notices = [...found.notices, ...lost]
  return done({
    entry,
    transcript: parsed.value,
    revision,
    readOnly,
    standIn: null,
    choice,
    bytes: null,
    notices,
    changed: found.changed,
    recovery,
  })
}

/** Unsaved work is offered unless it says the very same as what is shown, or as what is offered before it: then its copy has done its duty. */
async function worthOffering(
  host: Host,
  entry: DocumentEntry,
  journals: readonly KeptJournal[],
  shown: Transcript,
): Promise<readonly KeptJournal[]> {
  if (journals.length === 0) return []
  const known = new Set([canonicalText(shown)])
  const worth: KeptJournal[] = []
  for (const journal of allBeforeSavable(journals)) {
    const { sitting, record } = journal
    const work = parseTranscript(record.text)
    const says = work.ok ? canonicalText(work.value) : record.text
    if (known.has(says)) await host.dropJournal({ document: entry.id, sitting, version: record.version, last: true })
    else worth.push(journal)
    known.add(says)
  }
  return worth
}

/** A transcript that cannot be read is never written over: the machine transcript is shown, and why. */
async function showOnly(
  host: Host,
  entry: DocumentEntry,
  newId: NewId,
  fault: ParseFault,
  revision: string | null,
  recovery: readonly KeptJournal[],
): Promise<Result<LoadedDocument>> {
  const fresh = await readOriginal(host, entry, newId, {})
  if (!fresh.ok)
    return failed('unreadable', `${fault.sentence} Its machine transcript could not be shown either: ${fresh.fault.sentence}`)
  const standIn = fault.tag === 'damaged' || fault.tag === 'not-json' ? 'damaged' : 'not-understood'
  const newer = fault.tag === 'newer' ? ' Open it with that one to work on it.' : ''
  const readOnly = `${fault.sentence}${newer} What you see is the machine transcript, to read only.`
  return done({ ...fresh.value, choice: {}, bytes: null, notices: [], changed: [], entry, revision, readOnly, standIn, recovery })
}

async function readOriginal(
  host: Host,
  entry: DocumentEntry,
  newId: NewId,
  choice: ImportChoice,
): Promise<Result<{ readonly transcript: Transcript; readonly notices: readonly string[]; readonly bytes: Uint8Array }>> {
  const original = await host.readOriginal({ document: entry.id, name: entry.original })
  if (!original.ok) return original
  const came = bytesOf(original.value.base64)
  const decoded = decode(came, decoder, choice.encoding)
  if (!decoded.ok) return failed(decoded.fault.tag, `${entry.original}: ${decoded.fault.sentence}`)
  const { sha256, bytes } = original.value
  const { why, sure, ...text } = decoded.value
  const imported = importOriginal({ name: entry.original, sha256, bytes, ...text }, newId, {
    importer: choice.importer,
    options: choice.blocks ? { blocks: choice.blocks } : {},
  })
  if (!imported.ok) return imported
  const by = importerOf(imported.value.originals[0]!)
  const taken = by && `Taken as ${by.label}.`
  const notices = [why, taken, by?.told(imported.value), toldOfForbidden(text.text)].filter(
    (one) => typeof one === 'string' && one !== '',
  )
  return done({ transcript: imported.value, notices: notices as string[], bytes: came })
}

async function originalsChanged(
  host: Host,
  entry: DocumentEntry,
  transcript: Transcript,
  newId: NewId,
): Promise<{ readonly notices: readonly string[]; readonly changed: readonly ChangedOriginal[] }> {
  const notices: string[] = []
  const changed: ChangedOriginal[] = []
  for (const original of transcript.originals) {
    const { name, sha256 } = original
    const now = await host.readOriginal({ document: entry.id, name })
    if (!now.ok && now.fault.tag === 'missing')
      notices.push(`${name} is not in the folder any more. Its transcript carries its text, so you can go on working.`)
    else if (!now.ok) notices.push(`${now.fault.sentence} The transcript carries the text of ${name}, so you can go on working.`)
    else if (now.value.sha256 !== sha256) {
      const both = readAnew(original, now.value, newId)
      if (both) changed.push(both)
      notices.push(
        `${name} was changed outside Scholion since this transcript was begun${both ? ` (what differs: ${inAPhrase(differences(both.was, both.now), both.was, both.now)})` : ''}. The transcript keeps the text it was made from, and nothing was moved; you can go on working.`,
      )
    }
  }
  return { notices, changed }
}

/** What the transcript was made from beside what stands there now; null where that cannot be read as text any more. */
function readAnew(original: Original, { base64, bytes, sha256 }: OriginalBytes, newId: NewId): ChangedOriginal | null {
  const { name } = original
  const decoded = decode(bytesOf(base64), decoder)
  if (!decoded.ok) return null
  const { why: _, sure: __, ...text } = decoded.value
  const [was, now] = [original, { ...original, sha256, bytes, ...text }].map((one) => importAgain(one, newId))
  if (!was?.ok || !now?.ok) return null
  // only the words are to be compared
  const { paper, originals, unused } = was.value
  return { name, was: was.value, now: { ...now.value, paper, originals, unused } }
}
