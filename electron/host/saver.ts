import type { HostTag, Written } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { twinKey, twinKeysOf } from '../../shared/model/bare-name.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading, faultOfWriting } from './disk-fault.ts'
import { codeOf, type FileFacts } from './fs-port.ts'
import { checkFolder, pathOf } from './path-sandbox.ts'
import { replaceFile, settle, type Tools } from './replace-file.ts'

export interface Save {
  /** Real path of the folder, as it was when it was opened. */
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
  /** sha256 of the version that was read; null where no file may exist yet. */
  readonly base: string | null
  /** Bare names of the collection's originals: the file must be none of them, under whatever name. One list for many saves is looked through once. */
  readonly originals: readonly string[]
  /** Further originals that what is saved names, whether they stand in the folder or not. */
  readonly named?: readonly string[]
  /** Real path of the folder of the originals, where it is another. */
  readonly originalsFolder?: string
  /** Whether this old version may be replaced, and whatever must be done before. */
  readonly mayReplace: (old: Uint8Array) => Promise<Result<null, HostTag>>
  /** Keeps the old version before it is replaced; gives back a sentence where that failed. */
  readonly keep: (old: Uint8Array) => Promise<string | null>
}

/**
 * Saves one file against the revision it was read at, all or nothing. `done` means flushed, in place and read back. Refused: a file that is
 * an original by name (case and accents aside), by inode or through a link; a file somebody else changed (`conflict`). Callers see to
 * it that saves of one file do not overlap.
 */
export async function saveFile(tools: Tools, save: Save): Promise<Result<Written, HostTag>> {
  const { port, sha256 } = tools
  const path = pathOf(save.folder, save.name)
  if (!path.ok) return path
  const folder = await checkFolder(port, save.folder)
  if (!folder.ok) return folder
  const key = twinKey(save.name)
  if (twinKeysOf(save.originals).has(key) || save.named?.some((name) => twinKey(name) === key)) return isOriginal(save.name)

  const there = await look(tools, save)
  if (!there.ok) return there
  const old = there.value
  const revision = sha256(save.bytes)
  if (old !== null && old.revision === revision) {
    const settled = await settle(tools, save)
    return settled.ok ? done({ revision, warning: settled.value.warning }) : settled
  }
  if ((old?.revision ?? null) !== save.base) return conflict(save.name, old === null)

  let keeping: string | null = null
  if (old !== null) {
    try {
      await port.mayWrite(path.value)
    } catch (error) {
      return faultOfWriting(error, save.name)
    }
    const may = await save.mayReplace(old.bytes)
    if (!may.ok) return may
    keeping = await save.keep(old.bytes)
  }
  const written = await replaceFile(tools, {
    folder: save.folder,
    name: save.name,
    bytes: save.bytes,
    mode: old?.facts.mode ?? null,
    first: old === null,
    // flushing can take seconds on a network disk: long enough for somebody else
    lastLook: async () => {
      const now = await look(tools, save)
      if (!now.ok) return now
      return (now.value?.revision ?? null) === save.base ? done(null) : conflict(save.name, now.value === null)
    },
  })
  return written.ok ? done({ revision, warning: written.value.warning ?? keeping }) : written
}

interface OnDisk {
  readonly bytes: Uint8Array
  readonly facts: FileFacts
  readonly revision: string
}

// What stands at the target now: null for nothing; a link, a folder or another name of an original is refused.
async function look({ port, sha256 }: Tools, save: Save): Promise<Result<OnDisk | null, HostTag>> {
  const path = pathOf(save.folder, save.name)
  if (!path.ok) return path
  try {
    const facts = await port.facts(path.value)
    if (facts.kind !== 'file')
      return fault('refused', `${save.name} is a link or a folder, so it was not written. It was left as it is.`)
    if (facts.links > 1 && (await isOneOf(save, facts, port))) return isOriginal(save.name)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? done(null) : faultOfReading(error, save.name)
  }
  try {
    const file = await port.openToRead(path.value)
    try {
      const bytes = await file.read()
      return done({ bytes, facts: await file.facts(), revision: sha256(bytes) })
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    return faultOfReading(error, save.name)
  }
}

// A file with one name cannot be an original under a second one, so only the rare linked file costs a look at every original.
async function isOneOf(save: Save, target: FileFacts, port: Tools['port']): Promise<boolean> {
  for (const name of [...save.originals, ...(save.named ?? [])]) {
    const path = pathOf(save.originalsFolder ?? save.folder, name)
    if (!path.ok) continue
    try {
      if ((await port.facts(path.value)).identity === target.identity) return true
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return false
}

function isOriginal(name: string) {
  return fault(
    'refused',
    `${name} is a machine transcript of this collection. Machine transcripts are never written, and nothing was; choose another name.`,
  )
}

/** Somebody else's version stands there, or (`gone`) none any more. */
export function conflict(name: string, gone: boolean) {
  return gone
    ? fault(
        'conflict',
        `${name} was removed or moved by somebody else. Nothing was written; your work is still here, save it anew if you wish.`,
      )
    : fault(
        'conflict',
        `${name} was changed by somebody else since it was read. Nothing was written; compare the two, or keep both.`,
      )
}
