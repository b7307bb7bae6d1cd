import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { realFs } from '../../electron/host/fs-port.ts'
import { makePlace, type Place, tagOf, value } from '../contract/letters.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

const nameOf = (nth: number) => `many-${String(nth).padStart(4, '0')}.txt`
const textOf = (name: string) => `${JSON.stringify({ originals: [{ name, text: [] }], pages: [] })}\n`

/** A host of the command line over so many letters, and how often it looks at all names in the folder. */
async function run(letters: number) {
  for (let nth = 0; nth < letters; nth++) await writeFile(join(place.folder, nameOf(nth)), 'Dear John,\n')
  let looks = 0
  const list = async (path: string) => {
    if (path === place.folder) looks += 1
    return realFs.list(path)
  }
  const host = value(await openFolderHost({ ...place, namesOnce: true, port: { ...realFs, list } }))
  const { documents } = value(await host.list())
  return { host, documents, looks: () => looks }
}

describe('a run over very many letters', () => {
  it('looks at all names in the folder no oftener for many letters than for few: in making transcripts, reading them and writing editions', async () => {
    const looks = []
    for (const letters of [3, 40]) {
      const one = await run(letters)
      for (const { id, original } of one.documents) {
        if (!original.startsWith('many')) continue
        const ask = { document: id, text: textOf(original), base: null, originals: [original] }
        if (one.documents.find((document) => document.id === id)?.transcript === null) value(await one.host.writeTranscript(ask))
        expect(value(await one.host.readTranscript({ document: id })).text).toBe(textOf(original))
        value(await one.host.readOriginal({ document: id, name: original }))
        value(await one.host.writeExport({ files: [{ name: `${original}.xml`, base64: '' }] }))
      }
      looks.push(one.looks())
      await one.host.close()
    }
    expect(looks[1]).toBe(looks[0])
  })

  it('makes nothing beside a letter that has gone meanwhile, nor in a folder whose disk was taken out, nor over what came', async () => {
    const { host, documents } = await run(3)
    const [first, second] = documents.filter(({ original }) => original.startsWith('many'))
    const write = (entry: typeof first) =>
      host.writeTranscript({ document: entry!.id, text: textOf(entry!.original), base: null, originals: [entry!.original] })
    await writeFile(join(place.folder, `${first!.original}.tei.json`), '{"by": "somebody else"}')
    expect(tagOf(await write(first))).toBe('conflict')
    await rename(join(place.folder, second!.original), join(place.root, 'gone'))
    expect(tagOf(await write(second))).toBe('unreachable')
    await rename(place.folder, join(place.root, 'taken out'))
    await mkdir(place.folder)
    expect(tagOf(await write(first))).toBe('unreachable')
    expect(tagOf(await host.writeExport({ files: [{ name: 'x.xml', base64: '' }] }))).toBe('unreachable')
    await host.close()
  })
})
