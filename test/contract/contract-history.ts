import { expect, it } from 'vitest'
import { entry, FILE, host, save, world } from './contract-world.ts'
import { LETTERS, sha256, tagOf, transcript, value } from './letters.ts'

/** What every host keeps of the versions before. */
export function historyIsKept(): void {
  it('gives back each version that the person saved and another replaced, newest first', async () => {
    const document = (await entry('letter.txt')).id
    const versions = ['one', 'two', 'three'].map((words) => transcript('letter.txt', words))
    let base: string | null = null
    for (const text of versions) base = value(await save(text, base, { manual: true })).revision
    const kept = value(await host.listHistory({ document }))
    expect(kept.map((one) => one.revision)).toEqual([versions[1], versions[0]].map((text) => sha256(text ?? '')))
    expect(value(await host.readHistory({ document, entry: kept[1]?.id ?? '' }))).toBe(versions[0])
    expect(tagOf(await host.readHistory({ document, entry: 'nosuch' }))).toBe('missing')
  })

  it('keeps of a row of autosaves the version that stood before it, and nothing that the next autosave replaced', async () => {
    const document = (await entry('letter.txt')).id
    const theirs = transcript('letter.txt', 'as it was found')
    await world.disk.write(FILE, theirs)
    let base: string | null = sha256(theirs)
    for (const words of ['one', 'two', 'three'])
      base = value(await save(transcript('letter.txt', words), base, { continues: words !== 'one' })).revision
    const kept = value(await host.listHistory({ document }))
    expect(kept.map((one) => one.revision)).toEqual([sha256(theirs)])
    // asked for by the person, though an autosave had written these very bytes before
    value(await save(transcript('letter.txt', 'three'), base, { manual: true }))
    value(await save(transcript('letter.txt', 'four'), base))
    expect(value(await host.listHistory({ document })).map((one) => one.revision)).toEqual([base, sha256(theirs)])
  })

  it('keeps what an autosave replaced, if it was written by somebody else, or if all words go', async () => {
    const document = (await entry('letter.txt')).id
    const found = transcript('letter.txt', 'as it was found')
    await world.disk.write(FILE, found)
    const ours = value(await save(transcript('letter.txt', 'ours'), sha256(found))).revision
    const theirs = transcript('letter.txt', 'theirs')
    await world.disk.write(FILE, theirs)
    expect(tagOf(await save(transcript('letter.txt', 'more'), ours, { continues: true }))).toBe('conflict')
    const more = value(await save(transcript('letter.txt', 'more'), sha256(theirs), { continues: true })).revision
    value(await save(transcript('letter.txt', ''), more, { evenIfEmpty: true, continues: true }))
    const kept = value(await host.listHistory({ document })).map((one) => one.revision)
    expect(kept).toEqual([more, sha256(theirs), sha256(found)])
  })

  for (const [what, there] of [
    ['damaged', '{ damaged'],
    ['emptied', ''],
    ['wordless', transcript('letter.txt', '')],
  ] as const)
    it(`keeps the good version though a ${what} one was replaced in the same ten minutes`, async () => {
      const document = (await entry('letter.txt')).id
      await world.disk.write(FILE, there)
      const mine = value(await save(transcript('letter.txt', 'mine'), sha256(there))).revision
      value(await save(transcript('letter.txt', 'mine, and more'), mine, { continues: true }))
      expect(value(await host.listHistory({ document })).map((one) => one.revision)).toContain(mine)
    })

  it('keeps what another window saved by itself, though the same program wrote it', async () => {
    const document = (await entry('letter.txt')).id
    let base: string | null = null
    const revisions: string[] = []
    for (const words of ['first window', 'second window', 'first window again']) {
      base = value(await save(transcript('letter.txt', words), base)).revision
      revisions.unshift(base)
    }
    const kept = value(await host.listHistory({ document })).map((one) => one.revision)
    expect(kept).toEqual(revisions.slice(1))
  })

  it('keeps a version for good in the collection, beside the transcript, never over another', async () => {
    const document = (await entry('letter.txt')).id
    const one = transcript('letter.txt', 'as signed off')
    const { revision } = value(await save(one, null))
    const first = value(await host.keepVersion({ document, revision, label: 'signed: A/B' }))
    expect(first.name).toMatch(/^letter\.txt \(version \d{4}-\d\d-\d\d signed A B\)\.tei\.json$/)
    expect(value(await host.keepVersion({ document, revision, label: 'signed: A/B' }))).toEqual(first)
    const next = value(await save(transcript('letter.txt', 'later'), revision)).revision
    const second = value(await host.keepVersion({ document, revision: next, label: 'signed: A/B' }))
    expect(second.name).not.toBe(first.name)
    expect(await world.disk.read(first.name)).toBe(one)

    const listed = value(await host.listHistory({ document })).filter((entry) => entry.kept !== null)
    expect(listed.map((entry) => entry.kept?.name).sort()).toEqual([first.name, second.name].sort())
    const id = listed.find((entry) => entry.revision === revision)?.id ?? ''
    expect(value(await host.readHistory({ document, entry: id }))).toBe(one)
    const { documents } = value(await host.list())
    expect(documents.map((one) => one.original).sort()).toEqual(Object.keys(LETTERS).sort())
    expect((await entry('letter.txt')).copies).toEqual([])
  })

  it('keeps for good only what stands there', async () => {
    const document = (await entry('letter.txt')).id
    const gone = sha256('x')
    expect(tagOf(await host.keepVersion({ document, revision: gone, label: '' }))).toBe('missing')
    value(await save(transcript('letter.txt', 'one'), null))
    expect(tagOf(await host.keepVersion({ document, revision: gone, label: '' }))).toBe('conflict')
  })
}
