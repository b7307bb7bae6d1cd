import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { realFs } from '../../electron/host/fs-port.ts'
import { sweep } from '../../electron/host/sweep.ts'

it('half-written files of a killed process go at a later start, look-alikes and young ones stay', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scholion-test-'))
  const own = '.~letter.txt.tei.json.0123456789ab.tmp'
  const kept = [
    'letter.txt',
    '.~lock.letter.txt#',
    '.~x.tmp',
    '.~x.0123456789ab.tmp.txt',
    '~x.0123456789ab.tmp',
    '.~x.0123456789AB.tmp',
  ]
  for (const name of [own, ...kept]) await writeFile(join(folder, name), 'x')
  await symlink(join(folder, 'letter.txt'), join(folder, '.~link.0123456789ab.tmp'))
  const soon = new Date(Date.now() + 3_600_000)
  const later = new Date(Date.now() + 3 * 24 * 3_600_000)
  expect(await sweep(realFs, folder, soon)).toEqual([])
  expect(await sweep(realFs, folder, later)).toEqual([own])
  expect((await readdir(folder)).sort()).toEqual([...kept, '.~link.0123456789ab.tmp'].sort())
  await rm(folder, { recursive: true })
})
