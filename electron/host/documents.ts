import type { Collection, DocumentEntry, HostTag, Unread } from '../../shared/api/contract.ts'
import { isOriginalName, REGISTERS } from '../../shared/api/file-names.ts'
import { partJoined } from '../../shared/api/joined.ts'
import { peek } from '../../shared/api/peek.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import type { Title } from '../../shared/propose/document-title.ts'
import type { FsPort } from './fs-port.ts'
import { type DocumentNames, listNames, unreadNames } from './listing.ts'
import { checkFolder, pathOf, readInside } from './path-sandbox.ts'
import type { Tools } from './replace-file.ts'
import { readWork, type Shelf } from './shelf.ts'

/** Larger originals are not opened: 50 MiB. Larger transcripts than 64 MiB are not read. */
export const MOST_ORIGINAL = 50 * 1024 * 1024
export const MOST_TRANSCRIPT = 64 * 1024 * 1024

/** The documents of one folder, read from the disk each time. */
export interface Documents {
  list(): Promise<Result<Pick<Collection, 'documents' | 'joined' | 'registers' | 'unread'>, HostTag>>
  /** One document by its id; `missing` where its file has gone. */
  find(id: string): Promise<Result<DocumentNames, HostTag>>
  /** The same for reading one of very many: the names are taken from the last look, as long as no name came or went in the folder since. */
  findToRead(id: string): Promise<Result<DocumentNames, HostTag>>
  /** Why a document cannot be written although its name allows it (a link out of the folder, too large …), or null. */
  whyBlocked(document: DocumentNames): Promise<string | null>
  /** Bare names of its further originals, from the transcript's own list. Empty where the transcript is another original's. */
  othersOf(document: DocumentNames): Promise<readonly string[]>
  /** Bare names of every original there is, for the rule that none of them is written. */
  originals(): Promise<Result<readonly string[], HostTag>>
  /** Whether nothing of ours stands in the folder: an unmounted disk leaves it so. */
  isEmpty(): Promise<Result<boolean, HostTag>>
}

interface Look {
  readonly revision: string
  readonly originals: readonly string[] | null
  readonly status: string | null
  readonly collated: boolean
  readonly title: Title | null
}

const SIDE_BY_SIDE = 16
// Two changes within one tick of the disk's clock leave the same stamp: a file that changed just now is read again next time.
const SETTLED = 2000

/**
 * `once`: the names in the folder are those of the last `list`, and what comes or goes meanwhile is seen at the next one, but for the files of the very
 * document that is asked for. For a run over very many letters: a look at all names for each would grow with the square of them.
 */
export function documentsIn(tools: Tools, shelf: Shelf, once = false): Documents {
  const { folder } = shelf
  const { port, sha256, now } = tools
  const seen = new Map<string, { readonly stamp: string; readonly look: Look }>()

  // Reading all transcripts anew for every change in the folder would be hundreds of megabytes in a large collection.
  async function lookInto(name: string): Promise<Result<Look, HostTag>> {
    const stamp = await stampOf(port, shelf, name)
    const known = seen.get(name)
    if (known && known.stamp === stamp) return done(known.look)
    const read = await readWork(port, shelf, name, MOST_TRANSCRIPT)
    if (!read.ok) return read
    const { bytes, facts } = read.value
    const { originals = null, status = null, collated = false, title = null } = peek(Buffer.from(bytes).toString('utf8')) ?? {}
    const look = { revision: sha256(bytes), originals, status, collated, title }
    if (facts.stamp === stamp && now().getTime() - facts.changed > SETTLED) seen.set(name, { stamp: facts.stamp, look })
    else seen.delete(name)
    return done(look)
  }

  let last: { readonly stamp: string; readonly byId: ReadonlyMap<string, DocumentNames> } | null = null

  let kept: { readonly names: readonly DocumentNames[]; readonly byId: ReadonlyMap<string, DocumentNames> } | null = null

  async function names(): Promise<Result<readonly DocumentNames[], HostTag>> {
    if (kept === null) return lookAtNames()
    const still = await checkFolder(port, folder)
    return still.ok ? done(kept.names) : still
  }

  async function lookAtNames(): Promise<Result<readonly DocumentNames[], HostTag>> {
    const found = await listNames(port, shelf)
    if (found.ok && once) kept = { names: found.value, byId: byIdOf(found.value) }
    return found
  }

  async function find(id: string): Promise<Result<DocumentNames, HostTag>> {
    const all = await names()
    if (!all.ok) return all
    const document = kept === null ? all.value.find((one) => one.id === id) : kept.byId.get(id)
    if (!document) return fault('missing', 'This document is not in the folder any more. Nothing was changed.')
    return done(kept === null || document.blocked !== null ? document : await asItIs(document))
  }

  async function asItIs(document: DocumentNames): Promise<DocumentNames> {
    const hasOriginal = await isThere(port, folder, document.original)
    const hasTranscript = (await stampOf(port, shelf, document.transcript)) !== null
    return { ...document, hasOriginal, hasTranscript }
  }

  // Sorting the names of thousands of letters for each that is read would make a search over them take minutes.
  async function namesToRead(): Promise<Result<ReadonlyMap<string, DocumentNames>, HostTag>> {
    const before = await foldersStamp(port, shelf)
    if (last !== null && before !== null && last.stamp === before.stamp) return done(last.byId)
    const names = await listNames(port, shelf)
    if (!names.ok) return names
    const byId = byIdOf(names.value)
    const settled = before !== null && now().getTime() - before.changed > SETTLED
    last = settled && (await foldersStamp(port, shelf))?.stamp === before.stamp ? { stamp: before.stamp, byId } : null
    return done(byId)
  }

  async function whyBlocked(document: DocumentNames): Promise<string | null> {
    if (document.blocked !== null) return document.blocked
    if (!document.hasOriginal) return null
    const size = await sizeOf(port, folder, document.original)
    return size.ok ? null : size.fault.sentence
  }

  async function entryOf(document: DocumentNames): Promise<DocumentEntry> {
    const size = document.blocked === null && document.hasOriginal ? await sizeOf(port, folder, document.original) : null
    const look = document.hasTranscript ? await lookInto(document.transcript) : null
    const originals = look?.ok ? look.value.originals : null
    const foreign = isForeign(document, originals) ? `The transcript beside it belongs to ${originals?.[0]}.` : null
    return {
      id: document.id,
      original: document.original,
      others: others(document, originals),
      bytes: size?.ok ? size.value : 0,
      missing: !document.hasOriginal,
      transcript: look?.ok ? { name: document.transcript, revision: look.value.revision } : null,
      status: look?.ok && foreign === null ? look.value.status : null,
      ...(look?.ok && foreign === null && look.value.collated ? { collated: true } : {}),
      blocked: document.blocked ?? refusal(size) ?? refusal(look) ?? foreign,
      copies: document.copies,
      damaged: document.damaged,
      title: look?.ok && foreign === null ? look.value.title : null,
    }
  }

  return {
    async list() {
      const names = await lookAtNames()
      if (!names.ok) return names
      const all = await sideBySide(names.value, entryOf)
      const registers = await readWork(port, shelf, REGISTERS, MOST_TRANSCRIPT)
      if (!registers.ok && registers.fault.tag !== 'missing') return registers
      return done({
        registers: registers.ok
          ? { text: Buffer.from(registers.value.bytes).toString('utf8'), revision: sha256(registers.value.bytes) }
          : { text: null, revision: null },
        ...partJoined(all),
        unread: await unreadIn(port, shelf),
      })
    },
    find,
    async findToRead(id) {
      if (once) return find(id)
      const names = await namesToRead()
      if (!names.ok) return names
      const document = names.value.get(id)
      return document ? done(document) : fault('missing', 'This document is not in the folder any more. Nothing was changed.')
    },
    whyBlocked,
    async othersOf(document) {
      const look = document.hasTranscript ? await lookInto(document.transcript) : null
      return others(document, look?.ok ? look.value.originals : null)
    },
    async originals() {
      const all = await names()
      return all.ok ? done(originalsOf(all.value)) : all
    },
    async isEmpty() {
      // an unmounted disk leaves no name at all: where one of before stands, the others do
      const one = kept?.names.find(({ hasOriginal }) => hasOriginal)
      if (one && (await isThere(port, folder, one.original))) return done(false)
      const all = await listNames(port, shelf)
      return all.ok ? done(all.value.length === 0) : all
    },
  }
}

const byIdOf = (names: readonly DocumentNames[]): ReadonlyMap<string, DocumentNames> => new Map(names.map((one) => [one.id, one]))

const originalNames = new WeakMap<readonly DocumentNames[], readonly string[]>()

/** One list for as long as no name comes or goes. */
function originalsOf(names: readonly DocumentNames[]): readonly string[] {
  const originals = originalNames.get(names) ?? names.filter((one) => one.hasOriginal).map((one) => one.original)
  originalNames.set(names, originals)
  return originals
}

async function isThere(port: FsPort, folder: string, name: string): Promise<boolean> {
  const path = pathOf(folder, name)
  return path.ok && (await port.facts(path.value).catch(() => null)) !== null
}

/** So many of what is not read are named; each costs a look at what it is. */
const MOST_UNREAD = 50

async function unreadIn(port: FsPort, shelf: Shelf): Promise<Unread> {
  const names = unreadNames(shelf)
  const first = names.slice(0, MOST_UNREAD).map(async (name) => {
    const path = pathOf(shelf.folder, name)
    const facts = path.ok ? await port.facts(path.value).catch(() => null) : null
    return { name, isFolder: facts?.kind === 'folder' }
  })
  return { count: names.length, first: await Promise.all(first) }
}

function isForeign(document: DocumentNames, originals: readonly string[] | null): boolean {
  return originals !== null && !originals.includes(document.original)
}

// The names come out of a file that anybody may have made: only what could be an original is ever read for them.
function others(document: DocumentNames, originals: readonly string[] | null): readonly string[] {
  if (isForeign(document, originals)) return []
  return (originals ?? []).filter((name) => name !== document.original && isOriginalName(name))
}

function refusal(result: Result<unknown> | null): string | null {
  return result === null || result.ok ? null : result.fault.sentence
}

/** What tells whether a name came or went, and when that was last; null where a folder cannot be looked at. */
async function foldersStamp(
  port: FsPort,
  { folder, work }: Shelf,
): Promise<{ readonly stamp: string; readonly changed: number } | null> {
  const all = await Promise.all([...new Set([folder, work])].map((one) => port.facts(one).catch(() => null)))
  if (all.some((facts) => facts === null || facts.kind !== 'folder')) return null
  const stamps = all.map((facts) => facts!.stamp)
  return { stamp: stamps.join(' '), changed: Math.max(...all.map((facts) => facts!.changed)) }
}

async function stampOf(port: FsPort, { folder, work }: Shelf, name: string): Promise<string | null> {
  for (const one of new Set([work, folder])) {
    const path = pathOf(one, name)
    if (!path.ok) return null
    const facts = await port.facts(path.value).catch(() => null)
    if (facts !== null) return facts.kind === 'file' ? facts.stamp : null
  }
  return null
}

// A plain file needs only a look at its facts; anything else goes through the sandbox, which says why it is refused.
async function sizeOf(port: FsPort, folder: string, name: string): Promise<Result<number, HostTag>> {
  const path = pathOf(folder, name)
  if (!path.ok) return path
  try {
    const facts = await port.facts(path.value)
    if (facts.kind === 'file' && facts.size <= MOST_ORIGINAL) return done(facts.size)
  } catch {
    // said by the reading below
  }
  const read = await readInside(port, folder, name, MOST_ORIGINAL)
  return read.ok ? done(read.value.facts.size) : read
}

async function sideBySide<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<readonly Out[]> {
  const out: Out[] = []
  for (let at = 0; at < all.length; at += SIDE_BY_SIDE) {
    out.push(...(await Promise.all(all.slice(at, at + SIDE_BY_SIDE).map(work))))
  }
  return out
}
