import { link, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FolderHost, openFolderHost } from '../../electron/host/folder-host.ts'
import { realFs } from '../../electron/host/fs-port.ts'
import { pathOf, readInside } from '../../electron/host/path-sandbox.ts'
import { whyNotBare } from '../../shared/model/bare-name.ts'
import { originalsIn } from '../contract/folder-disk.ts'
import { makePlace, type Place, sha256, tagOf, transcript, value } from '../contract/letters.ts'

let place: Place
let host: FolderHost
let originals: unknown
const SECRET = 'not for anybody'
beforeEach(async () => {
  place = await makePlace()
  await writeFile(join(place.root, 'secret.txt'), SECRET)
  host = value(await openFolderHost(place))
  originals = await originalsIn(place.folder)
})
afterEach(async () => {
  await host.close()
  expect(await readFile(join(place.root, 'secret.txt'), 'utf8')).toBe(SECRET)
  await place.remove()
})

const entry = async (original: string) => value(await host.list()).documents.find((one) => one.original === original)
const idOf = async (original: string) => (await entry(original))?.id ?? ''
const ESCAPES = [
  '',
  '.',
  '..',
  '../secret.txt',
  '/etc/passwd',
  '..\\secret.txt',
  'a/b',
  'a\u0000b',
  'C:\\x\\y',
  '\\\\server\\share',
  'a\nb',
  '\ud800',
]

describe('a name that leads elsewhere', () => {
  it('is refused before the disk is touched', () => {
    for (const name of ESCAPES) expect(tagOf(pathOf('/letters', name))).toBe('refused')
  })

  it('whatever it is made of, a name that passes stays in its folder', () => {
    const pieces = fc.constantFrom('.', '..', '/', '\\', '\u0000', '%2e', 'a', 'é', ':', ' ', '\u202e', '~', '\n')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (name) => {
          const path = pathOf('/letters', name)
          if (path.ok) expect(path.value).toBe(`/letters/${name}`)
          else expect(whyNotBare(name)).not.toBeNull()
        },
      ),
    )
  })

  it('reads nothing and writes nothing, in whatever call it stands', async () => {
    const document = await idOf('letter.txt')
    const before = await readdir(place.root)
    for (const name of ESCAPES) {
      expect(tagOf(await host.readOriginal({ document, name }))).not.toBe('done')
      expect(tagOf(await host.readOriginal({ document: name, name: 'letter.txt' }))).not.toBe('done')
      expect(tagOf(await host.writeExport({ files: [{ name, base64: 'AAAA' }], overwrite: true }))).not.toBe('done')
    }
    expect(await readdir(place.root)).toEqual(before)
  })

  it('in a transcript’s own list of originals makes that transcript unreadable, not the file readable', async () => {
    await writeFile(join(place.folder, 'letter.txt.tei.json'), transcript(['letter.txt', '../secret.txt'], 'x'))
    expect((await entry('letter.txt'))?.others).toEqual([])
    expect(tagOf(await host.readOriginal({ document: await idOf('letter.txt'), name: '../secret.txt' }))).toBe('missing')
  })

  it('in a transcript’s list cannot bring out a hidden file of the folder', async () => {
    await writeFile(join(place.folder, '.key'), SECRET)
    await writeFile(join(place.folder, 'letter.txt.tei.json'), transcript(['letter.txt', '.key', 'collection.json'], 'x'))
    expect(tagOf(await host.readOriginal({ document: await idOf('letter.txt'), name: '.key' }))).toBe('missing')
  })
})

describe('a link', () => {
  it('that leads out of the folder is listed as blocked and not read', async () => {
    await symlink(join(place.root, 'secret.txt'), join(place.folder, 'evil.txt'))
    expect((await entry('evil.txt'))?.blocked).toContain('leads out of the folder')
    const document = await idOf('evil.txt')
    expect(tagOf(await host.readOriginal({ document, name: 'evil.txt' }))).toBe('blocked')
    const ask = { document, text: transcript('evil.txt', 'x'), base: null, originals: ['evil.txt'] }
    expect(tagOf(await host.writeTranscript(ask))).toBe('blocked')
  })

  it('in a transcript’s place is never written through and never replaced', async () => {
    const target = join(place.folder, 'letter.txt.tei.json')
    const old = transcript('letter.txt', 'outside')
    await writeFile(join(place.root, 'outside.json'), old)
    for (const to of [join(place.root, 'outside.json'), join(place.folder, 'letter.md'), join(place.root, 'nothing-there')]) {
      await symlink(to, target)
      const document = await idOf('letter.txt')
      for (const base of [null, sha256(old)]) {
        const ask = { document, text: transcript('letter.txt', 'mine'), base, originals: ['letter.txt'] }
        expect(tagOf(await host.writeTranscript(ask))).toMatch(/refused|blocked/)
      }
      await rm(target)
    }
    expect(await readFile(join(place.root, 'outside.json'), 'utf8')).toBe(old)
    expect(await originalsIn(place.folder)).toEqual(originals)
  })

  it('in the place of the folder for editions is refused', async () => {
    await mkdir(join(place.root, 'elsewhere'))
    await symlink(join(place.root, 'elsewhere'), join(place.folder, 'editions'))
    expect(tagOf(await host.writeExport({ files: [{ name: 'x.xml', base64: 'AAAA' }] }))).toBe('refused')
    expect(await readdir(join(place.root, 'elsewhere'))).toEqual([])
  })

  it('put in the place of the opened folder leads nowhere', async () => {
    const document = await idOf('letter.txt')
    await mkdir(join(place.root, 'other'))
    await writeFile(join(place.root, 'other', 'letter.txt'), SECRET)
    await rename(place.folder, `${place.folder}-away`)
    await symlink(join(place.root, 'other'), place.folder)
    expect(tagOf(await host.list())).toBe('unreachable')
    expect(tagOf(await host.readOriginal({ document, name: 'letter.txt' }))).toBe('unreachable')
    const ask = { document, text: transcript('letter.txt', 'x'), base: null, originals: ['letter.txt'] }
    expect(tagOf(await host.writeTranscript(ask))).toBe('unreachable')
    expect(await readdir(join(place.root, 'other'))).toEqual(['letter.txt'])
  })

  it('exchanged for the file again and again while it is read gives the file or a refusal, never what it leads to', async () => {
    const path = join(place.folder, 'letter.txt')
    const good = await readFile(path, 'utf8')
    await writeFile(join(place.root, 'copy'), good)
    let going = true
    const swapping = (async () => {
      for (let n = 0; going; n += 1) {
        if (n % 2 === 0) await symlink(join(place.root, 'secret.txt'), `${path}.new`)
        else await link(join(place.root, 'copy'), `${path}.new`)
        await rename(`${path}.new`, path)
      }
    })()
    for (let n = 0; n < 300; n += 1) {
      const read = await readInside(realFs, place.folder, 'letter.txt', 1000)
      if (read.ok) expect(Buffer.from(read.value.bytes).toString()).toBe(good)
    }
    going = false
    await swapping
  })
})

describe('an original', () => {
  it('is not written as an edition, in whatever capitals, wherever editions go', async () => {
    await host.close()
    host = value(await openFolderHost({ ...place, exportFolder: place.folder }))
    for (const name of ['letter.txt', 'LETTER.TXT', 'letter.md']) {
      expect(tagOf(await host.writeExport({ files: [{ name, base64: 'AAAA' }], overwrite: true }))).toBe('refused')
    }
    expect(await originalsIn(place.folder)).toEqual(originals)
  })

  it('is not written under a second name that a hard link gives it', async () => {
    await mkdir(join(place.folder, 'editions'))
    await link(join(place.folder, 'letter.txt'), join(place.folder, 'editions', 'letter.html'))
    expect(tagOf(await host.writeExport({ files: [{ name: 'letter.html', base64: 'AAAA' }], overwrite: true }))).toBe('refused')
    expect(await readFile(join(place.folder, 'editions', 'letter.html'))).toEqual(
      await readFile(join(place.folder, 'letter.txt')),
    )
  })

  it('that is a pipe or a folder is blocked, and nobody waits for it', async () => {
    const { spawnSync } = await import('node:child_process')
    spawnSync('mkfifo', [join(place.folder, 'pipe.txt')])
    await mkdir(join(place.folder, 'folder.txt'))
    for (const name of ['pipe.txt', 'folder.txt']) expect((await entry(name))?.blocked).not.toBeNull()
  })
})
