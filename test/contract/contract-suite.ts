import { beforeEach, describe, expect, it } from 'vitest'
import { CALLS } from '../../shared/api/contract.ts'
import { historyIsKept } from './contract-history.ts'
import { journalIsKept } from './contract-journal.ts'
import { savesAreSafe } from './contract-saves.ts'
import { enter, entry, FILE, host, save, type World, world } from './contract-world.ts'
import { LETTERS, sha256, tagOf, transcript, value } from './letters.ts'

/** The rules that every host keeps. Each test begins with a fresh world of the letters in `letters.ts`. */
export function contractSuite(name: string, makeWorld: () => Promise<World>): void {
  describe(`the contract, over the ${name} host`, () => {
    let before: unknown

    beforeEach(async () => {
      enter(await makeWorld())
      before = await world.disk.originals()
      // whatever a test does, the originals must come out of it as they went in: content, time, inode and mode
      return async () => {
        const after = await world.disk.originals()
        await world.close()
        expect(after).toEqual(before)
      }
    })

    savesAreSafe()
    historyIsKept()
    journalIsKept()

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
