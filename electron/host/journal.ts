import { join } from 'node:path'
import { z } from 'zod'
import type { HostTag, JournalRecord } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading, faultOfWriting } from './disk-fault.ts'
import { codeOf } from './fs-port.ts'
import { readInside } from './path-sandbox.ts'
import { replaceFile, type Tools } from './replace-file.ts'

/** The recovery journals of one collection: one file for each document, written all or nothing, never deleted unread. */
export interface Journal {
  write(document: string, name: string, record: JournalRecord): Promise<Result<null, HostTag>>
  /** The record, or null. An unreadable one is set aside and reported once (`damaged`). */
  read(document: string): Promise<Result<JournalRecord | null, HostTag>>
  /** Drops the record unless it is newer than `version`. */
  drop(document: string, version: number): Promise<Result<null, HostTag>>
}

const MOST_BYTES = 256 * 1024 * 1024
const FORMAT = z.object({
  format: z.literal('scholion-journal'),
  version: z.literal(1),
  original: z.string(),
  sha256: z.string(),
  record: z.object({ version: z.number().int().nonnegative(), base: z.string().nullable(), text: z.string() }),
})

export function journalIn(tools: Tools, folder: string): Journal {
  const { port, sha256, randomHex } = tools
  // documents whose journal this process wrote or gave out: any other is a record nobody has seen yet
  const known = new Set<string>()
  const nameOf = (document: string) => `${document}.json`

  async function setAside(document: string, why: string): Promise<string> {
    const kept = `${document}.${why}-${randomHex(4)}.json`
    await port.rename(join(folder, nameOf(document)), join(folder, kept))
    await port.syncFolder(folder).catch(() => {})
    return kept
  }

  async function stored(document: string): Promise<Result<JournalRecord | null | 'unreadable', HostTag>> {
    try {
      await port.facts(join(folder, nameOf(document)))
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? done(null) : faultOfReading(error, 'the journal')
    }
    const file = await readInside(port, folder, nameOf(document), MOST_BYTES)
    if (!file.ok) return file
    const record = recordOf(Buffer.from(file.value.bytes).toString('utf8'), sha256)
    return done(record ?? 'unreadable')
  }

  return {
    async write(document, name, record) {
      try {
        await port.makeFolder(folder)
        if (!known.has(document)) {
          const before = await stored(document)
          if (before.ok && before.value !== null) await setAside(document, 'unread')
          known.add(document)
        }
      } catch (error) {
        return faultOfWriting(error, `the journal of ${name}`)
      }
      const text = JSON.stringify({
        format: 'scholion-journal',
        version: 1,
        original: name,
        sha256: sha256(Buffer.from(record.text)),
        record,
      })
      const written = await replaceFile(tools, {
        folder,
        name: nameOf(document),
        bytes: Buffer.from(text),
        mode: 0o600,
        first: false,
        lastLook: async () => done(null),
      })
      // a journal is there for power cuts: one that may not outlive one is no journal
      if (written.ok && written.value.warning === null) return done(null)
      if (written.ok)
        return fault(
          'not-durable',
          `The disk reported an error: the recovery copy of ${name} may not outlive a power cut. Save now.`,
        )
      return fault(written.fault.tag, `No recovery copy of ${name} could be kept: ${written.fault.sentence}`)
    },
    async read(document) {
      const found = await stored(document)
      if (!found.ok) return found
      if (found.value !== 'unreadable') {
        known.add(document)
        return done(found.value)
      }
      try {
        const kept = await setAside(document, 'unreadable')
        return fault('damaged', `The recovery copy of this document could not be read. It was kept as ${kept} in ${folder}.`)
      } catch (error) {
        return faultOfReading(error, 'the journal')
      }
    },
    async drop(document, version) {
      const found = await stored(document)
      if (!found.ok) return found
      if (found.value === null || found.value === 'unreadable' || found.value.version > version) return done(null)
      try {
        await port.unlink(join(folder, nameOf(document)))
        return done(null)
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? done(null) : faultOfWriting(error, 'the journal')
      }
    },
  }
}

function recordOf(text: string, sha256: Tools['sha256']): JournalRecord | null {
  try {
    const read = FORMAT.safeParse(JSON.parse(text))
    if (!read.success || sha256(Buffer.from(read.data.record.text)) !== read.data.sha256) return null
    return read.data.record
  } catch {
    return null
  }
}
