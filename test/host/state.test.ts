import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { type FsPort, realFs, systemError } from '../../electron/host/fs-port.ts'
import { type Kept, toDrop } from '../../electron/host/history.ts'
import { makeQueue, takeLock } from '../../electron/host/lock.ts'
import { type Notify, watchFolder } from '../../electron/host/watch.ts'
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

describe('settings', () => {
  it('that cannot be read are set aside, and the program starts', async () => {
    await mkdir(place.stateDir)
    await writeFile(join(place.stateDir, 'settings.json'), '\0\0\0')
    const host = await open()
    expect(value(await host.readSettings())).toEqual({})
    value(await host.writeSettings({ settings: { name: 'A' } }))
    expect(await readdir(place.stateDir)).toContain('settings.unreadable.json')
    await host.close()
  })

  it('are read as they were changed right before', async () => {
    const host = await open()
    value(await host.writeSettings({ settings: { look: 'light' } }))
    const changed = host.writeSettings({ settings: { look: 'dark' } })
    expect(value(await host.readSettings())).toEqual({ look: 'dark' })
    value(await changed)
    await host.close()
  })

  it('that the disk will not give just now are not written over', async () => {
    const port: FsPort = {
      ...realFs,
      openToRead: async (path) => {
        if (path.endsWith('settings.json') && isBroken) throw systemError('EIO', 'the disk')
        return realFs.openToRead(path)
      },
    }
    let isBroken = false
    const host = value(await openFolderHost({ ...place, port }))
    value(await host.writeSettings({ settings: { keys: 'mine' } }))
    isBroken = true
    expect((await host.writeSettings({ settings: { look: 'dark' } })).ok).toBe(false)
    expect(value(await host.readSettings())).toEqual({})
    isBroken = false
    expect(value(await host.readSettings())).toEqual({ keys: 'mine' })
    await host.close()
  })
})

describe('the history', () => {
  const HOUR = 3_600_000
  const kept = (count: number, at: number, packed = 10): Kept => ({ file: `${count}`, count, at, bytes: 1, packed, revision: '' })

  it('drops what is older than thirty days, and nothing else while there is room', () => {
    const all = [kept(3, 31 * 24 * HOUR), kept(2, 2 * 24 * HOUR), kept(1, 0)]
    expect(toDrop(all, 31 * 24 * HOUR, 1000).map((one) => one.count)).toEqual([1])
  })

  it('first thins out versions of the same hour, oldest first, and leaves each hour its last', () => {
    const all = [kept(5, HOUR + 3), kept(4, HOUR + 2), kept(3, HOUR + 1), kept(2, 2), kept(1, 1)]
    expect(toDrop(all, 2 * HOUR, 30).map((one) => one.count)).toEqual([1, 3])
    expect(toDrop(all, 2 * HOUR, 20).map((one) => one.count)).toEqual([1, 3, 4])
    expect(toDrop(all, 2 * HOUR, 10).map((one) => one.count)).toEqual([1, 3, 4, 2])
  })

  it('fits into its room and keeps the newest, whatever the clock did', () => {
    const ats = fc.array(fc.tuple(fc.nat(100 * HOUR), fc.integer({ min: 1, max: 100 })), { maxLength: 30 })
    fc.assert(
      fc.property(ats, fc.integer({ min: 100, max: 1000 }), (ats, room) => {
        const all = ats.map(([at, packed], n) => kept(ats.length - n, at, packed))
        const dropped = toDrop(all, 50 * HOUR, room)
        const left = all.filter((one) => !dropped.includes(one))
        expect(left.reduce((sum, one) => sum + one.packed, 0)).toBeLessThanOrEqual(room)
      }),
    )
  })
})

describe('the lock', () => {
  it('counts other living processes of this start of the machine, and forgets the dead', async () => {
    const folder = join(place.stateDir, 'locks')
    const alive = (pid: number) => pid !== 2
    await takeLock(realFs, folder, 'c', { pid: 3, boot: 'before' }, alive)
    const one = await takeLock(realFs, folder, 'a', { pid: 1, boot: 'now' }, alive)
    await takeLock(realFs, folder, 'b', { pid: 2, boot: 'now' }, alive)
    await writeFile(join(folder, 'd.lock'), 'rubbish')
    const me = await takeLock(realFs, folder, 'e', { pid: 9, boot: 'now' }, alive)
    expect([one.others, me.others]).toEqual([0, 1])
    expect((await readdir(folder)).sort()).toEqual(['a.lock', 'e.lock'])
    await me.release()
    expect(await readdir(folder)).toEqual(['a.lock'])
  })

  it('lets work on one file wait and work on another pass, also after a failure', async () => {
    const queue = makeQueue()
    const order: string[] = []
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = queue('a', async () => {
      await gate
      order.push('first')
      throw new Error('on purpose')
    })
    const second = queue('a', async () => order.push('second'))
    await queue('b', async () => order.push('other'))
    release()
    await expect(first).rejects.toThrow('on purpose')
    await second
    expect(order).toEqual(['other', 'first', 'second'])
  })
})

describe('the watch', () => {
  const base = () => ({ port: realFs, folder: place.folder, first: 1, burst: 0 })

  it('looks for itself where the system will not watch', async () => {
    const notify = () => {
      throw new Error('ENOSPC: too many watches')
    }
    const watch = watchFolder({ ...base(), notify, patience: 60_000, every: 1 })
    expect(await watch.next(0)).toBe(1)
    const next = watch.next(1)
    await writeFile(join(place.folder, 'new.txt'), 'x')
    expect(await next).toBe(2)
    watch.close()
  })

  it('says so where the system will not watch, or stops watching, and no longer when it does again', async () => {
    let [limit, stopped]: [string | null, (error: unknown) => void] = ['ENOSPC', () => {}]
    const notify: Notify = (_folder, _changed, broken) => {
      if (limit !== null) throw systemError(limit, 'too many watches')
      stopped = broken
      return () => {}
    }
    const host = value(await openFolderHost({ ...place, notify }))
    const notice = async () => value(await host.capabilities()).notice
    expect(await notice()).toContain('ENOSPC')
    limit = null
    const { at } = value(await host.watch({ since: 0 }))
    await writeFile(join(place.folder, 'new.txt'), 'x')
    expect(value(await host.watch({ since: at })).at).not.toBe(at)
    expect(await notice()).toBeNull()
    stopped(systemError('EMFILE', 'too many files'))
    expect(await notice()).toContain('EMFILE')
    await host.close()
  })

  it('sees what changed unnoticed, as on a network disk, when it is asked again', async () => {
    const watch = watchFolder({ ...base(), notify: () => () => {} })
    const at = await watch.next(0)
    await writeFile(join(place.folder, 'new.txt'), 'x')
    expect(await watch.next(at)).toBe(at + 1)
    watch.close()
  })

  it('looks at a second folder too: the letters that a mirror is of', async () => {
    const also = join(place.root, 'mirror')
    await mkdir(also)
    const watch = watchFolder({ ...base(), also, notify: () => () => {} })
    const at = await watch.next(0)
    await writeFile(join(also, 'new.txt'), 'x')
    expect(await watch.next(at)).toBe(at + 1)
    watch.close()
  })

  it('answers with the same number when patience runs out, and at once when it is closed', async () => {
    const watch = watchFolder({ ...base(), notify: () => () => {}, patience: 1 })
    expect(await watch.next(0)).toBe(1)
    expect(await watch.next(1)).toBe(1)
    const patient = watchFolder({ ...base(), notify: () => () => {} })
    await patient.next(0)
    const next = patient.next(1)
    patient.close()
    expect(await next).toBe(1)
    watch.close()
  })

  it('does not wake anybody for half-written files of ours', async () => {
    let tell: (name: string | null) => void = () => {}
    const watch = watchFolder({
      ...base(),
      patience: 5,
      notify: (_folder, changed) => {
        tell = changed
        return () => {}
      },
    })
    await watch.next(0)
    const next = watch.next(1)
    tell('.~letter.txt.tei.json.0123456789ab.tmp')
    expect(await next).toBe(1)
    watch.close()
  })
})
