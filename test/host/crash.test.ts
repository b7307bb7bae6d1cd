import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { sha256, transcript, value } from '../contract/letters.ts'
import { CrashDisk, type Fate } from './crash-disk.ts'

const ORIGINAL = 'the paper'
const TARGET = '/letters/letter.txt.tei.json'

const newDisk = () => new CrashDisk(new Map([['/letters/letter.txt', Buffer.from(ORIGINAL)]]), ['/letters', '/state'])

async function openOn(disk: CrashDisk) {
  let random = disk.operations
  const randomBytes = (count: number) => {
    random += 1
    return Buffer.from(sha256(`${random}`), 'hex').subarray(0, count)
  }
  const options = {
    folder: '/letters',
    stateDir: '/state',
    port: disk.port,
    pause: async () => {},
    randomBytes,
    now: () => new Date(0),
  }
  const host = value(await openFolderHost(options))
  const id = value(await host.list()).documents[0]?.id ?? ''
  return { host, id }
}

type Act = { readonly kind: 'save' | 'journal'; readonly words: string }

/** Saves and journals until the power goes; gives back what was acknowledged and what was under way. */
async function work(disk: CrashDisk, acts: readonly Act[], cutAfter: number) {
  const { host, id } = await openOn(disk)
  disk.cutAfter = disk.operations + cutAfter
  const saved: string[] = []
  let journal: string | null = null
  let lastSave: string | null = null
  let lastJournal: string | null = null
  for (const [n, act] of acts.entries()) {
    const text = transcript('letter.txt', act.words + n)
    if (act.kind === 'save') {
      lastSave = text
      const base = saved.length === 0 ? null : sha256(saved.at(-1) ?? '')
      const written = await host.writeTranscript({ document: id, text, base, originals: ['letter.txt'], manual: true })
      if (!written.ok || written.value.warning !== null) break
      saved.push(text)
    } else {
      lastJournal = text
      const written = await host.writeJournal({ document: id, record: { version: n, base: null, text } })
      if (!written.ok) break
      journal = text
    }
  }
  await host.close()
  return { saved, journal, lastSave, lastJournal }
}

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<'save' | 'journal'>('save', 'journal'),
    words: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  }),
  { minLength: 1, maxLength: 6 },
)
const fate: fc.Arbitrary<Fate> = fc.record({
  entries: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.double({ min: 0, max: 1, noNaN: true }),
})

describe('a power cut', () => {
  it('leaves the last acknowledged save or a newer one, whole; the journal and the history too; and the original untouched', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat({ max: 70 }), fate, async (acts, cutAfter, fate) => {
        const disk = newDisk()
        const { saved, journal, lastSave, lastJournal } = await work(disk, acts, cutAfter)
        const found = disk.afterCut(fate)
        expect(found.text('/letters/letter.txt')).toBe(ORIGINAL)
        expect([saved.at(-1) ?? null, lastSave]).toContain(found.text(TARGET))

        const { host, id } = await openOn(found)
        const kept = value(await host.readJournal({ document: id }))?.text ?? null
        expect([journal, lastJournal]).toContain(kept)
        const history = await Promise.all(
          value(await host.listHistory({ document: id })).map(async ({ id: entry }) => host.readHistory({ document: id, entry })),
        )
        const texts = history.map((one) => (one.ok ? one.value : 'damaged'))
        for (const text of saved.slice(0, -1)) expect(texts).toContain(text)
        await host.close()
      }),
      { numRuns: 300 },
    )
  })

  it('the model of the disk does forget: a save that flushes nothing is lost in it', async () => {
    const disk = newDisk()
    const file = await disk.port.createNew('/letters/x', null)
    await file.write(Buffer.from('words'), 0)
    expect(disk.afterCut({ entries: 0, bytes: 0 }).text('/letters/x')).toBeNull()
    await disk.port.syncFolder('/letters')
    expect(disk.afterCut({ entries: 0, bytes: 0.5 }).text('/letters/x')).toBe('wo')
    await file.sync()
    expect(disk.afterCut({ entries: 0, bytes: 0 }).text('/letters/x')).toBe('words')
  })
})
