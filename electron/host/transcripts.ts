import { TextDecoder } from 'node:util'
import type { CopyText, Host, HostTag, TranscriptText, WriteTranscript, Written } from '../../shared/api/contract.ts'
import { conflictCopyName, damagedName, REGISTERS } from '../../shared/api/file-names.ts'
import { peek } from '../../shared/api/peek.ts'
import { checkOwner, checkReplacement, fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfWriting } from './disk-fault.ts'
import { type Documents, MOST_TRANSCRIPT } from './documents.ts'
import { codeOf } from './fs-port.ts'
import type { History } from './history.ts'
import type { DocumentNames } from './listing.ts'
import { pathOf } from './path-sandbox.ts'
import { addFile, type Tools } from './replace-file.ts'
import { conflict, saveFile } from './saver.ts'
import { onlyBeside, readWork, type Shelf } from './shelf.ts'

/** The files that we write beside the originals: transcripts, conflict copies, registers. Callers see to it that writes of one file do not overlap. */
export interface Transcripts
  extends Pick<Host, 'readTranscript' | 'writeTranscript' | 'writeConflictCopy' | 'readCopy' | 'writeRegisters'> {
  /** A document beside which files may be written; else why not. */
  writable(id: string): Promise<Result<DocumentNames, HostTag>>
}

interface Place {
  readonly tools: Tools
  readonly shelf: Shelf
  readonly documents: Documents
  readonly history: History
  /** Why the folder as a whole is read-only, or null. */
  readonly why: string | null
}

/** What this program run itself wrote last of each document: its revision, and whether the person asked for it. */
type OwnWrites = Map<string, { readonly revision: string; readonly manual: boolean }>

export function transcriptsIn(place: Place): Transcripts {
  const own: OwnWrites = new Map()
  return {
    readTranscript: (ask) => readTranscript(place, ask.document),
    async writeTranscript(ask) {
      const written = await writeTranscript(place, own, ask)
      if (!written.ok) return written
      const { revision } = written.value
      const before = own.get(ask.document)
      const stillManual = before?.manual === true && before.revision === revision
      own.set(ask.document, { revision, manual: ask.manual === true || stillManual })
      return written
    },
    writeConflictCopy: (ask) => writeConflictCopy(place, ask),
    readCopy: (ask) => readCopy(place, ask),
    writable: (id) => writable(place, id),
    writeRegisters: (ask) => writeRegisters(place, ask),
  }
}

async function readTranscript({ tools, shelf, documents, why }: Place, id: string): Promise<Result<TranscriptText, HostTag>> {
  const found = await documents.findToRead(id)
  if (!found.ok) return found
  const document = found.value
  const blocked = (await documents.whyBlocked(document)) ?? why
  if (!document.hasTranscript) return done({ text: null, revision: null, readOnly: blocked })
  const read = await readWork(tools.port, shelf, document.transcript, MOST_TRANSCRIPT)
  if (!read.ok) return read
  const { text, sound } = decoded(read.value.bytes)
  const originals = peek(text)?.originals
  const path = pathOf(shelf.work, document.transcript)
  const locked = path.ok ? await whyLocked(tools, path.value) : path.fault.sentence
  const readOnly =
    blocked ??
    (originals && !originals.includes(document.original)
      ? `This transcript belongs to ${originals[0]}, not to ${document.original}. It can be read and is left as it is; move it elsewhere to begin one of ${document.original}.`
      : null) ??
    (sound
      ? null
      : 'The file is damaged: it is not valid UTF-8. It is left as it is; an earlier version may be in the history.') ??
    locked
  return done({ text, revision: tools.sha256(read.value.bytes), readOnly })
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly sound: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), sound: true }
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), sound: false }
  }
}

async function whyLocked({ port }: Tools, path: string): Promise<string | null> {
  try {
    await port.mayWrite(path)
    return null
  } catch (error) {
    // the first save into a mirror makes it
    if (codeOf(error) === 'ENOENT') return null
    return `The file may not be written (${codeOf(error) ?? 'no reason given'}). Nothing was changed; mend its permissions to work in it.`
  }
}

async function writable(place: Place, id: string): Promise<Result<DocumentNames, HostTag>> {
  const found = await place.documents.find(id)
  if (!found.ok) return found
  const blocked = await place.documents.whyBlocked(found.value)
  if (blocked !== null) return fault('blocked', `${found.value.original} cannot be saved here. ${blocked}`)
  return place.why === null ? found : fault('read-only', `${place.why} Nothing was written; save a copy elsewhere.`)
}

async function writeTranscript(place: Place, own: OwnWrites, ask: WriteTranscript): Promise<Result<Written, HostTag>> {
  const { tools, shelf, history } = place
  const found = await writable(place, ask.document)
  if (!found.ok) return found
  const { original, transcript, hasOriginal } = found.value
  const owner = checkOwner(original, ask.text, ask.originals)
  if (!owner.ok) return owner
  // an unmounted disk leaves an empty folder: nothing is made there anew
  if (ask.base === null && !hasOriginal)
    return fault('unreachable', `${original} is not in the folder. Nothing was written; bring it back first.`)
  const others = await place.documents.originals()
  if (!others.ok) return others
  const bytes = Buffer.from(ask.text)
  const readable = (old: Uint8Array) => {
    const { text, sound } = decoded(old)
    return sound ? peek(text) : null
  }
  const beside = await onlyBeside(tools.port, shelf, transcript)
  if (!beside.ok) return beside
  if (beside.value !== null) {
    const revision = tools.sha256(beside.value)
    if (revision === tools.sha256(bytes)) return done({ revision, warning: null })
    if (revision !== ask.base) return conflict(transcript, false)
    const seen = readable(beside.value)
    const may = seen === null ? done(null) : checkReplacement(original, seen, owner.value, ask)
    if (!may.ok) return may
  }
  return saveFile(tools, {
    folder: shelf.work,
    originalsFolder: shelf.folder,
    name: transcript,
    bytes,
    base: beside.value === null ? ask.base : null,
    originals: others.value,
    named: ask.originals,
    mayReplace: async (old) => {
      const seen = readable(old)
      return seen === null ? keepDamaged(place, transcript, old) : checkReplacement(original, seen, owner.value, ask)
    },
    keep: async (old) => {
      // what nobody can read is kept beside the file, under another name
      if (readable(old) === null) return null
      const last = own.get(ask.document)
      const mine = ask.continues === true && last?.manual === false
      const autosaved = mine && last.revision === tools.sha256(old) && owner.value.hasWords
      return history.keep(ask.document, transcript, old, autosaved)
    },
  })
}

// What nobody can read any more may still be mended by somebody: it is kept under another name before anything takes its place.
async function keepDamaged({ tools, shelf }: Place, name: string, bytes: Uint8Array): Promise<Result<null, HostTag>> {
  const kept = damagedName(name, tools.now().toISOString().slice(0, 10), tools.sha256(bytes))
  const written = await addFile(tools, { folder: shelf.work, name: kept, bytes })
  // the hash in the name says that a file already there is this very one
  return written.ok || written.fault.tag === 'conflict' ? done(null) : written
}

async function writeConflictCopy(
  place: Place,
  ask: Parameters<Host['writeConflictCopy']>[0],
): Promise<Result<{ readonly name: string }, HostTag>> {
  const { tools, shelf } = place
  const found = await writable(place, ask.document)
  if (!found.ok) return found
  const { original } = found.value
  const owner = checkOwner(original, ask.text, null)
  if (!owner.ok) return owner
  const day = tools.now().toISOString().slice(0, 10)
  for (let nth = 1; nth < 1000; nth += 1) {
    const name = conflictCopyName(original, ask.who, day, nth)
    const path = pathOf(shelf.work, name)
    if (!path.ok) return fault('name-too-long', `The name ${name} is too long, so no copy was made. Save a copy elsewhere.`)
    const taken = await isTaken(tools, path.value, name)
    if (!taken.ok) return taken
    if (taken.value) continue
    const written = await addFile(tools, { folder: shelf.work, name, bytes: Buffer.from(ask.text) })
    if (written.ok) return done({ name })
    if (written.fault.tag !== 'conflict') return written
  }
  return fault('refused', `There are a thousand conflict copies of ${original} from today already. Remove some, then try again.`)
}

async function readCopy(
  { tools, shelf, documents }: Place,
  ask: Parameters<Host['readCopy']>[0],
): Promise<Result<CopyText, HostTag>> {
  const found = await documents.find(ask.document)
  if (!found.ok) return found
  const { original, copies, damaged } = found.value
  if (![...copies, ...damaged].includes(ask.name))
    return fault('missing', `${ask.name} is no copy of ${original} (any more). Nothing was changed.`)
  const read = await readWork(tools.port, shelf, ask.name, MOST_TRANSCRIPT)
  if (!read.ok) return read
  return done({ ...decoded(read.value.bytes), revision: tools.sha256(read.value.bytes) })
}

async function isTaken({ port }: Tools, path: string, name: string): Promise<Result<boolean, HostTag>> {
  try {
    await port.facts(path)
    return done(true)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? done(false) : faultOfWriting(error, name)
  }
}

async function writeRegisters(
  { tools, shelf, documents, history, why }: Place,
  ask: Parameters<Host['writeRegisters']>[0],
): Promise<Result<Written, HostTag>> {
  if (why !== null) return fault('read-only', `${why} Nothing was written.`)
  const originals = await documents.originals()
  if (!originals.ok) return originals
  const empty = await documents.isEmpty()
  if (!empty.ok) return empty
  if (ask.base === null && empty.value) {
    return fault('unreachable', 'The folder is empty now. Nothing was written; bring the disk or the network back first.')
  }
  const bytes = Buffer.from(ask.text)
  const beside = await onlyBeside(tools.port, shelf, REGISTERS)
  if (!beside.ok) return beside
  if (beside.value !== null && tools.sha256(beside.value) !== ask.base) return conflict(REGISTERS, false)
  return saveFile(tools, {
    folder: shelf.work,
    originalsFolder: shelf.folder,
    name: REGISTERS,
    bytes,
    base: beside.value === null ? ask.base : null,
    originals: originals.value,
    mayReplace: async () => done(null),
    keep: (old) => history.keep('collection', REGISTERS, old, false),
  })
}
