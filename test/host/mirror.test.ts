import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { mirrorOf } from '../../electron/host/shelf.ts'
import { mirrorsDir } from '../../electron/host/state-dir.ts'
import { sha256, tagOf, transcript, value } from '../contract/letters.ts'
import { readOnlyFs } from './read-only-fs.ts'
import { ask, FILE, makeStage, NEW, OLD } from './stage.ts'

const { place, names, onDisk, idOf } = makeStage()
const mirrors = () => join(place().root, 'mirrors')
const mirror = () => mirrorOf(mirrors(), place().folder)
const inMirror = (name = FILE) => readFile(join(mirror(), name), 'utf8').catch(() => null)

let locked = true
async function open() {
  const port = readOnlyFs(place().folder, () => locked)
  return value(await openFolderHost({ ...place(), mirrors: mirrors(), port, pause: async () => {} }))
}

describe('work on a folder that may not be written', () => {
  it('is kept in a mirror of it, said to be, and found again', async () => {
    locked = true
    const before = await names()
    const host = await open()
    const can = value(await host.capabilities())
    expect(can).toMatchObject({ canWrite: true, why: null })
    expect(can.notice).toContain(mirror())
    const id = await idOf(host)
    value(await host.writeTranscript(ask(id, OLD, null)))
    await host.close()
    const again = await open()
    expect(value(await again.readTranscript({ document: id }))).toEqual({ text: OLD, revision: sha256(OLD), readOnly: null })
    expect((await readdir(mirror())).sort()).toEqual(['README.txt', FILE])
    expect(await readFile(join(mirror(), 'README.txt'), 'utf8')).toContain(await realpath(place().folder))
    await again.close()
    expect(await names()).toEqual(before)
  })

  it('stays in the mirror when the folder may be written again: nothing is moved unasked, and it is said', async () => {
    locked = true
    const host = await open()
    const id = await idOf(host)
    value(await host.writeTranscript(ask(id, OLD, null)))
    await host.close()
    locked = false
    const again = await open()
    expect(value(await again.capabilities()).notice).toContain('move them')
    value(await again.writeTranscript(ask(id, NEW, sha256(OLD))))
    expect(await inMirror()).toBe(NEW)
    expect(await onDisk()).toBeNull()
    await again.close()
    // moved by the person
    await rename(join(mirror(), FILE), join(place().folder, FILE))
    const moved = await open()
    expect(value(await moved.capabilities()).notice).toBeNull()
    expect(value(await moved.readTranscript({ document: id })).text).toBe(NEW)
    await moved.close()
  })

  it('begins with the transcript that stands beside the letter, which stays as it is', async () => {
    locked = true
    await writeFile(join(place().folder, FILE), OLD)
    const host = await open()
    const id = await idOf(host)
    expect(value(await host.readTranscript({ document: id }))).toEqual({ text: OLD, revision: sha256(OLD), readOnly: null })
    // the same words need no file; a save that does not know of them is a conflict
    value(await host.writeTranscript(ask(id, OLD, sha256(OLD))))
    expect(await inMirror()).toBeNull()
    for (const base of [null, sha256('x')]) expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('conflict')
    value(await host.writeTranscript(ask(id, NEW, sha256(OLD))))
    expect([await onDisk(), await inMirror()]).toEqual([OLD, NEW])
    expect(value(await host.readTranscript({ document: id })).text).toBe(NEW)
    await host.close()
  })

  it('is refused where another original’s transcript stands beside the letter', async () => {
    locked = true
    const foreign = transcript('letter.md', 'not yours')
    await writeFile(join(place().folder, FILE), foreign)
    const host = await open()
    expect(tagOf(await host.writeTranscript(ask(await idOf(host), NEW, sha256(foreign))))).toMatch(/refused|blocked/)
    expect(await inMirror()).toBeNull()
    await host.close()
  })

  it('takes no letters out of the mirror, and tells of what changes in it', async () => {
    locked = true
    const host = await open()
    const { at } = value(await host.watch({ since: 0 }))
    const next = host.watch({ since: at })
    await writeFile(join(mirror(), 'stranger.txt'), 'words')
    await writeFile(join(mirror(), 'letter.txt'), 'other words')
    expect(value(await next).at).not.toBe(at)
    const listed = value(await host.list()).documents
    expect(listed.map((one) => one.original)).not.toContain('stranger.txt')
    expect(value(await host.readOriginal({ document: await idOf(host), name: 'letter.txt' })).sha256).not.toBe(
      sha256('other words'),
    )
    await host.close()
  })

  it('is not possible where no mirror can be made: then the folder is open to read, and says why', async () => {
    locked = true
    await writeFile(mirrors(), 'a file in the way')
    const host = await open()
    expect(value(await host.capabilities()).why).toContain('open for reading only')
    expect(tagOf(await host.writeTranscript(ask(await idOf(host), OLD, null)))).toBe('read-only')
    await host.close()
  })

  it.runIf(process.getuid?.() === 0)(
    'is kept so on a disk that is mounted for reading (needs root, for a mount)',
    async ({ skip }) => {
      const at = join(place().root, 'cd')
      await mkdir(at)
      const bind = spawnSync('mount', ['--bind', place().folder, at]).status === 0
      if (!bind || spawnSync('mount', ['-o', 'remount,bind,ro', at]).status !== 0) {
        spawnSync('umount', ['-l', at])
        return skip('mounting is not allowed here')
      }
      try {
        const before = await names()
        const host = value(await openFolderHost({ folder: at, stateDir: place().stateDir, mirrors: mirrors() }))
        const id = await idOf(host)
        value(await host.writeTranscript(ask(id, OLD, null)))
        value(await host.writeConflictCopy({ document: id, text: NEW, who: 'A' }))
        value(await host.writeRegisters({ text: '{}', base: null }))
        value(await host.writeExport({ files: [{ name: 'letter.txt.xml', base64: '' }] }))
        expect(await readFile(join(mirrorOf(mirrors(), at), FILE), 'utf8')).toBe(OLD)
        await host.close()
        expect(await names()).toEqual(before)
      } finally {
        spawnSync('umount', ['-l', at])
      }
    },
  )
})

describe('the place of mirrors', () => {
  it('is where programs keep data, or goes with the state folder that was asked for', () => {
    const at = (platform: string, env: Record<string, string>) =>
      mirrorsDir({ env, platform, home: platform === 'win32' ? 'C:\\P' : '/p' })
    expect(at('linux', {})).toBe('/p/.local/share/scholion/mirrors')
    expect(at('linux', { XDG_DATA_HOME: '/d' })).toBe('/d/scholion/mirrors')
    expect(at('linux', { XDG_DATA_HOME: 'd' })).toBe('/p/.local/share/scholion/mirrors')
    expect(at('darwin', {})).toBe('/p/Library/Application Support/Scholion/Mirrors')
    expect(at('win32', {})).toBe('C:\\P\\AppData\\Roaming\\Scholion\\Mirrors')
    expect(at('linux', { SCHOLION_STATE_DIR: '/s' })).toBe('/s/mirrors')
  })

  it('is another one for each folder, also for two of one name', () => {
    expect(mirrorOf('/m', '/a/letters')).not.toBe(mirrorOf('/m', '/b/letters'))
    expect(mirrorOf('/m', '/a/letters')).toMatch(/^\/m\/letters-[0-9a-f]{8}$/)
    expect(Buffer.byteLength(mirrorOf('', `/${'é'.repeat(127)}`))).toBeLessThan(255)
  })
})
