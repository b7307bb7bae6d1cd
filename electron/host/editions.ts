import { basename, join } from 'node:path'
import type { Host, HostTag } from '../../shared/api/contract.ts'
import { checkEditionNames, fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading, faultOfWriting } from './disk-fault.ts'
import type { Documents } from './documents.ts'
import { pathOf, readInside } from './path-sandbox.ts'
import type { Tools } from './replace-file.ts'
import { saveFile } from './saver.ts'
import type { Shelf } from './shelf.ts'

interface Place {
  readonly tools: Tools
  readonly shelf: Shelf
  /** Where editions go: another folder the person chose, or null for `editions/` in the collection, or in its mirror. */
  readonly exportFolder: string | null
  readonly documents: Documents
  readonly why: string | null
}

const MOST_BYTES = 1024 * 1024 * 1024

/** Writes editions: each file all or nothing, never over an original, a transcript or registers, and over other editions only when told. */
export async function writeEditions(place: Place, ask: Parameters<Host['writeExport']>[0]): ReturnType<Host['writeExport']> {
  const { tools, shelf, documents, why } = place
  if (place.exportFolder === null && why !== null)
    return fault('read-only', `${why} Nothing was written; choose another folder for editions.`)
  const originals = await documents.originals()
  if (!originals.ok) return originals
  const empty = await documents.isEmpty()
  if (!empty.ok) return empty
  // nothing is made anew where a disk was taken out
  if (place.exportFolder === null && empty.value)
    return fault('unreachable', 'The folder is empty now. Nothing was written; bring the disk or the network back first.')
  const named = checkEditionNames(
    ask.files.map(({ name }) => name),
    originals.value,
  )
  if (!named.ok) return named

  const target = await openTarget(place)
  if (!target.ok) return target
  const standing = await Promise.all(ask.files.map(({ name }) => readInside(tools.port, target.value, name, MOST_BYTES)))
  const jobs = ask.files.map(({ name, base64 }, n) => {
    const there = standing[n]
    const bytes = Buffer.from(base64, 'base64')
    const base = there?.ok ? tools.sha256(there.value.bytes) : null
    return { name, bytes, base, other: there?.ok === true && base !== tools.sha256(bytes), there }
  })
  for (const { name, other, there } of jobs) {
    if (there && !there.ok && there.fault.tag !== 'missing') return there
    if (other && ask.overwrite !== true) {
      return fault(
        'exists',
        `${name} exists already and is different. Nothing was written; say that it may be replaced, or move it away.`,
      )
    }
  }
  const written: string[] = []
  for (const { name, bytes, base } of jobs) {
    const saved = await saveFile(tools, {
      folder: target.value,
      name,
      bytes,
      base,
      originals: originals.value,
      originalsFolder: shelf.folder,
      mayReplace: async () => done(null),
      keep: async () => null,
    })
    const before = written.length === 0 ? '' : ` Written before that: ${written.join(', ')}.`
    if (!saved.ok) return fault(saved.fault.tag, `${saved.fault.sentence}${before}`)
    // an edition that may not outlive a power cut is none yet
    if (saved.value.warning !== null) return fault('not-durable', `${saved.value.warning}${before}`)
    written.push(name)
  }
  return done({ folder: basename(target.value), names: written })
}

/** The real path of an edition that stands in the folder of editions itself; what is a link, or is not there, is refused. */
export async function editionPath(
  { tools: { port }, shelf, exportFolder }: Pick<Place, 'tools' | 'shelf' | 'exportFolder'>,
  name: string,
): Promise<Result<string, HostTag>> {
  const wanted = exportFolder ?? join(shelf.work, 'editions')
  try {
    const folder = await port.realpath(wanted)
    const path = pathOf(folder, name)
    if (!path.ok) return path
    if ((exportFolder === null && folder !== wanted) || (await port.realpath(path.value)) !== path.value)
      return fault(
        'refused',
        `${name} is a link, or the folder ${basename(wanted)} is, so it was not shown. Nothing was changed.`,
      )
    return done(path.value)
  } catch (error) {
    return faultOfReading(error, name)
  }
}

async function openTarget({ tools, shelf, exportFolder }: Place): Promise<Result<string, HostTag>> {
  const { port } = tools
  const wanted = exportFolder ?? join(shelf.work, 'editions')
  try {
    await port.makeFolder(wanted, 'shared')
    const real = await port.realpath(wanted)
    // a chosen folder may be a link; the one in the collection must be what it seems
    if (exportFolder === null && real !== wanted)
      return fault('refused', 'The folder editions is a link that leads elsewhere. Nothing was written.')
    return done(real)
  } catch (error) {
    return faultOfWriting(error, basename(wanted))
  }
}
