import { dirname } from 'node:path'
import { type FileFacts, type FsPort, type OpenFile, systemError } from '../../electron/host/fs-port.ts'

interface Inode {
  readonly id: number
  readonly kind: 'file' | 'folder'
  bytes: Buffer
  /** What would be there after a power cut, at the least. */
  flushed: Buffer
  changed: number
}

/** One change of a folder's entries that the disk may still forget: names to set, and names to take away (null). */
type Entries = ReadonlyMap<string, Inode | null>

/** How a power cut turns out. */
export interface Fate {
  /** Of each folder's unflushed changes, this share survives, the earliest first (0 to 1); one share for each folder, in turn. */
  readonly entries: readonly number[]
  /** Of what was written to a file and not flushed, this share survives. */
  readonly bytes: number
}

/**
 * A disk in memory that forgets like a real one: written bytes may be lost until the file is flushed, and new, renamed and removed names
 * until their folder is. `cutAfter` operations it loses power: from then on every operation fails, and `afterCut` gives the disk that is
 * found at the next start.
 */
export class CrashDisk {
  private readonly names = new Map<string, Inode>()
  private readonly kept = new Map<string, Inode>()
  private pending: { readonly folder: string; readonly entries: Entries }[] = []
  private count = 0
  cutAfter = Number.POSITIVE_INFINITY

  constructor(files: ReadonlyMap<string, Uint8Array>, folders: readonly string[]) {
    for (const path of folders) this.addFolder(path)
    for (const [path, content] of files) {
      const bytes = Buffer.from(content)
      const inode: Inode = { id: this.names.size + 1, kind: 'file', bytes, flushed: bytes, changed: 0 }
      this.names.set(path, inode)
      this.kept.set(path, inode)
    }
  }

  private addFolder(path: string): void {
    if (this.names.has(path)) return
    const inode: Inode = { id: this.names.size + 1, kind: 'folder', bytes: Buffer.alloc(0), flushed: Buffer.alloc(0), changed: 0 }
    this.names.set(path, inode)
    this.kept.set(path, inode)
    if (dirname(path) !== path) this.addFolder(dirname(path))
  }

  get operations(): number {
    return this.count
  }

  /** The text of a file as running programs see it, or null. */
  text(path: string): string | null {
    return this.names.get(path)?.bytes.toString() ?? null
  }

  /** The paths of all files in a folder, and further down. */
  paths(folder: string): readonly string[] {
    return [...this.names].filter(([path, one]) => one.kind === 'file' && path.startsWith(`${folder}/`)).map(([path]) => path)
  }

  afterCut(fate: Fate): CrashDisk {
    const found = new Map(this.kept)
    const folders = new Set(this.pending.map((one) => one.folder))
    for (const [nth, folder] of [...folders].entries()) {
      const share = fate.entries[nth % fate.entries.length] ?? 0
      const changes = this.pending.filter((one) => one.folder === folder)
      for (const { entries } of changes.slice(0, Math.floor(changes.length * share + 0.5))) {
        for (const [path, inode] of entries) inode ? found.set(path, inode) : found.delete(path)
      }
    }
    const files = new Map<string, Uint8Array>()
    for (const [path, { kind, bytes, flushed }] of found) {
      if (kind === 'folder') continue
      const lost =
        bytes.length > flushed.length
          ? bytes.subarray(0, flushed.length + Math.floor((bytes.length - flushed.length) * fate.bytes))
          : flushed
      files.set(path, lost)
    }
    return new CrashDisk(
      files,
      [...found].filter(([, one]) => one.kind === 'folder').map(([path]) => path),
    )
  }

  private step(): void {
    this.count += 1
    if (this.count > this.cutAfter) throw systemError('EIO', 'the power is gone')
  }

  private at(path: string): Inode {
    const inode = this.names.get(path)
    if (!inode) throw systemError('ENOENT', path)
    return inode
  }

  private change(folder: string, entries: Entries): void {
    for (const [path, inode] of entries) inode ? this.names.set(path, inode) : this.names.delete(path)
    this.pending.push({ folder, entries })
  }

  private open(inode: Inode): OpenFile {
    return {
      write: async (bytes, from) => {
        this.step()
        inode.bytes = Buffer.concat([inode.bytes, bytes.subarray(from)])
        return bytes.length - from
      },
      read: async () => inode.bytes,
      facts: async () => factsOf(inode),
      sync: async () => {
        this.step()
        inode.flushed = inode.bytes
      },
      close: async () => this.step(),
    }
  }

  readonly port: FsPort = {
    openToRead: async (path) => this.open(this.at(path)),
    createNew: async (path) => {
      this.step()
      if (this.names.has(path)) throw systemError('EEXIST', path)
      this.at(dirname(path))
      const inode: Inode = {
        id: this.count + 1_000_000,
        kind: 'file',
        bytes: Buffer.alloc(0),
        flushed: Buffer.alloc(0),
        changed: this.count,
      }
      this.change(dirname(path), new Map([[path, inode]]))
      return this.open(inode)
    },
    list: async (folder) => {
      this.at(folder)
      return [...this.names.keys()]
        .filter((path) => dirname(path) === folder && path !== folder)
        .map((path) => Buffer.from(path.slice(folder.length + 1)))
    },
    facts: async (path) => factsOf(this.at(path)),
    realpath: async (path) => {
      this.at(path)
      return path
    },
    link: async (from, to) => {
      this.step()
      if (this.names.has(to)) throw systemError('EEXIST', to)
      this.change(dirname(to), new Map([[to, this.at(from)]]))
    },
    rename: async (from, to) => {
      this.step()
      this.change(
        dirname(to),
        new Map<string, Inode | null>([
          [from, null],
          [to, this.at(from)],
        ]),
      )
    },
    unlink: async (path) => {
      this.step()
      this.at(path)
      this.change(dirname(path), new Map([[path, null]]))
    },
    // folders are few and old: they are taken to be flushed
    makeFolder: async (path) => this.addFolder(path),
    syncFolder: async (folder) => {
      this.step()
      for (const { entries } of this.pending.filter((one) => one.folder === folder)) {
        for (const [path, inode] of entries) inode ? this.kept.set(path, inode) : this.kept.delete(path)
      }
      this.pending = this.pending.filter((one) => one.folder !== folder)
    },
    mayWrite: async () => {},
  }
}

function factsOf(inode: Inode): FileFacts {
  const { kind, bytes, id, changed } = inode
  return {
    kind,
    size: bytes.length,
    mode: 0o644,
    links: 1,
    identity: `0:${id}`,
    stamp: `${id}:${bytes.length}:${changed}`,
    changed,
  }
}
