import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { COMMANDS } from '../../electron/cli/commands.ts'
import { run } from '../../electron/cli/run.ts'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { transcriptNameOf } from '../../shared/api/file-names.ts'
import { makePlace, type Place, tagOf, transcript, value } from '../contract/letters.ts'

let place: Place
let stateBefore: string | undefined
beforeEach(async () => {
  place = await makePlace()
  stateBefore = process.env.SCHOLION_STATE_DIR
  process.env.SCHOLION_STATE_DIR = place.stateDir
  for (const name of [LONG, TWIN]) await writeFile(join(place.folder, name), 'Dear John,\n\nFirst the weather.\n')
})
afterEach(async () => {
  if (stateBefore === undefined) delete process.env.SCHOLION_STATE_DIR
  else process.env.SCHOLION_STATE_DIR = stateBefore
  await place.remove()
})

/** As long as a name can be, 255 bytes; and another that differs at the end alone. */
const LONG = `${'é'.repeat(125)}a.txt`
const TWIN = `${'é'.repeat(125)}b.txt`
const SHORT = transcriptNameOf(LONG)

async function scholion(...argv: string[]): Promise<number> {
  return run(argv, COMMANDS, { out: () => {}, err: () => {} })
}

it('a letter whose name leaves no room for the ending is imported, checked and exported under a short name', async () => {
  expect(await scholion('import', join(place.folder, LONG))).toBe(0)
  expect(await readdir(place.folder)).toContain(SHORT)
  expect(await scholion('check', place.folder)).toBe(0)
  const out = join(place.root, 'editions')
  for (const kind of ['tei', 'html'])
    expect(await scholion('export', join(place.folder, LONG), '--to', kind, '--out', out)).toBe(0)
  const stem = SHORT.replace('.tei.json', '')
  expect((await readdir(out)).sort()).toEqual([`${stem}.html`, `${stem}.xml`])
})

it('work on it is saved, kept beside it and found again, and never meets that on a letter whose name begins alike', async () => {
  const host = value(await openFolderHost(place))
  const idOf = async (name: string) => value(await host.list()).documents.find((one) => one.original === name)?.id ?? ''
  const document = await idOf(LONG)
  const save = (of: string, original: string, words: string, base: string | null) =>
    host.writeTranscript({
      document: of,
      text: transcript(original, words),
      base,
      originals: [original],
      manual: true,
    })
  const first = value(await save(document, LONG, 'first', null)).revision
  value(await host.writeConflictCopy({ document, text: transcript(LONG, 'other'), who: 'A. Archivist' }))
  value(await host.keepVersion({ document, revision: first, label: 'signed off' }))
  value(await save(document, LONG, 'second', first))
  value(await save(await idOf(TWIN), TWIN, 'of the other', null))
  expect(value(await host.readTranscript({ document })).text).toContain('second')
  expect(value(await host.listHistory({ document }))).toHaveLength(2)
  const listed = value(await host.list()).documents.filter((one) => one.original.startsWith('é'))
  expect(listed.map(({ original, copies, blocked }) => [original, copies.length, blocked])).toEqual([
    [LONG, 1, null],
    [TWIN, 0, null],
  ])
  // a file under the short name that is another letter's is not written over
  await writeFile(join(place.folder, SHORT), transcript(TWIN, 'of another'))
  const { revision } = value(await host.readTranscript({ document }))
  expect(tagOf(await save(document, LONG, 'third', revision))).not.toBe('done')
  await host.close()
})
