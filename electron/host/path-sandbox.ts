import { basename, join, relative, sep } from 'node:path'
import type { HostTag } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { whyNotBare } from '../../shared/model/bare-name.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading } from './disk-fault.ts'
import type { FileFacts, FsPort } from './fs-port.ts'

/** The path of a bare name in a folder. Anything that is no bare name is refused before the disk is touched. */
export function pathOf(folder: string, name: string): Result<string, HostTag> {
  const why = whyNotBare(name)
  // on Windows a colon opens a second stream of the same file, perhaps of an original
  const colon = process.platform === 'win32' && name.includes(':')
  if (why !== null || colon)
    return fault('refused', `The name ${why ?? 'holds a colon'}, so it was not used. Nothing was changed.`)
  const path = join(folder, name)
  return basename(path) === name
    ? done(path)
    : fault('refused', 'The name means another file on this machine, so it was not used. Nothing was changed.')
}

/** Whether a real path lies in a folder (both without links). */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:|^[\\/]/.test(way)
}

/** Checks that the opened folder is still the folder it was: a link put in its place would lead elsewhere. */
export async function checkFolder(port: FsPort, folder: string): Promise<Result<null, HostTag>> {
  try {
    if ((await port.realpath(folder)) === folder && (await port.facts(folder)).kind === 'folder') return done(null)
  } catch (error) {
    const failed = faultOfReading(error, basename(folder))
    if (failed.fault.tag !== 'missing') return failed
  }
  return fault(
    'unreachable',
    `The folder ${basename(folder)} cannot be reached. Nothing was deleted; bring it back (the disk, the network), then try again.`,
  )
}

export interface Contents {
  readonly bytes: Uint8Array
  readonly facts: FileFacts
}

/**
 * Reads a file by its bare name. A link is followed only to a file inside the folder; the last step of the way is opened without
 * following links, and the folder is looked at again afterwards, so that a link swapped in between leads nowhere. `limit`: bytes.
 */
export async function readInside(port: FsPort, folder: string, name: string, limit: number): Promise<Result<Contents, HostTag>> {
  const path = pathOf(folder, name)
  if (!path.ok) return path
  try {
    const real = await port.realpath(path.value)
    if (!isInside(folder, real))
      return fault(
        'blocked',
        `${name} is a link that leads out of the folder. It is not read, and nothing was changed; put the file itself in its place.`,
      )
    const file = await port.openToRead(real)
    try {
      const facts = await file.facts()
      if (facts.kind !== 'file') return fault('blocked', `${name} is not a file. It is not read, and nothing was changed.`)
      if (facts.size > limit)
        return fault(
          'too-large',
          `${name} is larger than ${Math.floor(limit / 1048576)} MiB. It is not opened, and nothing was changed.`,
        )
      const bytes = await file.read()
      const still = await checkFolder(port, folder)
      if (!still.ok) return still
      if ((await port.realpath(path.value)) !== real)
        return fault('blocked', `${name} was exchanged while it was read. Try again.`)
      return done({ bytes, facts })
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return faultOfReading(error, name)
  }
}
