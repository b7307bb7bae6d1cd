import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { type FsPort, realFs } from '../../electron/host/fs-port.ts'
import { journalOf, makePlace, SITTING, sha256, tagOf, transcript, value } from '../contract/letters.ts'
import { ask, FILE, makeStage, NEW, OLD } from './stage.ts'

const { place, onDisk, open, idOf } = makeStage()
const path = () => join(place().folder, FILE)

async function saved() {
  const host = await open()
  const id = await idOf(host)
  const base = value(await host.writeTranscript(ask(id, OLD, null))).revision
  return { host, id, base }
}

describe('a transcript that changes outside', () => {
  it('with the same length and the same time is noticed by what it says', async () => {
    const { host, id, base } = await saved()
    const { atime, mtime } = await stat(path())
    const theirs = OLD.replace('old', 'odd')
    await writeFile(path(), theirs)
    await utimes(path(), atime, mtime)
    expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('conflict')
    expect(value(await host.readTranscript({ document: id })).revision).toBe(sha256(theirs))
    expect(await onDisk()).toBe(theirs)
    await host.close()
  })

  it('in its time alone, or by a save of the same words, is no change', async () => {
    const { host, id, base } = await saved()
    for (const years of [-30, 30]) {
      const when = new Date(Date.now() + years * 365 * 86_400_000)
      await utimes(path(), when, when)
      expect(value(await host.list()).documents.find((one) => one.id === id)?.transcript?.revision).toBe(base)
    }
    await writeFile(path(), OLD)
    expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('done')
    await host.close()
  })

  it('because another branch was checked out is a conflict, and nothing is written over it; back on the first, saving goes on', async () => {
    const { host, id } = await saved()
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: place().folder,
        stdio: 'ignore',
      })
    git('init', '--initial-branch=one')
    git('add', FILE)
    git('commit', '-m', 'one')
    git('checkout', '-b', 'two')
    const base = value(await host.writeTranscript(ask(id, NEW, sha256(OLD)))).revision
    git('commit', '-a', '-m', 'two')
    git('checkout', 'one')
    const mine = transcript('letter.txt', 'mine, on the second branch')
    expect(tagOf(await host.writeTranscript(ask(id, mine, base)))).toBe('conflict')
    expect(await onDisk()).toBe(OLD)
    value(await host.writeJournal({ document: id, sitting: SITTING, record: { version: 1, base, text: mine } }))
    git('checkout', 'two')
    expect(tagOf(await host.writeTranscript(ask(id, mine, base)))).toBe('done')
    await host.close()
  })

  it('because a sync program takes it away and puts another one back is never lost in between', async () => {
    const { host, id, base } = await saved()
    await rename(path(), join(place().folder, '.sync-part'))
    expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('conflict')
    expect(await onDisk()).toBeNull()
    const theirs = transcript('letter.txt', 'theirs')
    await writeFile(path(), theirs)
    expect(tagOf(await host.writeTranscript(ask(id, NEW, base)))).toBe('conflict')
    value(await host.writeConflictCopy({ document: id, text: NEW, who: 'A' }))
    expect(await onDisk()).toBe(theirs)
    await host.close()
  })
})

describe('a folder', () => {
  it('that comes back with other content is a conflict for each file, and keeps what it brought', async () => {
    const { host, id, base } = await saved()
    await rename(place().folder, `${place().folder}-first`)
    const other = await makePlace()
    const theirs = transcript('letter.txt', 'from another disk')
    await writeFile(join(other.folder, FILE), theirs)
    await rename(other.folder, place().folder)
    for (const from of [base, null]) expect(tagOf(await host.writeTranscript(ask(id, NEW, from)))).toBe('conflict')
    expect(tagOf(await host.writeTranscript(ask(id, NEW, sha256(theirs))))).toBe('done')
    await rename(place().folder, other.folder)
    expect(await readFile(join(other.folder, FILE), 'utf8')).toBe(NEW)
    await other.remove()
    await rename(`${place().folder}-first`, place().folder)
    expect(await onDisk()).toBe(OLD)
    await host.close()
  })

  it.runIf(process.getuid?.() === 0)(
    'whose disk is taken out leaves its empty mount point empty (needs root, for a mount)',
    async ({ skip }) => {
      const at = join(place().root, 'stick')
      await mkdir(at)
      if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', at]).status !== 0) return skip('mounting is not allowed here')
      try {
        await writeFile(join(at, 'letter.txt'), 'words\n')
        const host = value(await openFolderHost({ folder: at, stateDir: place().stateDir }))
        const id = await idOf(host)
        const base = value(await host.writeTranscript(ask(id, OLD, null))).revision
        expect(spawnSync('umount', ['-l', at]).status).toBe(0)
        for (const from of [base, null]) expect(tagOf(await host.writeTranscript(ask(id, NEW, from)))).not.toBe('done')
        expect(tagOf(await host.writeConflictCopy({ document: id, text: NEW, who: 'A' }))).not.toBe('done')
        expect(tagOf(await host.writeRegisters({ text: '{}', base: null }))).toBe('unreachable')
        expect(tagOf(await host.writeExport({ files: [{ name: 'letter.txt.xml', base64: '' }] }))).not.toBe('done')
        expect(await readdir(at)).toEqual([])
        await host.close()
      } finally {
        spawnSync('umount', ['-l', at])
      }
    },
  )
})

describe('a file that may not be changed at all', () => {
  it.runIf(process.getuid?.() === 0)('is not replaced, and the reason is told (needs root, for chattr)', async ({ skip }) => {
    const { host, id, base } = await saved()
    if (spawnSync('chattr', ['+i', path()]).status !== 0) return skip('this disk knows no immutable files')
    try {
      const result = await host.writeTranscript(ask(id, NEW, base))
      expect(tagOf(result)).toBe('read-only')
      if (!result.ok) expect(result.fault.sentence).toContain(FILE)
      expect(await onDisk()).toBe(OLD)
      expect(value(await host.readTranscript({ document: id })).readOnly).toContain('may not be written')
    } finally {
      spawnSync('chattr', ['-i', path()])
    }
    await host.close()
  })
})

describe('a disk that never answers', () => {
  it('holds up the document that waits for it, and no other, nor the recovery copies', async () => {
    let answer = () => {}
    const hung = new Promise<void>((resolve) => {
      answer = resolve
    })
    let hangs = () => {}
    const waiting = new Promise<void>((resolve) => {
      hangs = resolve
    })
    const port: FsPort = {
      ...realFs,
      async createNew(path, mode) {
        const file = await realFs.createNew(path, mode)
        if (!path.includes(`.~${FILE}`) || !path.startsWith(place().folder)) return file
        const sync = async () => {
          hangs()
          await hung
          await file.sync()
        }
        return { ...file, sync }
      },
    }
    const host = await open(port)
    const id = await idOf(host)
    const stuck = host.writeTranscript(ask(id, OLD, null))
    await waiting
    const other = value(await host.list()).documents.find((one) => one.original === 'letter.md')?.id ?? ''
    const text = transcript('letter.md', 'goes on')
    value(await host.writeTranscript({ document: other, text, base: null, originals: ['letter.md'] }))
    value(await host.writeJournal({ document: id, sitting: SITTING, record: { version: 1, base: null, text: NEW } }))
    expect((await journalOf(host, id))?.text).toBe(NEW)
    expect(await onDisk()).toBeNull()
    answer()
    expect(tagOf(await stuck)).toBe('done')
    expect(await onDisk()).toBe(OLD)
    await host.close()
  })
})

describe('a clock that jumps', () => {
  it('makes no conflict, loses no version, and does not change their order', async () => {
    let now = Date.parse('2026-11-21T09:00:00Z')
    const host = value(await openFolderHost({ ...place(), now: () => new Date(now) }))
    const id = await idOf(host)
    const days = [0, 2, -2, 4, -40, 1]
    let base: string | null = null
    for (const [n, jump] of days.entries()) {
      now += jump * 86_400_000
      const text = transcript('letter.txt', `version ${n}`)
      base = value(await host.writeTranscript({ ...ask(id, text, base), manual: true })).revision
    }
    const kept = value(await host.listHistory({ document: id })).map((one) => one.revision)
    expect(kept).toEqual([4, 3, 2, 1, 0].map((n) => sha256(transcript('letter.txt', `version ${n}`))))
    await host.close()
  })

  it('keeps a version of a row of autosaves where the last kept one seems to come from the future', async () => {
    let now = Date.parse('2026-11-21T09:00:00Z')
    const host = value(await openFolderHost({ ...place(), now: () => new Date(now) }))
    const id = await idOf(host)
    let base: string | null = null
    for (const [n, jump] of [0, 5, 5, -60, 5, 11].entries()) {
      now += jump * 60_000
      base = value(await host.writeTranscript({ ...ask(id, transcript('letter.txt', `${n}`), base), continues: true })).revision
    }
    const kept = value(await host.listHistory({ document: id })).map((one) => one.revision)
    expect(kept).toEqual([4, 2, 0].map((n) => sha256(transcript('letter.txt', `${n}`))))
    await host.close()
  })
})
