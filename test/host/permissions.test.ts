import { spawnSync } from 'node:child_process'
import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePlace, type Place, transcript } from '../contract/letters.ts'
import { bundle } from './bundle.ts'

// Root is never refused, so the child drops root. Elsewhere than as root the tests cannot set the stage and say so.
const isRoot = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0
const NOBODY = 65_534

describe.runIf(isRoot)('in a folder that may not be written (needs root and setpriv, to become somebody else)', () => {
  let place: Place
  let program: string
  beforeAll(async () => {
    place = await makePlace()
    program = await bundle('test/host/child-locked.ts', place.root)
    await chmod(place.root, 0o755)
    await mkdir(place.stateDir)
    await chown(place.stateDir, NOBODY, NOBODY)
  })
  afterAll(() => place.remove())

  const asNobody = () => {
    const drop = [
      `--reuid=${NOBODY}`,
      `--regid=${NOBODY}`,
      '--clear-groups',
      '--',
      process.execPath,
      program,
      place.folder,
      place.stateDir,
    ]
    const run = spawnSync('setpriv', drop, { encoding: 'utf8', cwd: '/' })
    if (run.stdout === '') throw new Error(run.stderr)
    return JSON.parse(run.stdout)
  }

  it('letters are read, nothing is written, the reason is told, and the journal goes on', async () => {
    await chmod(place.folder, 0o555)
    const report = asNobody()
    expect(report).toMatchObject({ opened: 'done', canWrite: false, original: 'done', journal: 'done' })
    expect(report.why).toContain('open for reading only')
    expect([report.save, report.copy, report.registers, report.edition]).toEqual([
      'read-only',
      'read-only',
      'read-only',
      'read-only',
    ])
    expect((await readdir(place.folder)).length).toBe(4)
  })

  it('a transcript that is marked read-only is not replaced, though its folder may be written', async () => {
    await chown(place.folder, NOBODY, NOBODY)
    await chmod(place.folder, 0o755)
    await writeFile(join(place.folder, 'letter.txt.tei.json'), transcript('letter.txt', 'theirs'), { mode: 0o444 })
    const report = asNobody()
    expect(report).toMatchObject({ canWrite: true, save: 'read-only', copy: 'done', registers: 'done', edition: 'done' })
    expect(report.readOnly).toContain('may not be written')
  })

  it('a folder that may not be read at all is not opened', async () => {
    await chown(place.folder, 0, 0)
    await chmod(place.folder, 0o700)
    expect(asNobody()).toEqual({ opened: 'unreachable' })
  })
})
