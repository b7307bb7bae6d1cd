import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { journalOf, makePlace, type Place, SITTING, sha256, tagOf, transcript, value } from '../contract/letters.ts'

// A file system of 256 kB, which only root can mount; where it cannot be, `save-faults.test.ts` says the same with a port that has no room.
let place: Place
let small: string
let mounted = false

beforeEach(async () => {
  place = await makePlace()
  small = join(place.root, 'small')
  await mkdir(small)
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]).status === 0
})
afterEach(async () => {
  if (mounted) spawnSync('umount', ['-l', small])
  await place.remove()
})

const OLD = transcript('letter.txt', 'old '.repeat(10_000))
const NEW = transcript('letter.txt', 'new '.repeat(25_000))
const FILE = 'letter.txt.tei.json'

async function fill(leave: number): Promise<void> {
  const { bavail, bsize } = await statfs(small)
  await writeFile(join(small, 'filler.bin'), Buffer.alloc(Math.max(0, bavail * bsize - leave)))
}

describe.runIf(process.getuid?.() === 0)('on a disk that is really full (needs root, for a mount)', () => {
  it('a save fails, the old version stands byte for byte, nothing half-written stays, and with room again it goes through', async ({
    skip,
  }) => {
    if (!mounted) return skip('mounting is not allowed here')
    await writeFile(join(small, 'letter.txt'), 'words\n')
    const host = value(await openFolderHost({ folder: small, stateDir: place.stateDir }))
    const document = value(await host.list()).documents[0]?.id ?? ''
    const ask = { document, originals: ['letter.txt'] }
    const base = value(await host.writeTranscript({ ...ask, text: OLD, base: null })).revision
    for (const leave of [0, 4096, 40_960, 81_920]) {
      await rm(join(small, 'filler.bin'), { force: true })
      await fill(leave)
      const result = await host.writeTranscript({ ...ask, text: NEW, base })
      expect(tagOf(result)).toBe('full')
      expect(sha256(await readFile(join(small, FILE)))).toBe(base)
      expect((await readdir(small)).filter((name) => name.startsWith('.'))).toEqual([])
    }
    await rm(join(small, 'filler.bin'))
    expect(tagOf(await host.writeTranscript({ ...ask, text: NEW, base }))).toBe('done')
    await host.close()
  })

  it('a journal without room is told, the one before it stays, and saving goes on', async ({ skip }) => {
    if (!mounted) return skip('mounting is not allowed here')
    const host = value(await openFolderHost({ folder: place.folder, stateDir: join(small, 'state') }))
    const document = value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? ''
    const record = { version: 1, base: null, text: transcript('letter.txt', 'unsaved') }
    expect(tagOf(await host.writeJournal({ document, sitting: SITTING, record }))).toBe('done')
    await fill(0)
    expect(tagOf(await host.writeJournal({ document, sitting: SITTING, record: { ...record, version: 2, text: NEW } }))).toBe(
      'full',
    )
    expect(await journalOf(host, document)).toEqual(record)
    const ask = { document, originals: ['letter.txt'] }
    const first = value(await host.writeTranscript({ ...ask, text: OLD, base: null }))
    const second = value(await host.writeTranscript({ ...ask, text: NEW, base: first.revision }))
    expect(second.warning).toContain('history')
    await host.close()
  })
})
