import { join } from 'node:path'
import {
  BEFORE_SITTINGS,
  type HostTag,
  type JournalChange,
  type JournalRecord,
  type Journals,
  type KeptJournal,
} from '../../shared/api/contract.ts'
import { fits } from '../../shared/api/journal-change.ts'
import { fault, noSuchPlaces, noWholeRecord } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading, faultOfWriting } from './disk-fault.ts'
import { codeOf } from './fs-port.ts'
import { changeOf, joined, printChange, printWhole, type Since, wholeOf } from './journal-file.ts'
import { readInside } from './path-sandbox.ts'
import { replaceFile, type Tools } from './replace-file.ts'

/** Whose journal it is: that of one opening of one document. */
export interface Sitting {
  readonly document: string
  readonly sitting: string
}

/**
 * The recovery journals of one collection, written all or nothing, never deleted unread. Each sitting over a document has one file with a
 * whole record, and perhaps a second one with what changed since; a change names the very writing of the whole that it belongs to, so that
 * in whatever order a power cut forgets them, the two are never joined wrongly.
 */
export interface Journal {
  write(whose: Sitting, name: string, record: JournalRecord | JournalChange): Promise<Result<null, HostTag>>
  /** The journals of all sittings over a document, newest first. An unreadable one is set aside and told of once. */
  read(document: string): Promise<Result<Journals, HostTag>>
  /** Drops the record unless it is newer than `version`; for good where the sitting is over (`last`). */
  drop(whose: Sitting, version: number, last: boolean): Promise<Result<null, HostTag>>
  /** The documents over which a sitting left something, by the names of the files alone. */
  waiting(): Promise<ReadonlySet<string>>
  /** Removes what was dropped by whomever, and kept only because changes might have followed. For a start with nobody else there. */
  tidy(): Promise<void>
  /** Removes what this process dropped. For the end. */
  close(): Promise<void>
}

/** The whole record that this process wrote last of a document, as far as it must be known. */
interface Held {
  readonly of: string
  readonly nonce: string
  /** UTF-16 units. */
  readonly length: number
  /** The file's, to see whether somebody else wrote it since. */
  readonly stamp: string
  /** Newest version written, whole or change. */
  readonly version: number
  readonly dropped: boolean
}

interface Stored {
  readonly whole: string | null
  readonly change: string | null
}

const MOST_BYTES = 256 * 1024 * 1024
/** A whole record of so many UTF-16 units stays when it is dropped: the next one may be a change of it. */
const WORTH_KEEPING = 65_536
const WHOLE = '.json'
const CHANGE = '.change.json'
const OF_SITTING = /^(?:\+([A-Za-z0-9_-]{1,64}))?\.json$/
const WHOLE_OF = /^([A-Za-z0-9_-]+(?:\+[A-Za-z0-9_-]+)?)\.json$/
const CHANGED = /^([A-Za-z0-9_-]+(?:\+[A-Za-z0-9_-]+)?)\.change\.json$/

/** What the files of a sitting are called. When each document had one journal, they bore its id alone. */
function keyOf({ document, sitting }: Sitting): string {
  return sitting === BEFORE_SITTINGS ? document : `${document}+${sitting}`
}

export function journalIn(tools: Tools, folder: string): Journal {
  const { port, sha256, randomHex } = tools
  const held = new Map<string, Held>()
  const pathOf = (key: string, ending: string) => join(folder, key + ending)

  async function put(name: string, text: string, what: string): Promise<Result<null, HostTag>> {
    const bytes = Buffer.from(text)
    const lastLook = async () => done(null)
    const written = await replaceFile(tools, { folder, name, bytes, mode: 0o600, first: false, lastLook })
    // a journal is there for power cuts: one that may not outlive one is no journal
    if (written.ok && written.value.warning === null) return done(null)
    if (written.ok)
      return fault(
        'not-durable',
        `The disk reported an error: the recovery copy of ${what} may not outlive a power cut. Save now.`,
      )
    return fault(written.fault.tag, `No recovery copy of ${what} could be kept: ${written.fault.sentence}`)
  }

  async function isThere(path: string): Promise<boolean> {
    try {
      await port.facts(path)
      return true
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    }
  }

  async function text(name: string): Promise<Result<string | null, HostTag>> {
    try {
      if (!(await isThere(join(folder, name)))) return done(null)
    } catch (error) {
      return faultOfReading(error, 'the journal')
    }
    const file = await readInside(port, folder, name, MOST_BYTES)
    return file.ok ? done(Buffer.from(file.value.bytes).toString('utf8')) : file
  }

  async function stored(key: string): Promise<Result<Stored, HostTag>> {
    const whole = await text(key + WHOLE)
    if (!whole.ok) return whole
    const change = whole.value === null ? whole : await text(key + CHANGE)
    return change.ok ? done({ whole: whole.value, change: change.value }) : change
  }

  /** The whole file goes first, and for good: a change alone means nothing, an old whole one alone would look like unsaved work. */
  async function remove(key: string): Promise<void> {
    await port.unlink(pathOf(key, WHOLE))
    await port.syncFolder(folder).catch(() => {})
    await port.unlink(pathOf(key, CHANGE)).catch(() => {})
  }

  async function setAside(key: string, why: string, from: string): Promise<string> {
    const kept = `${key}.${why}-${randomHex(4)}.json`
    await port.rename(pathOf(key, from), join(folder, kept))
    await port.syncFolder(folder).catch(() => {})
    return kept
  }

  async function writeWhole(key: string, name: string, record: JournalRecord): Promise<Result<null, HostTag>> {
    held.delete(key)
    const nonce = randomHex(8)
    const written = await put(key + WHOLE, printWhole(name, record, nonce, sha256), name)
    if (!written.ok) return written
    await port.unlink(pathOf(key, CHANGE)).catch(() => {})
    const { stamp } = await port.facts(pathOf(key, WHOLE))
    const { text, version } = record
    held.set(key, { of: sha256(Buffer.from(text)), nonce, length: text.length, stamp, version, dropped: false })
    return done(null)
  }

  async function stillHeld(key: string): Promise<Held | null> {
    const mine = held.get(key)
    if (!mine) return null
    const facts = await port.facts(pathOf(key, WHOLE)).catch(() => null)
    return facts?.stamp === mine.stamp ? mine : null
  }

  async function writeSince(key: string, name: string, mine: Held, since: Since): Promise<Result<null, HostTag>> {
    const written = await put(key + CHANGE, printChange(mine.nonce, since, sha256), name)
    if (!written.ok) return written
    held.set(key, 'dropped' in since ? { ...mine, dropped: true } : { ...mine, version: since.version, dropped: false })
    return written
  }

  /** The journals' sittings, the one whose files were written last first: for the order of showing alone. */
  async function sittingsOf(document: string): Promise<readonly string[]> {
    const names = (await port.list(folder)).map((raw) => Buffer.from(raw).toString())
    const found = names.flatMap((name) => {
      const match = name.startsWith(document) ? OF_SITTING.exec(name.slice(document.length)) : null
      return match ? [match[1] ?? BEFORE_SITTINGS] : []
    })
    const changed = async (sitting: string) => {
      const key = keyOf({ document, sitting })
      const times = [WHOLE, CHANGE].map(async (ending) => (await port.facts(pathOf(key, ending)).catch(() => null))?.changed ?? 0)
      return { sitting, at: Math.max(...(await Promise.all(times))) }
    }
    return (await Promise.all(found.map(changed))).sort((a, b) => b.at - a.at).map(({ sitting }) => sitting)
  }

  /** What one sitting left. A file that cannot be read is set aside, so that it is told of once and no other is hidden by it. */
  async function journalOf(whose: Sitting): Promise<{ readonly journal: KeptJournal | null; readonly notice: string | null }> {
    const { sitting } = whose
    const key = keyOf(whose)
    const found = await stored(key)
    if (!found.ok) return { journal: null, notice: found.fault.sentence }
    const { whole, change } = found.value
    const record = whole === null ? null : joined(whole, change, sha256)
    // what this process dropped stays: its sitting may go on, and write what changed since
    if (record === 'dropped' && (await stillHeld(key)) === null) await remove(key).catch(() => {})
    if (record === null || record === 'dropped') return { journal: null, notice: null }
    if (record !== 'unreadable') return { journal: { sitting, record }, notice: null }
    // where only what changed last cannot be read, the record before it is left
    const before = wholeOf(whole ?? '', sha256)?.record ?? null
    const kept = await setAside(key, 'unreadable', before === null ? WHOLE : CHANGE)
    if (before === null && change !== null) await setAside(key, 'unreadable', CHANGE)
    const notice = `The recovery copy of this document could not be read. It was kept as ${kept} beside the other recovery copies.`
    return { journal: before && { sitting, record: before }, notice }
  }

  return {
    async write(whose, name, record) {
      const key = keyOf(whose)
      try {
        await port.makeFolder(folder)
        if ('text' in record) return await writeWhole(key, name, record)
        const mine = await stillHeld(key)
        if (mine === null || mine.of !== record.of) return noWholeRecord()
        if (!fits(mine.length, record.splices)) return noSuchPlaces()
        const { version, base, splices } = record
        return await writeSince(key, name, mine, { version, base, splices })
      } catch (error) {
        return faultOfWriting(error, `the journal of ${name}`)
      }
    },
    async read(document) {
      try {
        const found = []
        for (const sitting of await sittingsOf(document)) found.push(await journalOf({ document, sitting }))
        const journals = found.flatMap(({ journal }) => (journal === null ? [] : [journal]))
        return done({ journals, notices: found.flatMap(({ notice }) => (notice === null ? [] : [notice])) })
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return done({ journals: [], notices: [] })
        return faultOfReading(error, 'the journal')
      }
    },
    async drop(whose, version, last) {
      const key = keyOf(whose)
      try {
        const mine = await stillHeld(key)
        if (mine !== null && mine.version > version) return done(null)
        if (mine !== null && mine.length >= WORTH_KEEPING && !last)
          return await writeSince(key, 'this document', mine, { dropped: true })
        if (mine === null) {
          const found = await stored(key)
          if (!found.ok) return found
          const record = found.value.whole === null ? null : joined(found.value.whole, found.value.change, sha256)
          if (record === null || record === 'unreadable') return done(null)
          if (record !== 'dropped' && record.version > version) return done(null)
        }
        held.delete(key)
        await remove(key)
        return done(null)
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? done(null) : faultOfWriting(error, 'the journal')
      }
    },
    async waiting() {
      try {
        const names = (await port.list(folder)).map((raw) => Buffer.from(raw).toString())
        const keys = names.flatMap((name) => WHOLE_OF.exec(name)?.[1] ?? [])
        return new Set(keys.filter((key) => !held.get(key)?.dropped).map((key) => key.split('+')[0]!))
      } catch {
        // where there is no folder nothing waits; where it cannot be read, opening says so
        return new Set()
      }
    },
    async tidy() {
      try {
        for (const raw of await port.list(folder)) {
          const key = CHANGED.exec(Buffer.from(raw).toString())?.[1]
          if (key === undefined) continue
          if (!(await isThere(pathOf(key, WHOLE)))) {
            // a change of nothing means nothing
            await port.unlink(pathOf(key, CHANGE))
            continue
          }
          // the small file is looked at first: whole records are long
          const change = await text(key + CHANGE)
          const since = change.ok && change.value !== null ? changeOf(change.value, sha256) : null
          if (since === null || !('dropped' in since.since)) continue
          const found = await stored(key)
          if (found.ok && joined(found.value.whole ?? '', found.value.change, sha256) === 'dropped') await remove(key)
        }
      } catch {
        // what cannot be removed now is removed at a later start
      }
    },
    async close() {
      for (const [key, { dropped }] of held) {
        if (dropped && (await stillHeld(key))) await remove(key).catch(() => {})
      }
    },
  }
}
