import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { type FolderHost, openFolderHost } from '../../electron/host/folder-host.ts'
import type { FsPort } from '../../electron/host/fs-port.ts'
import { originalsIn } from '../contract/folder-disk.ts'
import { makePlace, type Place, transcript, value } from '../contract/letters.ts'
import { type Before, brokenFs } from './broken-fs.ts'

export const FILE = 'letter.txt.tei.json'
export const OLD = transcript('letter.txt', 'the old words')
export const NEW = transcript('letter.txt', 'the new words, and some more of them')

/** What a save of `letter.txt` asks for. */
export const ask = (document: string, text: string, base: string | null) => ({ document, text, base, originals: ['letter.txt'] })

/** A fresh collection for each test of a file; after each, the originals must be as they were. */
export function makeStage() {
  let place: Place
  let originals: unknown
  const begin = async () => {
    place = await makePlace()
    originals = await originalsIn(place.folder)
  }
  const end = async () => {
    expect(await originalsIn(place.folder)).toEqual(originals)
    await place.remove()
  }
  beforeEach(begin)
  afterEach(end)

  const open = async (port?: FsPort): Promise<FolderHost> =>
    value(await openFolderHost({ ...place, pause: async () => {}, ...(port ? { port } : {}) }))
  const idOf = async (host: FolderHost) =>
    value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? ''

  return {
    place: () => place,
    async renew() {
      await end()
      await begin()
    },
    onDisk: () => readFile(join(place.folder, FILE), 'utf8').catch(() => null),
    names: async () => (await readdir(place.folder)).sort(),
    open,
    idOf,
    /** A host whose operations go through `before` as soon as it is armed. */
    async hostWith(before: Before) {
      let armed = false
      const port = brokenFs((call, path) => (armed ? before(call, path) : undefined))
      const host = await open(port)
      const id = await idOf(host)
      return {
        host,
        id,
        arm: () => {
          armed = true
        },
      }
    },
  }
}
