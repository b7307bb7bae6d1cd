import type { HistoryEntry, Host, HostTag } from '../../shared/api/contract.ts'
import { keptVersionName, keptVersionOf } from '../../shared/api/file-names.ts'
import { peek } from '../../shared/api/peek.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { MOST_TRANSCRIPT } from './documents.ts'
import type { DocumentNames } from './listing.ts'
import { addFile, type Tools } from './replace-file.ts'
import { readWork, type Shelf } from './shelf.ts'

/** The versions that are kept for good, as files of the collection itself: they go where it goes, and nothing of ours ever removes one. */
export interface KeptVersions {
  /** Keeps the version that stands at `revision`. Callers see to it that it does not overlap with a save. */
  keep(document: DocumentNames, ask: Parameters<Host['keepVersion']>[0]): ReturnType<Host['keepVersion']>
  /** Newest first. What cannot be read is left out. */
  list(document: DocumentNames): Promise<readonly HistoryEntry[]>
  /** The text of an entry of that list, or null where `entry` is none of them. */
  read(document: DocumentNames, entry: string): Promise<Result<string, HostTag> | null>
}

export function keptVersionsIn(tools: Tools, shelf: Shelf): KeptVersions {
  const { port, sha256, now } = tools
  const idOf = (name: string) => `kept-${sha256(Buffer.from(name)).slice(0, 16)}`

  async function entryOf(name: string): Promise<readonly HistoryEntry[]> {
    const told = keptVersionOf(name)
    const file = await readWork(port, shelf, name, MOST_TRANSCRIPT)
    if (!told || !file.ok) return []
    const { bytes, facts } = file.value
    // a file that was copied elsewhere has another time: then its name alone tells the day
    const changed = new Date(facts.changed).toISOString()
    const at = changed.startsWith(told.day) ? changed : `${told.day}T00:00:00.000Z`
    return [{ id: idOf(name), at, revision: sha256(bytes), bytes: bytes.length, kept: { name, label: told.label } }]
  }

  return {
    async keep({ original, transcript }, { revision, label }) {
      const standing = await readWork(port, shelf, transcript, MOST_TRANSCRIPT)
      if (!standing.ok) return standing
      const { bytes } = standing.value
      if (sha256(bytes) !== revision)
        return fault(
          'conflict',
          `${transcript} is not the version that was to be kept. Nothing was written; look at it, then try again.`,
        )
      if (peek(Buffer.from(bytes).toString('utf8'))?.originals.includes(original) !== true)
        return fault('refused', `${transcript} is no transcript of ${original}, so it was not kept. Nothing was written.`)
      const day = now().toISOString().slice(0, 10)
      for (let nth = 1; nth < 1000; nth += 1) {
        const name = keptVersionName(original, label, day, nth)
        const there = await readWork(port, shelf, name, MOST_TRANSCRIPT)
        if (there.ok && sha256(there.value.bytes) === revision) return done({ name })
        if (there.ok || there.fault.tag === 'too-large' || there.fault.tag === 'blocked') continue
        if (there.fault.tag === 'refused' || there.fault.tag === 'name-too-long')
          return fault(
            'name-too-long',
            `The name ${name} is too long, so the version was not kept. Nothing was written; shorten its label.`,
          )
        if (there.fault.tag !== 'missing') return there
        const written = await addFile(tools, { folder: shelf.work, name, bytes })
        if (written.ok) return done({ name })
        if (written.fault.tag !== 'conflict') return written
      }
      return fault('refused', `There are a thousand kept versions of ${original} from today already. Nothing was written.`)
    },
    async list({ versions }) {
      const all = await Promise.all(versions.map(entryOf))
      return all.flat().sort((a, b) => (a.at < b.at ? 1 : -1))
    },
    async read({ versions }, entry) {
      const name = versions.find((one) => idOf(one) === entry)
      if (name === undefined) return null
      const file = await readWork(port, shelf, name, MOST_TRANSCRIPT)
      return file.ok ? done(Buffer.from(file.value.bytes).toString('utf8')) : file
    },
  }
}
