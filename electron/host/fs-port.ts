import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a file or folder is, without following a link. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  /** Bytes. */
  readonly size: number
  /** Permission bits. */
  readonly mode: number
  /** How many names the file has. */
  readonly links: number
  /** Device and inode: equal for two names of one file. */
  readonly identity: string
  /** Changes whenever the content or the facts change; to be compared only for equality, and never to decide a save. */
  readonly stamp: string
  /** Last change, in milliseconds since 1970. */
  readonly changed: number
}

/** One open file. Every call throws an error with a `code` where the system refuses. */
export interface OpenFile {
  /** Appends `bytes` from the index `from`; gives back how many were taken, which may be fewer. */
  write(bytes: Uint8Array, from: number): Promise<number>
  read(): Promise<Uint8Array>
  facts(): Promise<FileFacts>
  /** Flushes data and size to the disk. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The file operations that the host needs, and no other: so that tests can break, count or crash each of them. */
export interface FsPort {
  /** Opens a regular file; refuses a link as last component (ELOOP). */
  openToRead(path: string): Promise<OpenFile>
  /** Creates a file that must not exist (EEXIST). `mode`: exact permission bits, or null for the usual ones. */
  createNew(path: string, mode: number | null): Promise<OpenFile>
  /** Names in a folder as bytes, since not every name is valid UTF-8. */
  list(folder: string): Promise<readonly Uint8Array[]>
  facts(path: string): Promise<FileFacts>
  realpath(path: string): Promise<string>
  /** Gives a file a second name; EEXIST where the name is taken. */
  link(from: string, to: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes a folder and those above it, for this person only unless it is to be read by whom the folders here are (`shared`); no error where it exists. */
  makeFolder(path: string, shared?: 'shared'): Promise<void>
  /** Flushes the folder's entries. */
  syncFolder(folder: string): Promise<void>
  /** Throws where the file or folder may not be written. */
  mayWrite(path: string): Promise<void>
}

/** The `code` of a system error (`ENOENT` …), or null for anything else: a bug. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** A system error of our own making. */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

function factsOf(stats: BigIntStats): FileFacts {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other'
  return {
    kind,
    size: Number(stats.size),
    mode: Number(stats.mode & 0o777n),
    links: Number(stats.nlink),
    identity: `${stats.dev}:${stats.ino}`,
    stamp: `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`,
    changed: Number(stats.ctimeMs > stats.mtimeMs ? stats.ctimeMs : stats.mtimeMs),
  }
}

function openFile(handle: fs.FileHandle): OpenFile {
  return {
    write: async (bytes, from) => (await handle.write(bytes, from, bytes.length - from)).bytesWritten,
    read: () => handle.readFile(),
    facts: async () => factsOf(await handle.stat({ bigint: true })),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// absent on Windows. Without O_NONBLOCK, opening a pipe somebody put there would wait for ever
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** The real file operations. */
export const realFs: FsPort = {
  openToRead: async (path) => openFile(await fs.open(path, READ)),
  createNew: async (path, mode) => {
    const handle = await fs.open(path, 'wx', mode ?? 0o666)
    // the umask may have taken bits away that the replaced file had; a disk without permissions does not hinder a save
    if (mode !== null) await handle.chmod(mode).catch(() => {})
    return openFile(handle)
  },
  list: (folder) => fs.readdir(folder, { encoding: 'buffer' }),
  facts: async (path) => factsOf(await fs.lstat(path, { bigint: true })),
  realpath: (path) => fs.realpath(path),
  link: (from, to) => fs.link(from, to),
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
  makeFolder: async (path, shared) => {
    const highest = await fs.mkdir(path, { recursive: true, mode: shared ? 0o777 : 0o700 })
    if (highest === undefined) return
    // a new folder is an entry of the one above it, and would be lost in a power cut with everything flushed inside
    for (let one = path; one.length >= highest.length; one = dirname(one)) await syncFolder(dirname(one)).catch(() => {})
  },
  syncFolder,
  mayWrite: (path) => fs.access(path, constants.W_OK),
}
