import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { type FsPort, realFs } from '../../electron/host/fs-port.ts'
import { documentsOf } from '../../electron/host/listing.ts'
import { conflictCopyName, damagedName, keptVersionName } from '../../shared/api/file-names.ts'
import { makePlace, tagOf, transcript, value } from '../contract/letters.ts'

const listed = (...names: readonly (string | Uint8Array)[]) => documentsOf(names.map((name) => Buffer.from(name)))
const originals = (...names: readonly string[]) => listed(...names).map((one) => one.original)

describe('what is listed of a folder', () => {
  it('is text files, and none of the files that are ours, hidden, half-written or about the folder', () => {
    const others = [
      '.hidden.txt',
      '~backup.txt',
      '.~a.txt.tei.json.0123456789ab.tmp',
      'README.md',
      'readme.txt',
      'collection.json',
    ]
    expect(originals('a.txt', 'B.TXT', 'c.md', 'picture.png', 'manifest.json', ...others)).toEqual(['B.TXT', 'a.txt', 'c.md'])
  })

  it('keeps letter.txt and letter.md apart, each with its own transcript', () => {
    expect(listed('letter.txt', 'letter.md').map((one) => one.transcript)).toEqual(['letter.md.tei.json', 'letter.txt.tei.json'])
  })

  it('gives an id that depends on nothing but the name', () => {
    expect(listed('a.txt', 'b.txt')[0]?.id).toBe(listed('a.txt')[0]?.id)
  })

  it('blocks names that would be one on another disk', () => {
    const twins = listed('letter.txt', 'Letter.txt', 'caf\u00e9.txt', 'cafe\u0301.txt', 'alone.txt')
    expect(twins.filter((one) => one.blocked !== null).map((one) => one.original)).toHaveLength(4)
    expect(twins.find((one) => one.original === 'alone.txt')?.blocked).toBeNull()
  })

  it('blocks a name that is not valid UTF-8 and says so', () => {
    const [broken] = listed(Buffer.from([0x6c, 0xe9, 0x74, 0x2e, 0x74, 0x78, 0x74]))
    expect(broken?.blocked).toContain('not valid UTF-8')
  })

  it('gives a transcript a short name of its own where the original’s leaves no room for the ending', () => {
    const long = `${'é'.repeat(125)}.txt`
    const [one, other, full] = [long, `${'é'.repeat(124)}e.txt`, `${'é'.repeat(121)}.txt`].map((name) => listed(name)[0])
    expect([one, other, full].map((named) => named?.blocked)).toEqual([null, null, null])
    expect(one?.transcript).toMatch(/^é{60}~[0-9a-f]{8}\.tei\.json$/)
    expect(other?.transcript).not.toBe(one?.transcript)
    expect(full?.transcript).toBe(`${'é'.repeat(121)}.txt.tei.json`)
    const beside = [conflictCopyName(long, 'A', '2026-11-21', 1), keptVersionName(long, 'signed', '2026-11-21', 1)]
    const damaged = damagedName(one?.transcript ?? '', '2026-11-21', '0123456789')
    expect(listed(long, one?.transcript ?? '', ...beside, damaged)).toMatchObject([
      { original: long, hasTranscript: true, copies: [beside[0]], versions: [beside[1]], damaged: [damaged] },
    ])
  })

  it('blocks names with a backslash or a control character', () => {
    expect(listed('a\\b.txt', 'a\nb.txt').every((one) => one.blocked !== null)).toBe(true)
  })

  it('shows copies that sync programs made under their file, not as letters of their own', () => {
    const copies = [
      "letter (A's conflicted copy 2026-11-21).txt",
      'letter.sync-conflict-20261121-090000-ABCDEFG.txt',
      'letter.txt (conflict A. Archivist 2026-11-21).tei.json',
      'letter.txt.tei (conflicted copy 2026-11-21 090000).json',
    ]
    const [one, ...rest] = listed('letter.txt', 'letter.txt.tei.json', ...copies)
    expect(rest).toEqual([])
    expect(one?.copies).toEqual([...copies].sort())
  })

  it('takes a version that is kept for good, and a damaged one, for no letter, also where nothing else is left', () => {
    const version = 'letter.txt (version 2026-11-21 signed off).tei.json'
    const damaged = 'letter.txt.tei.json.damaged-2026-11-21-01234567'
    expect(listed(version, damaged)).toEqual([])
    expect(listed('letter.txt', version, damaged)).toMatchObject([{ copies: [], versions: [version], damaged: [damaged] }])
    // a label with such a word in it makes no conflict copy of it
    expect(listed('letter.txt', 'letter.txt (version 2026-11-21 conflict).tei.json')[0]?.copies).toEqual([])
  })

  it('takes such a copy for a letter where what it was copied from is not there', () => {
    expect(originals('letter (conflicted copy).txt')).toEqual(['letter (conflicted copy).txt'])
  })

  it('goes on showing work whose original has gone', () => {
    const [one] = listed('letter.txt.tei.json')
    expect(one).toMatchObject({ original: 'letter.txt', hasOriginal: false, hasTranscript: true })
  })
})

describe('what the folder host lists', () => {
  it('names files that are too large, another original’s transcript, and missing originals', async () => {
    const place = await makePlace()
    await writeFile(join(place.folder, 'large.txt'), '')
    await truncate(join(place.folder, 'large.txt'), 50 * 1024 * 1024 + 1)
    await writeFile(join(place.folder, 'letter.txt.tei.json'), transcript('letter.md', 'x'))
    await writeFile(join(place.folder, 'minute-1.txt.tei.json'), transcript('minute-1.txt', 'x'))
    await rm(join(place.folder, 'minute-1.txt'))
    const host = value(await openFolderHost(place))
    const all = new Map(value(await host.list()).documents.map((one) => [one.original, one]))
    expect(all.get('large.txt')?.blocked).toContain('larger than 50 MiB')
    expect(all.get('letter.txt')?.blocked).toContain('belongs to letter.md')
    const gone = all.get('minute-1.txt')
    expect(gone).toMatchObject({ missing: true, bytes: 0, blocked: null })
    const revision = gone?.transcript?.revision ?? null
    const ask = { document: gone?.id ?? '', text: transcript('minute-1.txt', 'y'), base: revision, originals: ['minute-1.txt'] }
    expect(tagOf(await host.writeTranscript(ask))).toBe('done')
    await host.close()
    await place.remove()
  })

  it('sees a change of the same length at once', async () => {
    const place = await makePlace()
    const file = join(place.folder, 'letter.txt.tei.json')
    const host = value(await openFolderHost({ ...place, now: () => new Date(Date.now() + 60_000) }))
    const revisions = new Set<string | undefined>()
    for (const words of ['one', 'two', 'six', 'ten']) {
      await writeFile(file, transcript('letter.txt', words))
      revisions.add(value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.transcript?.revision)
    }
    expect(revisions.size).toBe(4)
    await host.close()
    await place.remove()
  })
})

describe('reading one of very many letters', () => {
  it('looks at the names once, and at once again when a letter comes, goes or gets its transcript', async () => {
    const place = await makePlace()
    await writeFile(join(place.folder, 'a.txt'), 'a')
    let lists = 0
    const port: FsPort = {
      ...realFs,
      list: (path) => {
        if (path === place.folder) lists += 1
        return realFs.list(path)
      },
    }
    // a clock that is far ahead: what changed just now counts as settled
    const host = value(await openFolderHost({ ...place, port, now: () => new Date(Date.now() + 60_000) }))
    const [a] = value(await host.list()).documents
    const read = async () => value(await host.readOriginal({ document: a!.id, name: 'a.txt' })).bytes
    await read()
    const before = lists
    await read()
    await read()
    expect(lists).toBe(before)
    await writeFile(join(place.folder, 'b.txt'), 'bb')
    const b = value(await host.list()).documents.find(({ original }) => original === 'b.txt')!
    expect(value(await host.readOriginal({ document: b.id, name: 'b.txt' })).bytes).toBe(2)
    expect(value(await host.readTranscript({ document: b.id })).text).toBeNull()
    await writeFile(join(place.folder, 'b.txt.tei.json'), transcript('b.txt', 'words'))
    expect(value(await host.readTranscript({ document: b.id })).text).toContain('b.txt')
    await rm(join(place.folder, 'a.txt'))
    expect(tagOf(await host.readOriginal({ document: a!.id, name: 'a.txt' }))).toBe('missing')
    await host.close()
    await place.remove()
  })
})
