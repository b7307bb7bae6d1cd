import { writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemError } from '../../electron/host/fs-port.ts'
import { HOST_TAGS } from '../../shared/api/contract.ts'
import { SITTING, sha256, tagOf, transcript, value } from '../contract/letters.ts'
import type { Before } from './broken-fs.ts'
import { ask, FILE, makeStage, NEW, OLD } from './stage.ts'

const { place, renew, onDisk, names, open, idOf, hostWith } = makeStage()

describe('when any single operation of a save fails', () => {
  for (const code of ['EIO', 'ENOSPC', 'EACCES', 'ENOENT', 'EBUSY']) {
    for (const lasting of [false, true]) {
      for (const first of [true, false]) {
        const what = `${first ? 'the first save' : 'a later save'}, ${code} ${lasting ? 'from then on' : 'once'}`
        it(`the file is the old or the new version, and the answer is honest: ${what}`, async () => {
          let count = 0
          for (let nth = 1; ; nth += 1) {
            await renew()
            const plain = await open()
            const base = first ? null : value(await plain.writeTranscript(ask(await idOf(plain), OLD, null))).revision
            await plain.close()
            count = 0
            const { host, id, arm } = await hostWith(() => {
              count += 1
              if (lasting ? count >= nth : count === nth) throw systemError(code, 'on purpose')
              return undefined
            })
            arm()
            const result = await host.writeTranscript(ask(id, NEW, base))
            await host.close()
            const stands = await onDisk()
            const old = first ? null : OLD
            if (result.ok) expect(stands).toBe(NEW)
            else {
              expect(HOST_TAGS).toContain(result.fault.tag)
              expect(result.fault.tag).not.toBe('bug')
              // in place but not proven is said as such; every other fault leaves the old version
              expect(stands).toBe(result.fault.tag === 'not-durable' && stands === NEW ? NEW : old)
            }
            if (!lasting) expect((await names()).filter((name) => name.endsWith('.tmp')).length).toBeLessThanOrEqual(1)
            if (count < nth) break
          }
          expect(count).toBeGreaterThan(10)
        })
      }
    }
  }
})

async function saveOver(before: Before) {
  const plain = await open()
  const base = value(await plain.writeTranscript(ask(await idOf(plain), OLD, null))).revision
  await plain.close()
  const { host, id, arm } = await hostWith(before)
  arm()
  const result = await host.writeTranscript(ask(id, NEW, base))
  await host.close()
  return result
}

const failing =
  (call: string, code: string, only: (path: string) => boolean = () => true): Before =>
  (name, path) => {
    if (name === call && only(path)) throw systemError(code, 'on purpose')
    return undefined
  }
const isTemp = (path: string) => path.endsWith('.tmp') && path.startsWith(place().folder)
const isFolder = (path: string) => path === place().folder

describe('a save on a bad disk', () => {
  it('says that the disk is full, leaves the old file and no half one', async () => {
    const result = await saveOver(failing('write', 'ENOSPC', isTemp))
    expect(tagOf(result)).toBe('full')
    if (!result.ok) expect(result.fault.sentence).toContain(FILE)
    expect(await onDisk()).toBe(OLD)
    expect((await names()).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('writes on where the disk takes a few bytes at a time', async () => {
    expect(tagOf(await saveOver((call, path) => (call === 'write' && isTemp(path) ? 7 : undefined)))).toBe('done')
    expect(await onDisk()).toBe(NEW)
  })

  it('takes a disk that accepts no more bytes, without an error, for full', async () => {
    let writes = 0
    const stubborn: Before = (call, path) => {
      if (call !== 'write' || !isTemp(path)) return undefined
      writes += 1
      return writes > 3 ? 0 : 7
    }
    expect(tagOf(await saveOver(stubborn))).toBe('full')
    expect(await onDisk()).toBe(OLD)
  })

  it('is not saved where flushing the new bytes fails', async () => {
    expect(tagOf(await saveOver(failing('sync', 'EIO', isTemp)))).toBe('not-durable')
    expect(await onDisk()).toBe(OLD)
  })

  it('is not saved where closing reports that the bytes never arrived', async () => {
    expect(tagOf(await saveOver(failing('close', 'EIO', isTemp)))).toBe('not-durable')
    expect(await onDisk()).toBe(OLD)
  })

  it('is saved with a warning where flushing the folder fails', async () => {
    const result = value(await saveOver(failing('syncFolder', 'EIO', isFolder)))
    expect(result.warning).toContain('saved, but the disk reported an error')
    expect(await onDisk()).toBe(NEW)
  })

  it('is saved without a word where folders cannot be flushed at all', async () => {
    for (const code of ['EINVAL', 'EISDIR', 'EPERM', 'ENOTSUP']) {
      expect(value(await saveOver(failing('syncFolder', code, isFolder))).warning).toBeNull()
      await renew()
    }
  })

  it('tries again while another program holds the file, and gives up naming it', async () => {
    let tries = 0
    const held = (most: number): Before => {
      tries = 0
      return (call, path) => {
        if (call !== 'rename' || !isTemp(path)) return undefined
        tries += 1
        if (tries <= most) throw systemError('EBUSY', 'on purpose')
        return undefined
      }
    }
    expect(tagOf(await saveOver(held(3)))).toBe('done')
    expect(tries).toBe(4)
    await renew()
    const result = await saveOver(held(1000))
    expect(tagOf(result)).toBe('busy')
    expect(tries).toBe(10)
    if (!result.ok) expect(result.fault.sentence).toContain(FILE)
    expect(await onDisk()).toBe(OLD)
  })

  it('makes a first version by renaming where the disk knows no links', async () => {
    for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS']) {
      await renew()
      const { host, id, arm } = await hostWith(failing('link', code))
      arm()
      expect(tagOf(await host.writeTranscript(ask(id, NEW, null)))).toBe('done')
      expect(await onDisk()).toBe(NEW)
      await host.close()
    }
  })

  it('notices what somebody wrote while the new bytes were being flushed', async () => {
    const theirs = transcript('letter.txt', 'theirs, in between')
    const result = await saveOver((call, path) => {
      if (call === 'sync' && isTemp(path)) writeFileSync(join(place().folder, FILE), theirs)
      return undefined
    })
    expect(tagOf(result)).toBe('conflict')
    expect(await onDisk()).toBe(theirs)
  })

  it('is not saved where what is read back is something else', async () => {
    const result = await saveOver((call, path) => {
      if (call === 'syncFolder' && isFolder(path)) writeFileSync(join(place().folder, FILE), 'rot')
      return undefined
    })
    expect(tagOf(result)).toBe('not-durable')
  })

  it('goes through, with a warning, where the history has no room', async () => {
    const result = value(await saveOver(failing('createNew', 'ENOSPC', (path) => path.includes('history'))))
    expect(result.warning).toContain('history')
    expect(await onDisk()).toBe(NEW)
  })

  it('keeps a damaged transcript under another name before anything takes its place', async () => {
    const damaged = NEW.slice(0, 40)
    await writeFile(join(place().folder, FILE), damaged)
    const host = await open()
    expect(tagOf(await host.writeTranscript(ask(await idOf(host), NEW, sha256(damaged))))).toBe('done')
    const kept = (await names()).find((name) => name.includes('.damaged-')) ?? ''
    expect(await readFile(join(place().folder, kept), 'utf8')).toBe(damaged)
    expect(value(await host.listHistory({ document: await idOf(host) })), 'it is no version to go back to').toEqual([])
    expect(value(await host.list()).documents.map((one) => one.original)).not.toContain(kept)
    await host.close()
  })

  it('a journal on a full disk says that there is no recovery copy', async () => {
    const { host, id, arm } = await hostWith(failing('write', 'ENOSPC'))
    arm()
    const result = await host.writeJournal({ document: id, sitting: SITTING, record: { version: 1, base: null, text: NEW } })
    expect(tagOf(result)).toBe('full')
    if (!result.ok) expect(result.fault.sentence).toContain('recovery copy')
    await host.close()
  })
})
