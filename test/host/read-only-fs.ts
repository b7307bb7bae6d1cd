import { sep } from 'node:path'
import { type FsPort, systemError } from '../../electron/host/fs-port.ts'
import { brokenFs } from './broken-fs.ts'

const READS = ['openToRead', 'read', 'file facts', 'close', 'list', 'facts', 'realpath']

/** The real disk on which one folder, with all that is in it, cannot be written: also for root, whom permissions do not hinder. */
export function readOnlyFs(folder: string, isLocked: () => boolean = () => true): FsPort {
  return brokenFs((call, path) => {
    const inside = path === folder || path.startsWith(folder + sep)
    if (inside && isLocked() && !READS.includes(call)) throw systemError('EROFS', `${call} ${path}`)
    return undefined
  })
}
