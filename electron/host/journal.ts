import { join } from 'node:path'
import type { HostTag, JournalChange, JournalRecord } from '../../shared/api/contract.ts'
import { fits } from '../../shared/api/journal-change.ts'
import { fault, noSuchPlaces, noWholeRecord } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfReading, faultOfWriting } from './disk-fault.ts'
import { codeOf } from './fs-port.ts'
import { changeOf, joined, printChange, printWhole, type Since, wholeOf } from './journal-file.ts'
import { readInside } from './path-sandbox.ts'
import { replaceFile, type Tools } from './replace-file.ts'

/**
 * The recovery journals of one collection, written all or nothing, never deleted unread. Each document has one file with a whole record,
 * and perhaps a second one with what changed since; a change names the very writing of the whole that it belongs to, so that in whatever
 * order a power cut forgets them, the two are never joined wrongly.
 */
export interface Journal {
  write(document: string, name: string, record: JournalRecord | JournalChange): Promise<Result<null, HostTag>>
  /** The record, or null. An unreadable one is set aside and reported once (`damaged`). */
  read(document: string): Promise<Result<JournalRecord | null, HostTag>>
  /** Drops the record unless it is newer than `version`. */
  drop(document: string, version: number): Promise<Result<null, HostTag>>
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

export function journalIn(tools: Tools, folder: string): Journal {
  const { port, sha256, randomHex } = tools
  // documents whose journal this process wrote or gave out: any other is a record nobody has seen yet
  const known = new Set<string>()
  const held = new Map<string, Held>()
  const pathOf = (document: string, ending: string) => join(folder, document + ending)

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

  async function text(name: string): Promise<Result<string | null, HostTag>> {
    try {
      await port.facts(join(folder, name))
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? done(null) : faultOfReading(error, 'the journal')
    }
    const file = await readInside(port, folder, name, MOST_BYTES)
    return file.ok ? done(Buffer.from(file.value.bytes).toString('utf8')) : file
  }

  async function stored(document: string): Promise<Result<Stored, HostTag>> {
    const whole = await text(document + WHOLE)
    if (!whole.ok) return whole
    const change = whole.value === null ? whole : await text(document + CHANGE)
    return change.ok ? done({ whole: whole.value, change: change.value }) : change
  }

  /** The whole file goes first, and for good: a change alone means nothing, an old whole one alone would look like unsaved work. */
  async function remove(document: string): Promise<void> {
    await port.unlink(pathOf(document, WHOLE))
    await port.syncFolder(folder).catch(() => {})
    await port.unlink(pathOf(document, CHANGE)).catch(() => {})
  }

  async function setAside(document: string, why: string, from: string): Promise<string> {
    const kept = `${document}.${why}-${randomHex(4)}.json`
    await port.rename(pathOf(document, from), join(folder, kept))
    await port.syncFolder(folder).catch(() => {})
    return kept
  }

  /** A record that nobody has read yet is kept under another name before the first of this process takes its place. */
  async function keepUnread(document: string): Promise<Result<null, HostTag>> {
    const before = await stored(document)
    if (!before.ok) await setAside(document, 'unread', WHOLE)
    if (!before.ok || before.value.whole === null) return done(null)
    const { whole, change } = before.value
    const read = joined(whole, change, sha256)
    if (read === 'dropped') return done(null)
    if (read === 'unreadable' || change === null) {
      await setAside(document, 'unread', WHOLE)
      if (change !== null) await setAside(document, 'unread', CHANGE)
      return done(null)
    }
    const nonce = randomHex(8)
    const kept = await put(`${document}.unread-${randomHex(4)}.json`, printWhole('', read, nonce, sha256), 'this document')
    if (kept.ok) await remove(document)
    return kept
  }

  async function writeWhole(document: string, name: string, record: JournalRecord): Promise<Result<null, HostTag>> {
    held.delete(document)
    const nonce = randomHex(8)
    const written = await put(document + WHOLE, printWhole(name, record, nonce, sha256), name)
    if (!written.ok) return written
    await port.unlink(pathOf(document, CHANGE)).catch(() => {})
    const { stamp } = await port.facts(pathOf(document, WHOLE))
    const { text, version } = record
    held.set(document, { of: sha256(Buffer.from(text)), nonce, length: text.length, stamp, version, dropped: false })
    return done(null)
  }

  async function stillHeld(document: string): Promise<Held | null> {
    const mine = held.get(document)
    if (!mine) return null
    const facts = await port.facts(pathOf(document, WHOLE)).catch(() => null)
    return facts?.stamp === mine.stamp ? mine : null
  }

  async function writeSince(document: string, name: string, mine: Held, since: Since): Promise<Result<null, HostTag>> {
    const written = await put(document + CHANGE, printChange(mine.nonce, since, sha256), name)
    if (!written.ok) return written
    held.set(document, 'dropped' in since ? { ...mine, dropped: true } : { ...mine, version: since.version, dropped: false })
    return written
  }

  return {
    async write(document, name, record) {
      try {
        await port.makeFolder(folder)
        if (!known.has(document)) {
          const kept = await keepUnread(document)
          if (!kept.ok) return kept
          known.add(document)
        }
        if ('text' in record) return await writeWhole(document, name, record)
        const mine = await stillHeld(document)
        if (mine === null || mine.of !== record.of) return noWholeRecord()
        if (!fits(mine.length, record.splices)) return noSuchPlaces()
        const { version, base, splices } = record
        return await writeSince(document, name, mine, { version, base, splices })
      } catch (error) {
        return faultOfWriting(error, `the journal of ${name}`)
      }
    },
    async read(document) {
      const found = await stored(document)
      if (!found.ok) return found
      const { whole, change } = found.value
      const record = whole === null ? null : joined(whole, change, sha256)
      if (record !== 'unreadable') {
        known.add(document)
        return done(record === 'dropped' ? null : record)
      }
      try {
        // where only what changed last cannot be read, the record before it is left for the next asking
        const kept = await setAside(document, 'unreadable', wholeOf(whole ?? '', sha256) === null ? WHOLE : CHANGE)
        return fault(
          'damaged',
          `The recovery copy of this document could not be read. It was kept as ${kept} beside the other recovery copies.`,
        )
      } catch (error) {
        return faultOfReading(error, 'the journal')
      }
    },
    async drop(document, version) {
      try {
        const mine = await stillHeld(document)
        if (mine !== null && mine.version > version) return done(null)
        if (mine !== null && mine.length >= WORTH_KEEPING)
          return await writeSince(document, 'this document', mine, { dropped: true })
        if (mine === null) {
          const found = await stored(document)
          if (!found.ok) return found
          const record = found.value.whole === null ? null : joined(found.value.whole, found.value.change, sha256)
          if (record === null || record === 'unreadable' || record === 'dropped' || record.version > version) return done(null)
        }
        held.delete(document)
        await remove(document)
        return done(null)
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? done(null) : faultOfWriting(error, 'the journal')
      }
    },
    async tidy() {
      try {
        for (const raw of await port.list(folder)) {
          const document = /^([A-Za-z0-9_-]+)\.change\.json$/.exec(Buffer.from(raw).toString())?.[1]
          if (document === undefined) continue
          // the small file is looked at first: whole records are long
          const change = await text(document + CHANGE)
          const since = change.ok && change.value !== null ? changeOf(change.value, sha256) : null
          if (since === null || !('dropped' in since.since)) continue
          const found = await stored(document)
          if (!found.ok) continue
          const { whole } = found.value
          if (whole === null) await port.unlink(pathOf(document, CHANGE))
          else if (joined(whole, found.value.change, sha256) === 'dropped') await remove(document)
        }
      } catch {
        // what cannot be removed now is removed at a later start
      }
    },
    async close() {
      for (const [document, { dropped }] of held) {
        if (dropped && (await stillHeld(document))) await remove(document).catch(() => {})
      }
    },
  }
}
