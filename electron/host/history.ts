import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { HistoryEntry, HostTag } from '../../shared/api/contract.ts'
import { isWorthKeeping } from '../../shared/api/history-rule.ts'
import { peek } from '../../shared/api/peek.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading } from './disk-fault.ts'
import { codeOf } from './fs-port.ts'
import { readInside } from './path-sandbox.ts'
import { replaceFile, type Tools } from './replace-file.ts'
import { sweep } from './sweep.ts'

/** One kept version, as its file's name tells it. Order is by `count`: the clock may jump. */
export interface Kept {
  readonly file: string
  readonly count: number
  /** Milliseconds since 1970, for display and for the thirty days. */
  readonly at: number
  /** Bytes of the version itself, and of the packed file. */
  readonly bytes: number
  readonly packed: number
  readonly revision: string
}

const DAYS = 30
const HOUR = 3_600_000
/** Packed bytes kept for one document. */
const MOST_PACKED = 64 * 1024 * 1024
const MOST_UNPACKED = 256 * 1024 * 1024
const NAME = /^(\d{10})_(\d{1,15})_(\d{1,12})_(\d{1,12})_([0-9a-f]{64})\.gz$/

/** The versions that saves replaced, kept on this machine, packed, one folder for each document. */
export interface History {
  /**
   * Keeps a version, or passes over one of a row of autosaves (`autosaved`); gives back a sentence where it could not. A failure never hinders
   * the save itself.
   */
  keep(document: string, name: string, old: Uint8Array, autosaved: boolean): Promise<string | null>
  list(document: string): Promise<Result<readonly HistoryEntry[], HostTag>>
  read(document: string, entry: string): Promise<Result<string, HostTag>>
}

export function historyIn(tools: Tools, folder: string): History {
  const { port, sha256, now } = tools
  /** Of the newest version of each document, whether it has words. */
  const newest = new Map<string, { readonly count: number; readonly hasWords: boolean }>()

  async function kept(document: string): Promise<readonly Kept[]> {
    let names: readonly Uint8Array[]
    try {
      names = await port.list(join(folder, document))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
    return names.flatMap((name) => keptOf(Buffer.from(name).toString())).sort((a, b) => b.count - a.count)
  }

  async function unpacked(document: string, one: Kept): Promise<Result<Buffer, HostTag>> {
    const file = await readInside(port, join(folder, document), one.file, MOST_UNPACKED)
    if (!file.ok) return file
    const bytes = await promisify(gunzip)(file.value.bytes, { maxOutputLength: MOST_UNPACKED }).catch((error: unknown) => {
      // zlib's own codes begin with Z: the packed file is damaged
      if (/^Z_|^ERR_/.test(codeOf(error) ?? '')) return null
      throw error
    })
    if (bytes !== null && sha256(bytes) === one.revision) return done(bytes)
    return fault('damaged', 'This earlier version is damaged on the disk. Choose another one.')
  }

  async function hasWords(document: string, one: Kept): Promise<boolean> {
    const known = newest.get(document)
    if (known?.count === one.count) return known.hasWords
    const bytes = await unpacked(document, one)
    const found = { count: one.count, hasWords: bytes.ok && wordsIn(bytes.value) }
    newest.set(document, found)
    return found.hasWords
  }

  async function store(document: string, old: Uint8Array, autosaved: boolean): Promise<string | null> {
    const place = join(folder, document)
    await port.makeFolder(place)
    await sweep(port, place, now())
    const all = await kept(document)
    const last = all[0]
    const times = { lastKept: last?.at ?? null, now: now().getTime() }
    if (last && !isWorthKeeping({ autosaved, ...times }) && (await hasWords(document, last))) return null
    const revision = sha256(old)
    if (all[0]?.revision === revision) return null
    const packed = await promisify(gzip)(old)
    const count = String((all[0]?.count ?? 0) + 1).padStart(10, '0')
    const name = `${count}_${now().getTime()}_${old.length}_${packed.length}_${revision}.gz`
    const lastLook = async () => done(null)
    const written = await replaceFile(tools, { folder: place, name, bytes: packed, mode: 0o600, first: true, lastLook })
    if (!written.ok) return written.fault.sentence
    newest.set(document, { count: Number(count), hasWords: wordsIn(old) })
    for (const old of toDrop(all, now().getTime(), MOST_PACKED - packed.length)) {
      await port.unlink(join(place, old.file)).catch(() => {})
    }
    return written.value.warning
  }

  return {
    async keep(document, name, old, autosaved) {
      let why: string | null
      try {
        why = await store(document, old, autosaved)
      } catch (error) {
        const code = codeOf(error)
        if (code === null) throw error
        why = code
      }
      return why === null ? null : `${name} was saved, but the version before it could not be kept in the history (${why})`
    },
    async list(document) {
      try {
        const all = await kept(document)
        return done(
          all.map(({ count, at, revision, bytes }) => ({
            id: idOf(count),
            at: new Date(at).toISOString(),
            revision,
            bytes,
            kept: null,
          })),
        )
      } catch (error) {
        return faultOfReading(error, 'the history')
      }
    },
    async read(document, entry) {
      try {
        const one = (await kept(document)).find(({ count }) => idOf(count) === entry)
        if (!one) return fault('missing', 'This earlier version is not kept any more. Choose another one.')
        const bytes = await unpacked(document, one)
        return bytes.ok ? done(bytes.value.toString('utf8')) : bytes
      } catch (error) {
        return faultOfReading(error, 'the history')
      }
    },
  }
}

function wordsIn(bytes: Uint8Array): boolean {
  return peek(new TextDecoder().decode(bytes))?.hasWords === true
}

function idOf(count: number): string {
  return `v${count}`
}

function keptOf(file: string): readonly Kept[] {
  const parts = NAME.exec(file)
  if (!parts) return []
  const [count, at, bytes, packed] = parts.slice(1, 5).map(Number)
  const revision = parts[5]
  if (count === undefined || at === undefined || bytes === undefined || packed === undefined || revision === undefined) return []
  return [{ file, count, at, bytes, packed, revision }]
}

/**
 * Which kept versions (newest first) go: those older than thirty days; and while the rest is larger than `room` bytes, first the oldest
 * that has a later one in the same hour, then the oldest. Pure.
 */
export function toDrop(all: readonly Kept[], now: number, room: number): readonly Kept[] {
  const old = all.filter(({ at }) => now - at > DAYS * 24 * HOUR)
  const rest = all.filter((one) => !old.includes(one)).reverse()
  const hourOf = (one: Kept) => Math.floor(one.at / HOUR)
  const crowded = rest.filter((one, n) => rest.slice(n + 1).some((later) => hourOf(later) === hourOf(one)))
  const order = [...crowded, ...rest.filter((one) => !crowded.includes(one))]
  let size = rest.reduce((sum, one) => sum + one.packed, 0)
  const dropped: Kept[] = []
  for (const one of order) {
    if (size <= room) break
    size -= one.packed
    dropped.push(one)
  }
  return [...old, ...dropped]
}
