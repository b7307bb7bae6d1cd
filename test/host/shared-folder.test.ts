import { mkdir, rename, rmdir } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SITTING, tagOf, transcript, value } from '../contract/letters.ts'
import { ask, makeStage, NEW, OLD } from './stage.ts'

const { place, renew, onDisk, names, open, idOf } = makeStage()

describe('two programs on one folder', () => {
  it('saving in whatever turns never lose a word that one of them called saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), fc.boolean()), { minLength: 1, maxLength: 8 }), async (turns) => {
        await renew()
        const hosts = [await open(), await open()] as const
        const id = await idOf(hosts[0])
        const bases: [string | null, string | null] = [null, null]
        const saved: string[] = []
        for (const [n, [who, reads]] of turns.entries()) {
          const host = who === 0 ? hosts[0] : hosts[1]
          if (reads) bases[who === 0 ? 0 : 1] = value(await host.readTranscript({ document: id })).revision
          const text = transcript('letter.txt', `words ${n} of ${who}`)
          const result = await host.writeTranscript({ ...ask(id, text, bases[who === 0 ? 0 : 1]), manual: true })
          if (result.ok) {
            saved.push(text)
            bases[who === 0 ? 0 : 1] = result.value.revision
          } else expect(result.fault.tag).toBe('conflict')
        }
        const entries = value(await hosts[0].listHistory({ document: id }))
        const kept = await Promise.all(
          entries.map(async (one) => value(await hosts[1].readHistory({ document: id, entry: one.id }))),
        )
        for (const text of saved) expect([await onDisk(), ...kept]).toContain(text)
        for (const host of hosts) await host.close()
      }),
      { numRuns: 25 },
    )
  })
})

describe('when the folder goes away', () => {
  it('says so, deletes nothing and makes nothing anew', async () => {
    const host = await open()
    const id = await idOf(host)
    const base = value(await host.writeTranscript(ask(id, OLD, null))).revision
    await rename(place().folder, `${place().folder}-away`)
    expect(tagOf(await host.list())).toBe('unreachable')
    expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('unreachable')
    // an unmounted share leaves its empty mount point
    await mkdir(place().folder)
    for (const from of [base, null])
      expect(['missing', 'unreachable', 'conflict']).toContain(tagOf(await host.writeTranscript(ask(id, NEW, from))))
    expect(tagOf(await host.writeRegisters({ text: '{}', base: null }))).toBe('unreachable')
    expect(await names()).toEqual([])
    expect(tagOf(await host.writeJournal({ document: id, sitting: SITTING, record: { version: 1, base, text: NEW } }))).toBe(
      'done',
    )
    await rmdir(place().folder)
    await rename(`${place().folder}-away`, place().folder)
    expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('done')
    await host.close()
  })
})
