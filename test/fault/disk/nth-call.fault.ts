import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FolderHost, openFolderHost } from '../../../electron/host/folder-host.ts'
import { systemError } from '../../../electron/host/fs-port.ts'
import { isOwnTemp } from '../../../electron/host/replace-file.ts'
import { HOST_TAGS } from '../../../shared/api/contract.ts'
import { splicesBetween } from '../../../shared/api/journal-change.ts'
import type { Result } from '../../../shared/model/result.ts'
import { originalsIn } from '../../contract/folder-disk.ts'
import { makePlace, type Place, SITTING, sha256, transcript, value } from '../../contract/letters.ts'
import { brokenFs } from '../../host/broken-fs.ts'
import { report, SHORT } from '../measure.ts'

const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EBUSY', 'ENOENT', 'EMFILE', 'EROFS']
/** What goes wrong, and whether once or from then on. */
const FAULTS = SHORT
  ? [
      { code: 'EIO', lasting: false },
      { code: 'ENOSPC', lasting: true },
    ]
  : CODES.flatMap((code) => [false, true].map((lasting) => ({ code, lasting })))
/** So many are tried side by side, each in a folder of its own: they wait for the disk most of the time. */
const SIDE_BY_SIDE = 8
const LONG = 'x'.repeat(70_000)
const OLD = transcript('letter.txt', 'the old words')
const NEW = transcript('letter.txt', 'the new words, and some more of them')
const [WHOLE, LATER] = [transcript('letter.txt', `unsaved ${LONG}`), transcript('letter.txt', `unsaved words ${LONG}`)]

interface Stage {
  readonly host: FolderHost
  readonly document: string
}
type Run = (stage: Stage) => Promise<Result<unknown>>
interface Operation {
  /** What stands before. */
  readonly before?: Run
  readonly run: Run
}

const save = (text: string, base: string | null): Run => {
  return ({ host, document }) => host.writeTranscript({ document, text, base, originals: ['letter.txt'], manual: true })
}
const edition = (text: string): Run => {
  const file = (name: string) => ({ name, base64: Buffer.from(text + name).toString('base64') })
  return ({ host }) => host.writeExport({ files: [file('letter.txt.html'), file('letter.txt.xml')], overwrite: true })
}
const journal = (version: number, text: string): Run => {
  return ({ host, document }) => host.writeJournal({ document, sitting: SITTING, record: { version, base: null, text } })
}
const OPERATIONS: Readonly<Record<string, Operation>> = {
  'the first save': { run: save(OLD, null) },
  'a later save': { before: save(OLD, null), run: save(NEW, sha256(OLD)) },
  'a conflict copy': {
    before: save(OLD, null),
    run: ({ host, document }) => host.writeConflictCopy({ document, text: NEW, who: 'A' }),
  },
  'a version kept for good': {
    before: save(OLD, null),
    run: ({ host, document }) => host.keepVersion({ document, revision: sha256(OLD), label: 'signed' }),
  },
  'the registers': {
    before: ({ host }) => host.writeRegisters({ text: '{"hands":[]}', base: null }),
    run: ({ host }) => host.writeRegisters({ text: '{"hands":[1]}', base: sha256('{"hands":[]}') }),
  },
  'an edition': { run: edition('one ') },
  'an edition over another': { before: edition('one '), run: edition('two ') },
  'a recovery copy': { before: journal(1, OLD), run: journal(2, NEW) },
  'what changed since a recovery copy': {
    before: journal(1, WHOLE),
    run: ({ host, document }) =>
      host.writeJournal({
        document,
        sitting: SITTING,
        record: { version: 2, base: null, of: sha256(WHOLE), splices: splicesBetween(WHOLE, LATER) },
      }),
  },
  'dropping a recovery copy': {
    before: journal(1, NEW),
    run: ({ host, document }) => host.dropJournal({ document, sitting: SITTING, version: 1 }),
  },
  'dropping a long recovery copy': {
    before: journal(1, WHOLE),
    run: ({ host, document }) => host.dropJournal({ document, sitting: SITTING, version: 1 }),
  },
  'the settings': {
    before: ({ host }) => host.writeSettings({ settings: { name: 'A' } }),
    run: ({ host }) => host.writeSettings({ settings: { name: 'B' } }),
  },
}

/** Everything that a person could find again, as it stands on the disk or as a fresh program gives it out. */
async function found(place: Place): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>()
  for (const entry of await readdir(place.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || isOwnTemp(entry.name)) continue
    all.set(entry.name, await readFile(join(entry.parentPath, entry.name), 'utf8'))
  }
  const { host, document } = await openOn(place)
  const unsaved = value(await host.readJournals({ document }))
  all.set('the recovery copy', unsaved.notices[0] ?? unsaved.journals[0]?.record.text ?? '')
  all.set('the settings', JSON.stringify(value(await host.readSettings())))
  const history = value(await host.listHistory({ document })).filter((one) => one.kept === null)
  for (const { id, revision } of history) all.set(`history ${revision}`, value(await host.readHistory({ document, entry: id })))
  await host.close()
  return all
}

async function openOn(place: Place, port = brokenFs(() => undefined)): Promise<Stage> {
  const host = value(await openFolderHost({ ...place, port, pause: async () => {} }))
  return { host, document: value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? '' }
}

/** How an operation went whose `nth` call of the disk failed: its answer, how many calls there were, what stood before and after. */
async function tried({ before, run }: Operation, nth: number, code: string, lasting: boolean) {
  const place = await makePlace()
  try {
    const originals = await originalsIn(place.folder)
    let [count, armed] = [0, false]
    const port = brokenFs(() => {
      if (armed) count += 1
      if (armed && (lasting ? count >= nth : count === nth)) throw systemError(code, 'on purpose')
      return undefined
    })
    const stage = await openOn(place, port)
    if (before) value(await before(stage))
    const stood = await found(place)
    armed = true
    const answer = await run(stage)
    armed = false
    await stage.host.close()
    expect(await originalsIn(place.folder)).toEqual(originals)
    return { answer, count, stood, stands: await found(place) }
  } finally {
    await place.remove()
  }
}

let calls = 0
describe('when any one call of the disk fails', () => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    it(`${name}: what stands is the old or the new, never mixed; what is called done is there; no original is touched`, async () => {
      const well = await tried(operation, Number.POSITIVE_INFINITY, '', false)
      expect(well.answer.ok).toBe(true)
      const judge = async ({ code, lasting, nth }: (typeof FAULTS)[number] & { readonly nth: number }) => {
        calls += 1
        const { answer, stood, stands } = await tried(operation, nth, code, lasting)
        const what = `${code} ${lasting ? 'from' : 'at'} call ${nth}`
        for (const one of new Set([...stood.keys(), ...stands.keys(), ...well.stands.keys()]))
          expect([stood.get(one), well.stands.get(one)], `${one}, ${what}`).toContain(stands.get(one))
        if (!answer.ok) expect(HOST_TAGS.filter((tag) => tag !== 'bug')).toContain(answer.fault.tag)
        // a warning says what is missing: the version before, in the history
        else if (!JSON.stringify(answer.value).includes('"warning":"'))
          expect(Object.fromEntries(stands), `called done, ${what}`).toEqual(Object.fromEntries(well.stands))
      }
      const all = FAULTS.flatMap((one) => Array.from({ length: well.count }, (_, n) => ({ ...one, nth: n + 1 })))
      for (let at = 0; at < all.length; at += SIDE_BY_SIDE) await Promise.all(all.slice(at, at + SIDE_BY_SIDE).map(judge))
    })
  }

  it('all was tried', () => {
    const kinds = Object.keys(OPERATIONS).length
    report(
      'failing calls',
      `${calls} failures of one call (${SHORT ? 'EIO once, ENOSPC for ever' : `${CODES.join(', ')}, once and for ever`}) in ${kinds} operations: mixed 0, done but not there 0, originals changed 0`,
    )
    expect(calls).toBeGreaterThan(400)
  })
})
