import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FolderHost, openFolderHost } from '../../../electron/host/folder-host.ts'
import { isOwnTemp } from '../../../electron/host/replace-file.ts'
import { LETTERS, sha256, tagOf, transcript, value } from '../../contract/letters.ts'
import { report } from '../measure.ts'

/** Why no disk that ignores case can be mounted here, in words, or null. */
function whyNone(): string | null {
  if (process.getuid?.() !== 0) return 'only root may mount a disk'
  if (!existsSync('/dev/fuse')) return 'there is no /dev/fuse'
  const missing = ['mkntfs', 'lowntfs-3g'].filter((command) => spawnSync(command, ['--help']).error)
  return missing.length > 0 ? `there is no ${missing.join(' and no ')} (package ntfs-3g)` : null
}

const why = whyNone()
let root = ''
let folder = ''
beforeAll(async () => {
  if (why !== null) return
  root = await mkdtemp(join(tmpdir(), 'scholion-one-case-'))
  const [file, at] = [join(root, 'disk'), join(root, 'at')]
  await mkdir(at)
  const run = (command: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command}: ${stderr}`)
  }
  run('truncate', '-s', '32M', file)
  run('mkntfs', '-F', '-Q', '-q', file)
  run('lowntfs-3g', '-o', 'ignore_case,windows_names', file, at)
  folder = join(at, 'letters')
  await mkdir(folder)
  for (const [name, text] of Object.entries(LETTERS)) await writeFile(join(folder, name), text)
})
afterAll(async () => {
  if (root === '') return
  spawnSync('umount', ['-l', join(root, 'at')])
  await rm(root, { recursive: true, force: true })
})

const open = async () => value(await openFolderHost({ folder, stateDir: join(root, 'state') }))
const idOf = async (host: FolderHost) =>
  value(await host.list()).documents.find(({ original }) => original === 'letter.txt')?.id ?? ''

it('on a disk that ignores case, work is saved as on any other, and nothing is written over an original by another spelling', async () => {
  if (why !== null) return report('one case', `skipped: ${why}`)
  expect(await readFile(join(folder, 'LETTER.TXT'), 'utf8'), 'the disk ignores case').toBe(LETTERS['letter.txt'])
  const host = await open()
  const document = await idOf(host)
  const ask = { document, originals: ['letter.txt'], manual: true }
  const [one, two] = ['one', 'two'].map((words) => transcript('letter.txt', words))
  const first = value(await host.writeTranscript({ ...ask, text: one!, base: null }))
  value(await host.keepVersion({ document, revision: first.revision, label: 'signed off' }))
  value(await host.writeConflictCopy({ document, text: two!, who: 'A. Archivist' }))
  const second = value(await host.writeTranscript({ ...ask, text: two!, base: first.revision }))
  expect(await readFile(join(folder, 'Letter.txt.TEI.json'), 'utf8')).toBe(two)
  expect(value(await host.listHistory({ document }))).toHaveLength(2)

  // a save of somebody else, under another spelling, is the same file: it is noticed
  await writeFile(join(folder, 'LETTER.txt.tei.json'), transcript('letter.txt', 'theirs'))
  expect(tagOf(await host.writeTranscript({ ...ask, text: one!, base: second.revision }))).toBe('conflict')

  let refused = 0
  for (const name of ['LETTER.TXT', 'Letter.txt', 'MINUTE-1.txt', 'letter.TXT.tei.JSON', 'Collection.JSON']) {
    const edition = await host.writeExport({
      files: [{ name, base64: Buffer.from('an edition').toString('base64') }],
      overwrite: true,
    })
    expect(tagOf(edition), name).toBe('refused')
    refused += 1
  }
  await host.close()
  const fresh = await open()
  expect(await idOf(fresh)).toBe(document)
  await fresh.close()
  for (const [name, text] of Object.entries(LETTERS)) expect(sha256(await readFile(join(folder, name))), name).toBe(sha256(text))
  expect((await readdir(folder)).filter(isOwnTemp)).toEqual([])
  report(
    'one case',
    `a disk that ignores case (lowntfs-3g): 3 saves, 1 clash noticed, ${refused} editions under other spellings of originals and transcripts refused; originals changed 0`,
  )
})
