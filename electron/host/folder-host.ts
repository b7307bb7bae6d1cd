import { createHash, randomBytes as systemRandom } from 'node:crypto'
import { basename, join } from 'node:path'
import { setTimeout as pauseFor } from 'node:timers/promises'
import type { Host, HostTag } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { collectionState } from './collection-state.ts'
import { documentsIn, MOST_ORIGINAL } from './documents.ts'
import { editionPath, writeEditions } from './editions.ts'
import { codeOf, type FsPort, realFs } from './fs-port.ts'
import { historyIn } from './history.ts'
import { journalIn } from './journal.ts'
import { keptVersionsIn } from './kept-versions.ts'
import { makeQueue, takeLock, thisHolder } from './lock.ts'
import { readInside } from './path-sandbox.ts'
import { presenceIn } from './presence.ts'
import type { Tools } from './replace-file.ts'
import { settingsIn } from './settings.ts'
import { hasWork, makeMirror, mirrorOf } from './shelf.ts'
import { sweep } from './sweep.ts'
import { transcriptsIn } from './transcripts.ts'
import { inTurn } from './turn.ts'
import { type Notify, watchFolder } from './watch.ts'

export interface FolderHostOptions {
  readonly folder: string
  /** Our own folder on this machine: journals, history, settings. Made where it is missing. */
  readonly stateDir: string
  readonly kind?: 'page' | 'desktop'
  readonly version?: string
  /** Where work is kept on folders that may not be written. Without it, such a folder is open to read. */
  readonly mirrors?: string
  /** Where editions go, in place of `editions/` in the collection. */
  readonly exportFolder?: string
  /** For a run over very many letters: names are looked at by `list` alone. See `documentsIn`. */
  readonly namesOnce?: boolean
  readonly port?: FsPort
  readonly notify?: Notify
  readonly now?: () => Date
  readonly randomBytes?: (count: number) => Uint8Array
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** A host over one folder. `close` ends waiting answers and gives up the lock; calls under way are finished. */
export interface FolderHost extends Host {
  /** Where an edition stands: never a path out of the folder of editions. For the program's own use; no page is told. */
  editionPath(name: string): Promise<Result<string, HostTag>>
  close(): Promise<void>
}

/**
 * Opens a folder as a collection. Fails where it is no folder that can be read (`unreachable`) or where our own state folder cannot be
 * made (`full`, `read-only` …). A folder that cannot be written is opened with `canWrite: false` and why.
 */
export async function openFolderHost(options: FolderHostOptions): Promise<Result<FolderHost, HostTag>> {
  const { port = realFs, now = () => new Date(), randomBytes = systemRandom, pause = (ms) => pauseFor(ms) } = options
  const tools: Tools = {
    port,
    now,
    pause,
    randomHex: (bytes) => Buffer.from(randomBytes(bytes)).toString('hex'),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  }
  const opened = await openFolders(port, options)
  if (!opened.ok) return opened
  const { folder, stateDir } = opened.value
  const { work, why, notice } = await openWork(tools, folder, opened.value.why, options.mirrors)
  const shelf = { folder, work }
  const place = collectionState(stateDir, folder)
  const lock = await takeLock(port, place.locks, tools.randomHex(6), thisHolder())
  const editions = options.exportFolder ?? join(work, 'editions')
  for (const one of new Set([folder, work, editions, stateDir, place.journal, place.page, place.present, place.locks]))
    await sweep(port, one, now())

  const documents = documentsIn(tools, shelf, options.namesOnce)
  const history = historyIn(tools, place.history)
  const journal = journalIn(tools, place.journal)
  if (lock.others === 0) await journal.tidy()
  const settings = settingsIn(tools, stateDir)
  const versions = keptVersionsIn(tools, shelf)
  const presence = presenceIn(tools, place.present, thisHolder())
  const transcripts = transcriptsIn({ tools, shelf, documents, history, why })
  const queue = makeQueue()
  /** One after the other in this program, and in turn with others of ours on this machine. */
  const alone = <Value>(key: string, work: () => Promise<Value>) =>
    queue(`file ${key}`, () => inTurn(tools, place.locks, key, thisHolder(), work))
  const watch = watchFolder({
    port,
    folder: work,
    first: now().getTime(),
    ...(work === folder ? {} : { also: folder }),
    ...(options.notify ? { notify: options.notify } : {}),
  })
  const name = basename(folder)

  return done({
    capabilities: async () =>
      done({
        host: options.kind ?? 'desktop',
        canWrite: why === null,
        why,
        notice: [...notice, ...(lock.others === 0 ? [] : [ANOTHER]), ...unwatched(watch.why())].join(' ') || null,
        version: options.version ?? '0',
      }),

    async list() {
      const listed = await documents.list()
      if (!listed.ok) return listed
      const waiting = await journal.waiting()
      const told = listed.value.documents.map((entry) => (waiting.has(entry.id) ? { ...entry, waiting: true } : entry))
      return done({ name, ...listed.value, documents: told })
    },

    async readOriginal(ask) {
      const found = await documents.findToRead(ask.document)
      if (!found.ok) return found
      const own = [found.value.original, ...(await documents.othersOf(found.value))]
      if (!own.includes(ask.name))
        return fault('missing', `${ask.name} is no machine transcript of this document. Nothing was read.`)
      const read = await readInside(port, folder, ask.name, MOST_ORIGINAL)
      if (!read.ok) return read
      const { bytes } = read.value
      return done({ base64: Buffer.from(bytes).toString('base64'), sha256: tools.sha256(bytes), bytes: bytes.length })
    },

    readTranscript: transcripts.readTranscript,
    writeTranscript: (ask) => alone(ask.document, () => transcripts.writeTranscript(ask)),
    writeConflictCopy: (ask) => queue(`file ${ask.document}`, () => transcripts.writeConflictCopy(ask)),
    readCopy: transcripts.readCopy,
    keepVersion: (ask) =>
      queue(`file ${ask.document}`, async () => {
        const found = await transcripts.writable(ask.document)
        return found.ok ? versions.keep(found.value, ask) : found
      }),
    writeRegisters: (ask) => alone('registers', () => transcripts.writeRegisters(ask)),
    writeExport: (ask) =>
      queue('editions', () => writeEditions({ tools, shelf, exportFolder: options.exportFolder ?? null, documents, why }, ask)),

    editionPath: (name) => editionPath({ tools, shelf, exportFolder: options.exportFolder ?? null }, name),

    // no look at the folder here: the journal must go on while a share is away
    writeJournal: (ask) => queue(`journal ${ask.document}`, () => journal.write(ask, 'this document', ask.record)),
    readJournals: (ask) => queue(`journal ${ask.document}`, () => journal.read(ask.document)),
    dropJournal: (ask) => queue(`journal ${ask.document}`, () => journal.drop(ask, ask.version, ask.last === true)),
    async listHistory(ask) {
      const found = await documents.find(ask.document)
      const own = await history.list(ask.document)
      // while the folder is away, what this machine kept can be had all the same
      return found.ok && own.ok ? done([...(await versions.list(found.value)), ...own.value]) : own
    },
    async readHistory(ask) {
      const found = ask.entry.startsWith('kept-') ? await documents.find(ask.document) : null
      if (found && !found.ok) return found
      return (found && (await versions.read(found.value, ask.entry))) ?? history.read(ask.document, ask.entry)
    },
    watch: async (ask) => done({ at: await watch.next(ask.since) }),
    present: presence.present,
    // a page that is loaded anew asks right after it changed them
    readSettings: () => queue('settings', () => settings.read()),
    writeSettings: (ask) => queue('settings', () => settings.write(ask.settings)),

    async close() {
      watch.close()
      await presence.close()
      await journal.close()
      await lock.release()
    },
  })
}

const ANOTHER =
  'Another Scholion on this machine has this folder open. Nothing is lost if both save: the second is told of the first.'

function unwatched(why: string | null): readonly string[] {
  if (why === null) return []
  return [
    `This machine does not tell of changes in the folder (${why}), so Scholion looks for itself every few seconds. Nothing is lost by that; what somebody else changes is seen a little later.`,
  ]
}

interface Work {
  /** Real path of the folder that our work is written into. */
  readonly work: string
  readonly why: string | null
  readonly notice: readonly string[]
}

// Work that was begun in a mirror stays there until the person moves it: two places for one transcript would be a conflict of our own making.
async function openWork(tools: Tools, folder: string, why: string | null, mirrors: string | undefined): Promise<Work> {
  const beside: Work = { work: folder, why, notice: [] }
  if (mirrors === undefined) return beside
  const mirror = mirrorOf(mirrors, folder)
  if (why === null && !(await hasWork(tools.port, mirror))) return beside
  const made = await makeMirror(tools, mirror, folder)
  if (!('path' in made)) return beside
  const name = basename(folder)
  const notice =
    why === null
      ? `The transcripts of ${name} are kept in ${made.path}, because the folder could not be written earlier. It can be now: to have them beside the letters, close Scholion and move them there.`
      : `The folder ${name} may not be written, so its transcripts are kept in ${made.path}. The letters stay as they are.`
  return { work: made.path, why: null, notice: [notice] }
}

interface Folders {
  readonly folder: string
  readonly stateDir: string
  readonly why: string | null
}

async function openFolders(port: FsPort, options: FolderHostOptions): Promise<Result<Folders, HostTag>> {
  const name = basename(options.folder)
  let folder: string
  try {
    folder = await port.realpath(options.folder)
    if ((await port.facts(folder)).kind !== 'folder')
      return fault('unreachable', `${name} is not a folder. Open the folder that holds the letters.`)
    await port.list(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return fault(
      'unreachable',
      `The folder ${name} cannot be opened (${code}). Nothing was changed; check its name and permissions.`,
    )
  }
  try {
    await port.makeFolder(options.stateDir)
    return done({ folder, stateDir: await port.realpath(options.stateDir), why: await whyReadOnly(port, folder) })
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    const tag = code === 'ENOSPC' ? 'full' : 'read-only'
    return fault(tag, `The folder for journals and history (${options.stateDir}) cannot be made (${code}). Nothing was changed.`)
  }
}

async function whyReadOnly(port: FsPort, folder: string): Promise<string | null> {
  try {
    await port.mayWrite(folder)
    return null
  } catch (error) {
    return `The folder ${basename(folder)} may not be written (${codeOf(error) ?? 'no reason given'}), so it is open for reading only. To work in it, mend its permissions, or open a copy of the folder.`
  }
}
