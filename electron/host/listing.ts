import { createHash } from 'node:crypto'
import { TextDecoder } from 'node:util'
import type { HostTag } from '../../shared/api/contract.ts'
import {
  conflictCopyOf,
  damagedOf,
  isOriginalName,
  isUnread,
  keptVersionOf,
  stemOf,
  TRANSCRIPT_ENDING,
  transcriptNameOf,
} from '../../shared/api/file-names.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { twinKey, whyNotBare } from '../../shared/model/bare-name.ts'
import { done, type Result } from '../../shared/model/result.ts'
import type { FsPort } from './fs-port.ts'
import { checkFolder } from './path-sandbox.ts'
import { namesOn, type Shelf } from './shelf.ts'

/** One document by its names alone, without a look into any file. */
export interface DocumentNames {
  readonly id: string
  readonly original: string
  readonly transcript: string
  /** Whether the original, and the transcript, stand in the folder. */
  readonly hasOriginal: boolean
  readonly hasTranscript: boolean
  /** Why its name alone keeps it from being written, or null. */
  readonly blocked: string | null
  readonly copies: readonly string[]
  /** Kept damaged versions of its transcript; versions that are kept for good. */
  readonly damaged: readonly string[]
  readonly versions: readonly string[]
}

/** The names in a folder and its mirror, sorted into documents. Hidden files, half-written ones and READMEs are left out. */
export async function listNames(port: FsPort, shelf: Shelf): Promise<Result<readonly DocumentNames[], HostTag>> {
  const still = await checkFolder(port, shelf.folder)
  if (!still.ok) return still
  try {
    return done(documentsBefore(shelf, await namesOn(port, shelf)))
  } catch {
    return fault(
      'unreachable',
      'The folder cannot be read. Nothing was deleted; bring it back (the disk, the network), then try again.',
    )
  }
}

interface Sorted {
  readonly raw: Uint8Array
  readonly documents: readonly DocumentNames[]
  readonly unread: readonly string[]
}

const sorted = new WeakMap<Shelf, Sorted>()

/** The names in the folder that are not read, in order, as they stood when the names were listed last. */
export function unreadNames(shelf: Shelf): readonly string[] {
  return sorted.get(shelf)?.unread ?? []
}

// Every call looks at the names in the folder; sorting thousands of them anew, where none has come or gone, would be most of its work.
function documentsBefore(shelf: Shelf, raw: readonly Uint8Array[]): readonly DocumentNames[] {
  const all = Buffer.concat(raw.flatMap((name) => [name, SEPARATOR]))
  const before = sorted.get(shelf)
  if (before && all.equals(before.raw)) return before.documents
  const documents = documentsOf(raw)
  sorted.set(shelf, { raw: all, documents, unread: raw.map(shown).filter(isUnread).sort() })
  return documents
}

/** The one byte, besides the slash, that no name of a file holds. */
const SEPARATOR = Buffer.from([0])

/** Pure: names as bytes in, documents out, sorted by name. The id follows from the bytes of the name alone. */
export function documentsOf(raw: readonly Uint8Array[]): readonly DocumentNames[] {
  const valid = new Map<string, Uint8Array>()
  const broken: DocumentNames[] = []
  for (const bytes of raw) {
    const name = decoded(bytes)
    if (name !== null) valid.set(name, bytes)
    else if (isOriginalName(shown(bytes))) broken.push(brokenName(bytes))
  }
  const names = [...valid.keys()]
  const originals = names.filter((name) => isOriginalName(name) && !isCopyOfAnother(name, valid))
  const shortened = new Set(originals.map(stemOf))
  const lonely = names
    .filter((name) => name.endsWith(TRANSCRIPT_ENDING) && !/^[.~]/.test(name) && keptVersionOf(name) === null)
    .filter((name) => !isCopyOfAnother(name, valid))
    .map((name) => name.slice(0, -TRANSCRIPT_ENDING.length))
    .filter((original) => original !== '' && !valid.has(original) && !shortened.has(original))
  const twins = countedBy([...originals, ...lonely], twinKey)
  const copies = groupedBy(names, conflictCopyOf)
  const damaged = groupedBy(names, damagedOf)
  const versions = groupedBy(names, (name) => keptVersionOf(name)?.transcript ?? null)

  const documents = [...originals, ...lonely].map((original): DocumentNames => {
    const transcript = transcriptNameOf(original)
    return {
      id: idOf(Buffer.from(original)),
      original,
      transcript,
      hasOriginal: valid.has(original),
      hasTranscript: valid.has(transcript),
      blocked: whyBlocked(original, twins),
      copies: [...(copies.get(transcript) ?? []), ...(copies.get(original) ?? [])].sort(),
      damaged: [...(damaged.get(transcript) ?? [])].sort(),
      versions: [...(versions.get(transcript) ?? [])].sort(),
    }
  })
  return [...documents, ...broken].sort((a, b) => (a.original < b.original ? -1 : 1))
}

function idOf(name: Uint8Array): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function shown(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function brokenName(bytes: Uint8Array): DocumentNames {
  const original = shown(bytes)
  return {
    id: idOf(bytes),
    original,
    transcript: transcriptNameOf(original),
    hasOriginal: true,
    hasTranscript: false,
    blocked:
      'Its name is not valid UTF-8, so no transcript can be named after it. Rename it outside Scholion, then open the folder again.',
    copies: [],
    damaged: [],
    versions: [],
  }
}

function whyBlocked(original: string, twins: ReadonlyMap<string, number>): string | null {
  const why = whyNotBare(original)
  if (why !== null) return `Its name ${why}. Rename it outside Scholion, then open the folder again.`
  if ((twins.get(twinKey(original)) ?? 0) > 1) {
    return 'Another file here has the same name but for capitals or the way accents are encoded; on other disks the two would be one. Rename one of them outside Scholion.'
  }
  return null
}

// A sync program's copy counts as a copy only while the file it was copied from is there; alone, it is a file like any other.
function isCopyOfAnother(name: string, all: ReadonlyMap<string, unknown>): boolean {
  const of = conflictCopyOf(name)
  if (of === null) return false
  return all.has(of) || (of.endsWith(TRANSCRIPT_ENDING) && all.has(of.slice(0, -TRANSCRIPT_ENDING.length)))
}

function countedBy(names: readonly string[], key: (name: string) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(key(name), (counts.get(key(name)) ?? 0) + 1)
  return counts
}

function groupedBy(names: readonly string[], ownerOf: (name: string) => string | null): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  for (const name of names) {
    const owner = ownerOf(name)
    if (owner !== null) groups.set(owner, [...(groups.get(owner) ?? []), name])
  }
  return groups
}
