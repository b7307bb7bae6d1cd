import { join } from 'node:path'
import type { HostTag } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfWriting } from './disk-fault.ts'
import { codeOf, type FsPort, systemError } from './fs-port.ts'

/** What the saver is given from outside. */
export interface Tools {
  readonly port: FsPort
  /** Lower-case hex of so many random bytes. */
  readonly randomHex: (bytes: number) => string
  /** Lower-case hex sha256. */
  readonly sha256: (bytes: Uint8Array) => string
  readonly pause: (milliseconds: number) => Promise<void>
  readonly now: () => Date
}

export interface Replacement {
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Permission bits of the file that is replaced, or null. */
  readonly mode: number | null
  /** No file of this name may exist yet. */
  readonly first: boolean
  /** Asked after the new bytes are safe beside the target and before they take its place. */
  readonly lastLook: () => Promise<Result<null, HostTag>>
}

const TEMP = /^\.~.+\.[0-9a-f]{12}\.tmp$/
const NO_LINKS = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']
const HELD = ['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY']
const WAITS = [20, 40, 80, 160, 320, 640, 1000, 1000, 1000]
const NO_FOLDER_SYNC = ['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF']

/** Whether a file is one of our own half-written ones, left by a crash. */
export function isOwnTemp(name: string): boolean {
  return TEMP.test(name)
}

/** `.~NAME.<12 hex>.tmp`: several sync programs skip such names. A long name is cut, since the whole must fit 255 bytes. */
export function tempNameOf(name: string, hex: string): string {
  let kept = name
  while (Buffer.byteLength(kept) > 230) kept = Array.from(kept).slice(0, -1).join('')
  return `.~${kept}.${hex}.tmp`
}

/**
 * Puts bytes in a file's place, all or nothing: new bytes into a file beside it, flushed, measured and closed; then one rename (or, for a
 * first version, a link, which fails where something appeared); then the folder flushed and the file read back. A fault leaves what
 * stood there, except `not-durable` after the rename, which says so. No half-written file stays behind.
 */
export async function replaceFile(tools: Tools, job: Replacement): Promise<Result<{ readonly warning: string | null }, HostTag>> {
  const { port } = tools
  const target = join(job.folder, job.name)
  const temp = join(job.folder, tempNameOf(job.name, tools.randomHex(6)))
  let left = false
  try {
    const file = await port.createNew(temp, job.mode)
    left = true
    await fill(file, job.bytes)
    const look = await job.lastLook()
    if (!look.ok) return look
    if (job.first) left = await appear(port, temp, target)
    else {
      await patiently(tools, () => port.rename(temp, target))
      left = false
    }
  } catch (error) {
    if (job.first && codeOf(error) === 'EEXIST') {
      return fault(
        'conflict',
        `${job.name} appeared while it was being written. It was left as it is; compare the two, or keep both.`,
      )
    }
    return faultOfWriting(error, job.name)
  } finally {
    // what cannot be removed now is swept at a later start
    if (left) await port.unlink(temp).catch(() => {})
  }
  return settle(tools, job)
}

/**
 * Adds a file that must not exist yet (`conflict` where it does). What may not outlive a power cut is not done (`not-durable`): the person may
 * give something up because this file is there.
 */
export async function addFile(
  tools: Tools,
  { folder, name, bytes }: Pick<Replacement, 'folder' | 'name' | 'bytes'>,
): Promise<Result<null, HostTag>> {
  const lastLook = async () => done(null)
  const written = await replaceFile(tools, { folder, name, bytes, mode: null, first: true, lastLook })
  if (!written.ok) return written
  return written.value.warning === null ? done(null) : fault('not-durable', written.value.warning)
}

// A system may take fewer bytes than offered and call it a success: the loop and the measure are what keeps half a file from being renamed.
async function fill(file: Awaited<ReturnType<FsPort['createNew']>>, bytes: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < bytes.length; ) {
      const taken = await file.write(bytes, at)
      if (taken <= 0) throw systemError('ENOSPC', 'the disk takes no more')
      at += taken
    }
    await file.sync()
    if ((await file.facts()).size !== bytes.length) throw systemError('EIO', 'the disk kept another size')
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
  // a network disk may report only here that the bytes never arrived
  await file.close()
}

// Gives back whether the temporary name still stands.
async function appear(port: FsPort, temp: string, target: string): Promise<boolean> {
  try {
    await port.link(temp, target)
    return true
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error) ?? '')) throw error
  }
  if (await exists(port, target)) throw systemError('EEXIST', 'a file appeared')
  await port.rename(temp, target)
  return false
}

async function exists(port: FsPort, path: string): Promise<boolean> {
  try {
    await port.facts(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

// Virus scanners and readers on Windows hold a file for a moment: ten tries in under five seconds.
async function patiently(tools: Tools, act: () => Promise<void>): Promise<void> {
  for (const wait of WAITS) {
    try {
      return await act()
    } catch (error) {
      if (!HELD.includes(codeOf(error) ?? '')) throw error
      await tools.pause(wait)
    }
  }
  try {
    await act()
  } catch (error) {
    const code = codeOf(error)
    throw code !== null && HELD.includes(code) ? systemError('EBUSY', `still held (${code})`) : error
  }
}

/** Flushes the folder and reads the file back: the second half of a save, also where the very bytes stood there already. */
export async function settle(
  { port, sha256 }: Tools,
  { folder, name, bytes }: Pick<Replacement, 'folder' | 'name' | 'bytes'>,
): Promise<Result<{ readonly warning: string | null }, HostTag>> {
  let warning: string | null = null
  try {
    await port.syncFolder(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    if (!NO_FOLDER_SYNC.includes(code)) {
      warning = `${name} was saved, but the disk reported an error (${code}). Keep this window open, check the disk and save once more.`
    }
  }
  const doubt = `${name} was written but could not be read back as it should be, so it does not count as saved. Keep this window open and save again.`
  try {
    const file = await port.openToRead(join(folder, name))
    try {
      if (sha256(await file.read()) !== sha256(bytes)) return fault('not-durable', doubt)
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    if (codeOf(error) === null) throw error
    return fault('not-durable', doubt)
  }
  return done({ warning })
}
