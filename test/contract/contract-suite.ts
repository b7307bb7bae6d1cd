import { beforeEach, describe, expect, it } from 'vitest'
import { CALLS, type DocumentEntry, type Host, type WriteTranscript } from '../../shared/api/contract.ts'
import { journalOf, LETTERS, SITTING, sha256, tagOf, transcript, value } from './letters.ts'

/** One host and what stands behind it, so that a test can look at it and change it as another program would. */
export interface World {
  readonly host: Host
  readonly disk: {
    read(name: string): Promise<string | null>
    write(name: string, text: string): Promise<void>
    remove(name: string): Promise<void>
    /** Everything that can be told of the originals: content, time, inode, mode. */
    originals(): Promise<unknown>
  }
  close(): Promise<void>
}

/** The rules that every host keeps. Each test begins with a fresh world of the letters in `letters.ts`. */
export function contractSuite(name: string, makeWorld: () => Promise<World>): void {
  describe(`the contract, over the ${name} host`, () => {
    let world: World
    let host: Host
    let before: unknown

    beforeEach(async () => {
      world = await makeWorld()
      host = world.host
      before = await world.disk.originals()
      // whatever a test does, the originals must come out of it as they went in: content, time, inode and mode
      return async () => {
        const after = await world.disk.originals()
        await world.close()
        expect(after).toEqual(before)
      }
    })

    const entry = async (original: string): Promise<DocumentEntry> => {
      const found = value(await host.list()).documents.find((one) => one.original === original)
      if (!found) throw new Error(`${original} is not listed`)
      return found
    }
    const save = async (
      text: string,
      base: string | null,
      more: Pick<WriteTranscript, 'evenIfEmpty' | 'manual' | 'continues'> = {},
    ) => host.writeTranscript({ document: (await entry('letter.txt')).id, text, base, originals: ['letter.txt'], ...more })
    const FILE = 'letter.txt.tei.json'

    it('lists each original once, with ids that stay', async () => {
      const first = value(await host.list())
      expect(first.documents.map((one) => one.original).sort()).toEqual(Object.keys(LETTERS).sort())
      expect(first.documents.every((one) => one.blocked === null && one.transcript === null && !one.missing)).toBe(true)
      expect(new Set(first.documents.map((one) => one.id)).size).toBe(4)
      expect(value(await host.list()).documents.map((one) => one.id)).toEqual(first.documents.map((one) => one.id))
      expect(first.registers).toEqual({ text: null, revision: null })
    })

    it('gives an original byte for byte with its hash', async () => {
      const read = value(await host.readOriginal({ document: (await entry('letter.txt')).id, name: 'letter.txt' }))
      expect(Buffer.from(read.base64, 'base64').toString()).toBe(LETTERS['letter.txt'])
      expect(read.sha256).toBe(sha256(LETTERS['letter.txt'] ?? ''))
      expect(read.bytes).toBe(Buffer.byteLength(LETTERS['letter.txt'] ?? ''))
    })

    it('gives an original only under the document it belongs to', async () => {
      const document = (await entry('letter.txt')).id
      expect(tagOf(await host.readOriginal({ document, name: 'letter.md' }))).toBe('missing')
      expect(tagOf(await host.readOriginal({ document: 'nosuchid', name: 'letter.md' }))).toBe('missing')
    })

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

    it('gives the text of the copies that stand beside a transcript, and of nothing else', async () => {
      const document = (await entry('letter.txt')).id
      const mine = transcript('letter.txt', 'mine')
      const { name } = value(await host.writeConflictCopy({ document, text: mine, who: 'A' }))
      expect(value(await host.readCopy({ document, name }))).toEqual({ text: mine, revision: sha256(mine), sound: true })
      const damaged = `${FILE}.damaged-2026-11-21-01234567`
      await world.disk.write(damaged, 'half a fi')
      expect((await entry('letter.txt')).damaged).toEqual([damaged])
      expect(value(await host.readCopy({ document, name: damaged })).text).toBe('half a fi')
      await world.disk.write('letter.md.tei.json', transcript('letter.md', 'x'))
      for (const other of ['letter.md', 'letter.txt', 'letter.md.tei.json', 'collection.json', 'nosuch'])
        expect(tagOf(await host.readCopy({ document, name: other }))).toBe('missing')
    })

    it('tells who else has a document open, and forgets who left', async () => {
      const document = (await entry('letter.txt')).id
      const other = (await entry('letter.md')).id
      const here = (sitting: string, which: string | null) =>
        host.present({ sitting, document: which, who: sitting.toUpperCase() })
      expect(value(await here('a', document)).others).toEqual([])
      expect(value(await here('b', document)).others.map((one) => one.who)).toEqual(['A'])
      expect(value(await here('c', other)).others).toEqual([])
      expect(value(await here('a', document)).others.map((one) => one.who)).toEqual(['B'])
      value(await here('b', null))
      expect(value(await here('a', document)).others).toEqual([])
    })

    it('keeps both where two people changed one transcript', async () => {
      value(await save(transcript('letter.txt', 'one'), null))
      const mine = transcript('letter.txt', 'mine')
      const document = (await entry('letter.txt')).id
      const first = value(await host.writeConflictCopy({ document, text: mine, who: 'A/../B\\C' }))
      const second = value(await host.writeConflictCopy({ document, text: mine, who: 'A/../B\\C' }))
      expect(first.name).toMatch(/^letter\.txt \(conflict A .. B C \d{4}-\d\d-\d\d\)\.tei\.json$/)
      expect(second.name).not.toBe(first.name)
      expect(await world.disk.read(first.name)).toBe(mine)
      expect([...(await entry('letter.txt')).copies].sort()).toEqual([first.name, second.name].sort())
    })

    it('lists the further originals of a transcript under it', async () => {
      const document = (await entry('minute-1.txt')).id
      const names = ['minute-1.txt', 'minute-2.txt']
      value(await host.writeTranscript({ document, text: transcript(names, 'both sheets'), base: null, originals: names }))
      const listed = value(await host.list()).documents
      expect(listed.map((one) => one.original)).not.toContain('minute-2.txt')
      expect((await entry('minute-1.txt')).others).toEqual(['minute-2.txt'])
      expect(value(await host.list()).joined).toMatchObject([{ original: 'minute-2.txt', into: document, transcript: null }])
      const second = value(await host.readOriginal({ document, name: 'minute-2.txt' }))
      expect(Buffer.from(second.base64, 'base64').toString()).toBe(LETTERS['minute-2.txt'])
    })

    it('lists what is joined to another apart, with the transcript that it had, until it is taken out again', async () => {
      const [first, second] = [await entry('minute-1.txt'), await entry('minute-2.txt')]
      const names = ['minute-1.txt', 'minute-2.txt']
      const own = value(
        await host.writeTranscript({
          document: second.id,
          text: transcript('minute-2.txt', 'alone'),
          base: null,
          originals: ['minute-2.txt'],
        }),
      )
      const both = transcript(names, 'both sheets')
      const joined = value(await host.writeTranscript({ document: first.id, text: both, base: null, originals: names }))
      const listed = value(await host.list())
      expect(listed.documents.map((one) => one.original)).not.toContain('minute-2.txt')
      expect(listed.joined).toMatchObject([{ original: 'minute-2.txt', into: first.id, transcript: { revision: own.revision } }])
      const again = { document: second.id, text: transcript('minute-2.txt', 'again'), base: own.revision }
      value(await host.writeTranscript({ ...again, originals: ['minute-2.txt'] }))
      const alone = { document: first.id, text: transcript('minute-1.txt', 'alone'), base: joined.revision }
      value(await host.writeTranscript({ ...alone, originals: ['minute-1.txt'] }))
      expect(value(await host.list()).joined).toEqual([])
      expect((await entry('minute-2.txt')).transcript).not.toBe(null)
    })

    it('hides neither of two that name each other', async () => {
      const names = ['minute-1.txt', 'minute-2.txt']
      await world.disk.write('minute-1.txt.tei.json', transcript(names, 'mine'))
      await world.disk.write('minute-2.txt.tei.json', transcript(names.toReversed(), 'mine too'))
      const listed = value(await host.list())
      expect(listed.documents.map((one) => one.original)).toEqual(expect.arrayContaining(['minute-1.txt', 'minute-2.txt']))
      expect(listed.joined).toEqual([])
    })

    it('writes the registers under the same rules', async () => {
      const first = value(await host.writeRegisters({ text: '{"hands":[]}', base: null }))
      expect(tagOf(await host.writeRegisters({ text: '{"hands":[1]}', base: null }))).toBe('conflict')
      value(await host.writeRegisters({ text: '{"hands":[2]}', base: first.revision }))
      expect(value(await host.list()).registers).toEqual({ text: '{"hands":[2]}', revision: sha256('{"hands":[2]}') })
    })

    it('gives a journal back, and drops it only when it holds nothing newer', async () => {
      const document = (await entry('letter.txt')).id
      expect(await journalOf(host, document)).toBeNull()
      const record = { version: 7, base: null, text: transcript('letter.txt', 'unsaved') }
      value(await host.writeJournal({ document, sitting: SITTING, record }))
      expect(await journalOf(host, document)).toEqual(record)
      value(await host.dropJournal({ document, sitting: SITTING, version: 6 }))
      expect(await journalOf(host, document)).toEqual(record)
      value(await host.dropJournal({ document, sitting: SITTING, version: 7 }))
      expect(await journalOf(host, document)).toBeNull()
    })

    it('takes what changed since the last whole record, and gives the whole text back', async () => {
      const document = (await entry('letter.txt')).id
      const text = transcript('letter.txt', 'unsaved words')
      const at = text.lastIndexOf('words')
      const change = (version: number, of: string) =>
        host.writeJournal({
          document,
          sitting: SITTING,
          record: { version, base: null, of, splices: [{ from: at, to: at + 5, text: `words, ${version}` }] },
        })
      expect(tagOf(await change(2, sha256(text)))).toBe('missing')
      value(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text } }))
      for (const version of [2, 3]) value(await change(version, sha256(text)))
      const changed = { version: 3, base: null, text: transcript('letter.txt', 'unsaved words, 3') }
      expect(await journalOf(host, document)).toEqual(changed)
      expect(tagOf(await change(4, sha256('another text')))).toBe('missing')
      const outside = [{ from: 0, to: text.length + 1, text: '' }]
      const wrong = { version: 4, base: null, of: sha256(text), splices: outside }
      expect(tagOf(await host.writeJournal({ document, sitting: SITTING, record: wrong }))).toBe('bad-request')
      expect(await journalOf(host, document)).toEqual(changed)
      value(await host.dropJournal({ document, sitting: SITTING, version: 2 }))
      expect(await journalOf(host, document)).toEqual(changed)
      value(await host.dropJournal({ document, sitting: SITTING, version: 3 }))
      expect(await journalOf(host, document)).toBeNull()
    })

    it('takes what changed since a long whole record also after that was dropped, because the work was saved', async () => {
      const document = (await entry('letter.txt')).id
      const text = transcript('letter.txt', 'many words '.repeat(10_000))
      value(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text } }))
      value(await host.dropJournal({ document, sitting: SITTING, version: 1 }))
      expect(await journalOf(host, document)).toBeNull()
      const splices = [{ from: text.length, to: text.length, text: ' ' }]
      value(
        await host.writeJournal({ document, sitting: SITTING, record: { version: 2, base: null, of: sha256(text), splices } }),
      )
      expect(await journalOf(host, document)).toEqual({ version: 2, base: null, text: `${text} ` })
      value(await host.dropJournal({ document, sitting: SITTING, version: 2 }))
      expect(await journalOf(host, document)).toBeNull()
    })

    it('writes an edition, and another over it only when told', async () => {
      const file = (text: string) => ({ name: 'letter.txt.xml', base64: Buffer.from(text).toString('base64') })
      expect(value(await host.writeExport({ files: [file('<TEI/>')] })).names).toEqual(['letter.txt.xml'])
      expect(tagOf(await host.writeExport({ files: [file('<TEI/>')] }))).toBe('done')
      expect(tagOf(await host.writeExport({ files: [file('<TEI2/>')] }))).toBe('exists')
      expect(tagOf(await host.writeExport({ files: [file('<TEI2/>')], overwrite: true }))).toBe('done')
    })

    it('never writes an edition under the name of a transcript or of the registers', async () => {
      for (const name of [FILE, 'LETTER.TXT.TEI.JSON', 'collection.json', 'manifest.json']) {
        expect(tagOf(await host.writeExport({ files: [{ name, base64: '' }] }))).toBe('refused')
      }
    })

    it('never writes an edition under a name that a Windows share cannot hold, or that acts by itself', async () => {
      for (const name of ['CON', 'NUL.txt', 'aux.txt', 'autorun.inf', 'x.desktop', 'what?.xml', 'letter.xml ']) {
        const refused = await host.writeExport({ files: [{ name, base64: '' }] })
        expect(refused).toMatchObject({ ok: false, fault: { tag: 'refused', sentence: expect.stringContaining(name) } })
      }
    })

    it('keeps small settings', async () => {
      expect(value(await host.readSettings())).toEqual({})
      value(await host.writeSettings({ settings: { name: 'A. Archivist' } }))
      expect(value(await host.readSettings())).toEqual({ name: 'A. Archivist' })
    })

    it('keeps the settings of one window when another keeps its own', async () => {
      value(await host.writeSettings({ settings: { look: 'dark', name: 'A' } }))
      value(await host.writeSettings({ settings: { snippets: 'x', name: 'B' } }))
      expect(value(await host.readSettings())).toEqual({ look: 'dark', name: 'B', snippets: 'x' })
    })

    it('tells of a change, also of one that somebody else made', async () => {
      const { at } = value(await host.watch({ since: 0 }))
      const next = host.watch({ since: at })
      value(await save(transcript('letter.txt', 'one'), null))
      expect(value(await next).at).not.toBe(at)
    })

    it('says what it can do', async () => {
      const can = value(await host.capabilities())
      expect(can.canWrite).toBe(true)
      expect(can.why).toBeNull()
      expect(CALLS.every((call) => typeof host[call] === 'function')).toBe(true)
    })
  })
}
