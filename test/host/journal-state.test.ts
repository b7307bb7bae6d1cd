import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { BEFORE_SITTINGS } from '../../shared/api/contract.ts'
import { journalOf, makePlace, type Place, SITTING, sha256, tagOf, transcript, value } from '../contract/letters.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

const open = async () => value(await openFolderHost(place))
const collections = () => join(place.stateDir, 'collections')
const journals = async () => join(collections(), (await readdir(collections()))[0] ?? '', 'journal')

async function firstLetter() {
  const host = await open()
  const document = value(await host.list()).documents[0]?.id ?? ''
  return { host, document }
}
const record = { version: 3, base: null, text: transcript('letter.md', 'unsaved') }

describe('the journal', () => {
  it('is there after a restart, readable by its owner alone', async () => {
    const { host, document } = await firstLetter()
    value(await host.writeJournal({ document, sitting: SITTING, record }))
    await host.close()
    const again = await open()
    expect(await journalOf(again, document)).toEqual(record)
    expect((await stat(join(await journals(), `${document}+${SITTING}.json`))).mode & 0o777).toBe(0o600)
    expect((await stat(place.stateDir)).mode & 0o777).toBe(0o700)
    await again.close()
  })

  it('that cannot be read is kept and reported, once', async () => {
    const { host, document } = await firstLetter()
    value(await host.writeJournal({ document, sitting: SITTING, record }))
    const path = join(await journals(), `${document}+${SITTING}.json`)
    const whole = await readFile(path, 'utf8')
    for (const damage of ['', whole.slice(0, -9), whole.replace('unsaved', 'altered'), '\0'.repeat(whole.length)]) {
      await writeFile(path, damage)
      const told = value(await host.readJournals({ document }))
      expect(told.notices.join()).toContain('could not be read')
      expect(told.journals).toEqual([])
      expect(await journalOf(host, document)).toBeNull()
      const kept = await readdir(await journals())
      const contents = await Promise.all(kept.map(async (name) => readFile(join(await journals(), name), 'utf8')))
      expect(contents).toContain(damage)
    }
    await host.close()
  })

  it('that was written when each document had one only is read, and goes when it was answered', async () => {
    const { host, document } = await firstLetter()
    const text = JSON.stringify(record.text)
    const hash = sha256(record.text)
    await mkdir(await journals(), { recursive: true })
    const old = `{"format":"scholion-journal","version":1,"original":"x","sha256":"${hash}","record":{"version":3,"base":null,"text":${text}}}`
    await writeFile(join(await journals(), `${document}.json`), old)
    value(await host.writeJournal({ document, sitting: SITTING, record: { ...record, version: 1 } }))
    const { journals: left } = value(await host.readJournals({ document }))
    expect(left.map(({ sitting }) => sitting).sort()).toEqual([BEFORE_SITTINGS, SITTING])
    expect(left.find(({ sitting }) => sitting === BEFORE_SITTINGS)?.record).toEqual(record)
    value(await host.dropJournal({ document, sitting: BEFORE_SITTINGS, version: 3, last: true }))
    expect(value(await host.readJournals({ document })).journals.map(({ sitting }) => sitting)).toEqual([SITTING])
    await host.close()
  })

  it('of one sitting that cannot be read hides none of the others', async () => {
    const { host, document } = await firstLetter()
    for (const sitting of ['one', 'two']) value(await host.writeJournal({ document, sitting, record }))
    await writeFile(join(await journals(), `${document}+two.json`), 'damage')
    const told = value(await host.readJournals({ document }))
    expect(told.journals).toEqual([{ sitting: 'one', record }])
    expect(told.notices).toHaveLength(1)
    await host.close()
  })
})

describe('what changed since the last whole journal', () => {
  const long = transcript('letter.md', 'unsaved words '.repeat(8000))
  const change = (version: number) => ({
    version,
    base: null,
    of: sha256(long),
    splices: [{ from: 3, to: 3, text: ' '.repeat(version) }],
  })
  const whole = (version: number) => ({
    version,
    base: null,
    text: `${long.slice(0, 3)}${' '.repeat(version)}${long.slice(3)}`,
  })
  const files = async () => (await readdir(await journals())).sort()

  async function changed() {
    const { host, document } = await firstLetter()
    value(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text: long } }))
    value(await host.writeJournal({ document, sitting: SITTING, record: change(2) }))
    return { host, document }
  }

  it('is a small file beside it, and both are there after a restart', async () => {
    const { host, document } = await changed()
    expect((await stat(join(await journals(), `${document}+${SITTING}.change.json`))).size).toBeLessThan(1000)
    const again = await open()
    expect(await journalOf(again, document)).toEqual(whole(2))
    // another process did not write the whole record, so it does not know it
    expect(tagOf(await again.writeJournal({ document, sitting: SITTING, record: change(3) }))).toBe('missing')
    for (const one of [host, again]) await one.close()
  })

  it('that cannot be read is kept and reported, and then the whole one is offered', async () => {
    const { host, document } = await changed()
    await host.close()
    const path = join(await journals(), `${document}+${SITTING}.change.json`)
    const text = await readFile(path, 'utf8')
    for (const damage of ['', text.slice(0, -9), text.replace('"version":2', '"version":9'), '\0'.repeat(text.length)]) {
      await writeFile(path, damage)
      const again = await open()
      const told = value(await again.readJournals({ document }))
      expect(told.notices.join()).toContain('could not be read')
      expect(told.journals.map((one) => one.record)).toEqual([{ version: 1, base: null, text: long }])
      const contents = await Promise.all((await files()).map(async (name) => readFile(join(await journals(), name), 'utf8')))
      expect(contents).toContain(damage)
      await again.close()
    }
  })

  it('is not joined with a whole record that was written after it, or by somebody else', async () => {
    const { host, document } = await changed()
    const path = join(await journals(), `${document}+${SITTING}.change.json`)
    const old = await readFile(path)
    // the very same text, written anew: as a crash between the two files would leave them
    value(await host.writeJournal({ document, sitting: SITTING, record: { version: 5, base: null, text: long } }))
    await writeFile(path, old)
    expect(await journalOf(host, document)).toEqual({ version: 5, base: null, text: long })
    const other = await open()
    await journalOf(other, document)
    value(await other.writeJournal({ document, sitting: SITTING, record: { version: 6, base: null, text: long } }))
    expect(tagOf(await host.writeJournal({ document, sitting: SITTING, record: change(7) }))).toBe('missing')
    for (const one of [host, other]) await one.close()
  })

  it('leaves nothing behind once it was dropped and the program ended, also by a kill', async () => {
    const { host, document } = await changed()
    value(await host.dropJournal({ document, sitting: SITTING, version: 2 }))
    expect(await files(), 'the next change may be one of it').toHaveLength(2)
    // not closed: as a kill would leave it
    const again = await open()
    expect(await journalOf(again, document)).toBeNull()
    expect(await files()).toEqual([])
    value(await again.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text: long } }))
    value(await again.dropJournal({ document, sitting: SITTING, version: 1 }))
    await again.close()
    expect(await files()).toEqual([])
    await host.close()
  })

  it('leaves nothing behind once its sitting is over', async () => {
    const { host, document } = await changed()
    value(await host.dropJournal({ document, sitting: SITTING, version: 2, last: true }))
    expect(await files()).toEqual([])
    await host.close()
  })

  it('of which a power cut forgot the whole is swept at the next start', async () => {
    const { host, document } = await changed()
    await rm(join(await journals(), `${document}+${SITTING}.json`))
    await host.close()
    const again = await open()
    expect(await files()).toEqual([])
    await again.close()
  })
})
