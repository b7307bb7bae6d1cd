import type { HostTag } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import type { Fault } from '../../shared/model/result.ts'
import { codeOf } from './fs-port.ts'

type Refusal = { readonly ok: false; readonly fault: Fault<HostTag> }

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']
const READ_ONLY = ['EROFS', 'EACCES', 'EPERM']
const GONE = [
  'ENOENT',
  'ENOTDIR',
  'ESTALE',
  'ENOTCONN',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ENODEV',
  'ENXIO',
  'ECONNRESET',
]
const BUSY = ['EBUSY', 'ETXTBSY', 'ENOTEMPTY', 'EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM']
const LINKED = ['ELOOP', 'EXDEV', 'EISDIR']

/** What a failed write of `name` means for the person, where the version before it still stands. An error that is not the system's is thrown on. */
export function faultOfWriting(error: unknown, name: string): Refusal {
  const code = codeOf(error)
  if (code === null) throw error
  const safe = 'What stood there before is as it was'
  if (FULL.includes(code)) return fault('full', `The disk is full: ${name} was not saved. ${safe}; make room, then save again.`)
  if (READ_ONLY.includes(code)) {
    return fault(
      'read-only',
      `${name} may not be written here (${code}). ${safe}; mend the permissions or save a copy elsewhere.`,
    )
  }
  if (GONE.includes(code)) {
    return fault(
      'unreachable',
      `The folder cannot be reached: ${name} was not saved (${code}). Nothing was deleted; bring the folder back, then save again.`,
    )
  }
  if (BUSY.includes(code)) {
    return fault(
      'busy',
      `Another program holds ${name}, so it was not saved (${code}). ${safe}; close the other program, then save again.`,
    )
  }
  if (LINKED.includes(code)) return fault('refused', `${name} is a link or a folder, so it was not written (${code}). ${safe}.`)
  if (code === 'ENAMETOOLONG')
    return fault('name-too-long', `The name ${name} is too long for this disk. Nothing was written; shorten it.`)
  return fault(
    'not-durable',
    `The disk reported an error while ${name} was written, so it is not saved (${code}). ${safe}; check the disk.`,
  )
}

/** What a failed reading of `name` means for the person. An error that is not the system's is thrown on. */
export function faultOfReading(error: unknown, name: string): Refusal {
  const code = codeOf(error)
  if (code === null) throw error
  if (code === 'ENOENT') return fault('missing', `${name} is not there. If the folder has gone, bring it back, then try again.`)
  if (READ_ONLY.includes(code))
    return fault('blocked', `${name} may not be read (${code}). Mend its permissions, then try again.`)
  if (LINKED.includes(code))
    return fault(
      'blocked',
      `${name} is a link or a folder and is not read. Nothing was changed; put the file itself in its place.`,
    )
  if (BUSY.includes(code)) return fault('busy', `${name} cannot be read just now (${code}). Try again in a moment.`)
  if (code === 'ENAMETOOLONG')
    return fault('name-too-long', `The name ${name} is too long for this disk. Nothing was changed; shorten it.`)
  return fault(
    'unreachable',
    `${name} cannot be read (${code}). Nothing was changed; bring the folder back or check the disk, then try again.`,
  )
}
