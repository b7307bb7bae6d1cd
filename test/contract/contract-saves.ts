import { expect, it } from 'vitest'
import { entry, FILE, host, save, world } from './contract-world.ts'
import { sha256, tagOf, transcript, value } from './letters.ts'

/** What every host keeps of a transcript that is written. */
export function savesAreSafe(): void {
  it('writes a first transcript, reads it again, and writes the next', async () => {
    const document = (await entry('letter.txt')).id
    expect(value(await host.readTranscript({ document }))).toEqual({ text: null, revision: null, readOnly: null })
    const one = transcript('letter.txt', 'one')
    const first = value(await save(one, null))
    expect(first).toEqual({ revision: sha256(one), warning: null })
    expect(value(await host.readTranscript({ document }))).toEqual({ text: one, revision: sha256(one), readOnly: null })
    const two = transcript('letter.txt', 'two: wörds')
    expect(value(await save(two, first.revision)).revision).toBe(sha256(two))
    expect(await world.disk.read(FILE)).toBe(two)
    expect((await entry('letter.txt')).transcript).toEqual({ name: FILE, revision: sha256(two) })
  })

  it('writes nothing against a stale base, and says conflict', async () => {
    const first = value(await save(transcript('letter.txt', 'one'), null))
    const theirs = transcript('letter.txt', 'somebody else was here')
    await world.disk.write(FILE, theirs)
    expect(tagOf(await save(transcript('letter.txt', 'mine'), first.revision))).toBe('conflict')
    expect(await world.disk.read(FILE)).toBe(theirs)
  })

  it('writes nothing over a file that appeared before the first save', async () => {
    const theirs = transcript('letter.txt', 'somebody was first')
    await world.disk.write(FILE, theirs)
    expect(tagOf(await save(transcript('letter.txt', 'mine'), null))).toBe('conflict')
    expect(await world.disk.read(FILE)).toBe(theirs)
  })

  it('takes a file that went away for a conflict, never for an empty one', async () => {
    const first = value(await save(transcript('letter.txt', 'one'), null))
    await world.disk.remove(FILE)
    expect(tagOf(await save(transcript('letter.txt', 'two'), first.revision))).toBe('conflict')
    expect(await world.disk.read(FILE)).toBeNull()
    expect(tagOf(await save(transcript('letter.txt', 'two'), null))).toBe('done')
  })

  it('lets one of two saves at once through, and tells the other', async () => {
    const base = value(await save(transcript('letter.txt', 'one'), null)).revision
    const tags = await Promise.all(
      ['two', 'three', 'four'].map(async (words) => tagOf(await save(transcript('letter.txt', words), base))),
    )
    expect(tags.sort()).toEqual(['conflict', 'conflict', 'done'])
  })

  it('takes the bytes that stand there already as saved, since that is what was asked', async () => {
    const one = transcript('letter.txt', 'one')
    value(await save(one, null))
    expect(value(await save(one, null)).revision).toBe(sha256(one))
    expect(value(await host.listHistory({ document: (await entry('letter.txt')).id }))).toEqual([])
  })

  it('never overwrites the transcript of another original', async () => {
    const foreign = transcript('letter.md', 'not yours')
    await world.disk.write(FILE, foreign)
    expect(tagOf(await save(transcript('letter.txt', 'mine'), sha256(foreign)))).toMatch(/refused|blocked/)
    expect(await world.disk.read(FILE)).toBe(foreign)
  })

  it('refuses the text of another document, or what is no transcript', async () => {
    const document = (await entry('letter.txt')).id
    const ask = { document, base: null }
    expect(tagOf(await host.writeTranscript({ ...ask, text: transcript('letter.md', 'x'), originals: ['letter.md'] }))).toBe(
      'refused',
    )
    expect(tagOf(await host.writeTranscript({ ...ask, text: transcript('letter.md', 'x'), originals: ['letter.txt'] }))).toBe(
      'refused',
    )
    expect(tagOf(await host.writeTranscript({ ...ask, text: 'no transcript', originals: ['letter.txt'] }))).toBe('refused')
    expect(await world.disk.read(FILE)).toBeNull()
  })

  it('does not replace words by nothing unless the person said so', async () => {
    const one = transcript('letter.txt', 'words')
    value(await save(one, null))
    const none = transcript('letter.txt', '')
    expect(tagOf(await save(none, sha256(one)))).toBe('empty')
    expect(await world.disk.read(FILE)).toBe(one)
    expect(tagOf(await save(none, sha256(one), { evenIfEmpty: true }))).toBe('done')
    expect(await world.disk.read(FILE)).toBe(none)
  })
}
