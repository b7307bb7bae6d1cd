import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { HostTag } from '../../shared/api/contract.ts'
import { damagedOf, REGISTERS, TRANSCRIPT_ENDING } from '../../shared/api/file-names.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { codeOf, type FsPort } from './fs-port.ts'
import { type Contents, readInside } from './path-sandbox.ts'
import { addFile, type Tools } from './replace-file.ts'

/** Where the letters of a collection stand, and where what we write of them stands: the same folder, or a mirror of it. Real paths. */
export interface Shelf {
  readonly folder: string
  readonly work: string
}

/** Whether a file of this name is work of ours, which may stand in a mirror. Nothing else that lies there is looked at. */
function isWork(name: string): boolean {
  return name.endsWith(TRANSCRIPT_ENDING) || name === REGISTERS || damagedOf(name) !== null
}

/** Reads a file of ours by its bare name: the one in the mirror, or where there is none yet, the one beside the letters. */
export async function readWork(
  port: FsPort,
  { folder, work }: Shelf,
  name: string,
  limit: number,
): Promise<Result<Contents, HostTag>> {
  const read = await readInside(port, work, name, limit)
  if (work === folder || read.ok || read.fault.tag !== 'missing') return read
  return readInside(port, folder, name, limit)
}

/** The folder in which the work on a folder is kept that may not be written: named after it, and after its path, so that no two meet. */
export function mirrorOf(mirrors: string, folder: string): string {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 8)
  return join(mirrors, `${Array.from(basename(folder)).slice(0, 50).join('')}-${key}`)
}

/** Whether there is a mirror with work in it. One that cannot be read counts as none. */
export async function hasWork(port: FsPort, mirror: string): Promise<boolean> {
  try {
    return (await port.list(mirror)).some((name) => isWork(Buffer.from(name).toString()))
  } catch {
    return false
  }
}

/** Makes a mirror ready, with a word in it about what it is. Gives back its real path, or the system's reason why it cannot be. */
export async function makeMirror(tools: Tools, mirror: string, folder: string): Promise<{ path: string } | { reason: string }> {
  try {
    await tools.port.makeFolder(mirror)
    await tools.port.mayWrite(mirror)
    const path = await tools.port.realpath(mirror)
    const words = `Scholion keeps here the transcripts of the letters in\n${folder}\nbecause that folder could not be written.\n`
    await addFile(tools, { folder: path, name: 'README.txt', bytes: Buffer.from(words) })
    return { path }
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return { reason: code }
  }
}

/** The names in both folders, as bytes: of the mirror only what is ours. */
export async function namesOn(port: FsPort, { folder, work }: Shelf): Promise<readonly Uint8Array[]> {
  const names = await port.list(folder)
  if (work === folder) return names
  const ours = (await port.list(work)).filter((name) => isWork(Buffer.from(name).toString()))
  return [...names, ...ours]
}

/** What stands beside the letters under a name of ours and is not in the mirror yet, or null. There it stays; our own goes into the mirror. */
export async function onlyBeside(
  port: FsPort,
  { folder, work }: Shelf,
  name: string,
): Promise<Result<Uint8Array | null, HostTag>> {
  if (work === folder) return done(null)
  const there = await readInside(port, work, name, Number.MAX_SAFE_INTEGER)
  if (there.ok) return done(null)
  if (there.fault.tag !== 'missing') return there
  const beside = await readInside(port, folder, name, Number.MAX_SAFE_INTEGER)
  if (beside.ok) return done(beside.value.bytes)
  return beside.fault.tag === 'missing' ? done(null) : beside
}
