import fc from 'fast-check'
import { expect } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { isOwnTemp } from '../../electron/host/replace-file.ts'
import { splicesBetween } from '../../shared/api/journal-change.ts'
import type { Result } from '../../shared/model/result.ts'
import { journalOf, SITTING, sha256, transcript, value } from '../contract/letters.ts'
import { CrashDisk, type Fate } from './crash-disk.ts'

const ORIGINAL = 'the paper'
const LETTER = '/letters/letter.txt'
const EDITION = 'letter.txt.html'

export const newDisk = () => new CrashDisk(new Map([[LETTER, Buffer.from(ORIGINAL)]]), ['/letters', '/state'])

/** Opens the collection on a disk in memory; the same disk gives the same random names again. */
export async function openOn(disk: CrashDisk) {
  let random = disk.operations
  const randomBytes = (count: number) => {
    random += 1
    return Buffer.from(sha256(`${random}`), 'hex').subarray(0, count)
  }
  const options = {
    folder: '/letters',
    stateDir: '/state',
    port: disk.port,
    pause: async () => {},
    randomBytes,
    now: () => new Date(0),
  }
  const host = value(await openFolderHost(options))
  const id = value(await host.list()).documents[0]?.id ?? ''
  return { host, id }
}

const KINDS = ['save', 'journal', 'change', 'change', 'drop', 'registers', 'edition', 'copy', 'version'] as const

export interface Act {
  readonly kind: (typeof KINDS)[number]
  readonly words: string
  /** So long that the whole recovery copy stays when it is dropped. */
  readonly long: boolean
}

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    words: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    long: fc.boolean(),
  }),
  { minLength: 1, maxLength: 9 },
)
export const fate: fc.Arbitrary<Fate> = fc.record({
  entries: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
  bytes: fc.double({ min: 0, max: 1, noNaN: true }),
})

/** What stands somewhere: what was acknowledged last, and what was under way when the power went. Null: nothing. */
interface Standing {
  sure: string | null
  perhaps: string | null
}
const nothing = (): Standing => ({ sure: null, perhaps: null })

/** What a person was told before the power went. */
export interface Told {
  readonly saved: string[]
  readonly transcript: Standing
  readonly journal: Standing
  readonly registers: Standing
  readonly edition: Standing
  /** Conflict copies and kept versions by name. */
  readonly beside: Map<string, string>
}

/** Works until the power goes, `cutAfter` operations of the disk after the collection was opened. */
export async function work(disk: CrashDisk, acts: readonly Act[], cutAfter: number): Promise<Told> {
  const { host, id } = await openOn(disk)
  disk.cutAfter = disk.operations + cutAfter
  const told: Told = {
    saved: [],
    transcript: nothing(),
    journal: nothing(),
    registers: nothing(),
    edition: nothing(),
    beside: new Map(),
  }
  let whole: string | null = null
  /** Does one thing; false where it was not acknowledged. */
  const doing = async (standing: Standing, after: string | null, result: Promise<Result<{ warning?: string | null } | null>>) => {
    standing.perhaps = after
    const answer = await result
    // a recovery copy that comes back in a power cut harms nobody: it is offered, and the file stands
    if (after === null && disk.operations > disk.cutAfter) return false
    if (!answer.ok || (answer.value !== null && (answer.value.warning ?? null) !== null)) return false
    standing.sure = after
    return true
  }

  for (const [n, { kind, words, long }] of acts.entries()) {
    const text = transcript('letter.txt', words + n + (long ? 'x'.repeat(70_000) : ''))
    const base = told.transcript.sure === null ? null : sha256(told.transcript.sure)
    const ask = { document: id, text, base, originals: ['letter.txt'], manual: true }
    let went = true
    if (kind === 'save') {
      went = await doing(told.transcript, text, host.writeTranscript(ask))
      if (went) told.saved.push(text)
    } else if (kind === 'journal' || (kind === 'change' && whole === null)) {
      went = await doing(
        told.journal,
        text,
        host.writeJournal({ document: id, sitting: SITTING, record: { version: n, base, text } }),
      )
      whole = text
    } else if (kind === 'change' && whole !== null) {
      const record = { version: n, base, of: sha256(whole), splices: splicesBetween(whole, text) }
      const written = host.writeJournal({ document: id, sitting: SITTING, record })
      const answer = await written
      // dropped whole: the host no longer holds what this is a change of, and says so
      if (!answer.ok && answer.fault.tag === 'missing') continue
      went = await doing(told.journal, text, written)
    } else if (kind === 'drop')
      went = await doing(told.journal, null, host.dropJournal({ document: id, sitting: SITTING, version: n }))
    else if (kind === 'registers') {
      const base = told.registers.sure === null ? null : sha256(told.registers.sure)
      went = await doing(told.registers, `{"hands":[${n}]}`, host.writeRegisters({ text: `{"hands":[${n}]}`, base }))
    } else if (kind === 'edition') {
      const files = [{ name: EDITION, base64: Buffer.from(text).toString('base64') }]
      const written = host.writeExport({ files, overwrite: true })
      went = await doing(
        told.edition,
        text,
        (async () => ((await written).ok ? { ok: true, value: null } : await written) as never)(),
      )
    } else {
      const asked =
        kind === 'copy'
          ? await host.writeConflictCopy({ document: id, text, who: `${n}` })
          : await host.keepVersion({ document: id, revision: base ?? '', label: `${n}` })
      if (asked.ok) told.beside.set(asked.value.name, kind === 'copy' ? text : (told.transcript.sure ?? ''))
      else if (disk.operations > disk.cutAfter) went = false
    }
    if (!went) break
  }
  await host.close()
  return told
}

/** What is found after the power cut must hold all that a person was told. */
export async function checkAfter(found: CrashDisk, told: Told): Promise<void> {
  expect(found.text(LETTER)).toBe(ORIGINAL)
  const one = ({ sure, perhaps }: Standing) => [sure, perhaps]
  expect(one(told.transcript)).toContain(found.text(`${LETTER}.tei.json`))
  expect(one(told.registers)).toContain(found.text('/letters/collection.json'))
  expect(one(told.edition)).toContain(found.text(`/letters/editions/${EDITION}`))
  for (const [name, text] of told.beside) expect(found.text(`/letters/${name}`)).toBe(text)
  // whatever else stands there is whole, or is known to be half-written
  for (const path of found.paths('/letters')) {
    const name = path.slice('/letters/'.length)
    if (!isOwnTemp(name) && name.endsWith('.json')) expect(() => JSON.parse(found.text(path) ?? '')).not.toThrow()
  }

  const { host, id } = await openOn(found)
  expect(one(told.journal)).toContain((await journalOf(host, id))?.text ?? null)
  const history = await Promise.all(
    value(await host.listHistory({ document: id })).map(async ({ id: entry }) => host.readHistory({ document: id, entry })),
  )
  const texts = history.map((entry) => (entry.ok ? entry.value : 'damaged'))
  for (const text of told.saved.slice(0, -1)) expect(texts).toContain(text)
  await host.close()
}
