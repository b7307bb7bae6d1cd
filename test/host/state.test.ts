import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { type FsPort, realFs, systemError } from '../../electron/host/fs-port.ts'
import { type Kept, toDrop } from '../../electron/host/history.ts'
import { makeQueue, takeLock } from '../../electron/host/lock.ts'
import { type Notify, watchFolder } from '../../electron/host/watch.ts'
import { makePlace, type Place, value } from '../contract/letters.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

const open = async () => value(await openFolderHost(place))

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
