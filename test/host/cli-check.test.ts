import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { serialise } from '../../shared/format/serialise.ts'
import { joinOriginal } from '../../shared/merge/join-original.ts'
import { folder, inFolder, type Json, put, root, scholion, sha256, transcriptOf } from '../support/command-line.ts'

describe('scholion check', () => {
  const findings = async () => {
    const { code, json } = await scholion('check', folder, '--json')
    const { ok, files } = json()
    expect(code).toBe(ok ? 0 : 1)
    return Object.fromEntries(files.map(({ file, errors, warnings }: Json) => [file, { errors, warnings }]))
  }

  beforeEach(async () => {
    put('a.txt', 'Dear John,\n\nI am here')
    put('later.txt', 'not imported')
    await scholion('import', inFolder('a.txt'))
  })

  test('finds a fresh collection sound, and an original without transcript no fault', async () => {
    expect(await findings()).toEqual({ 'a.txt': { errors: [], warnings: [] }, 'later.txt': { errors: [], warnings: [] } })
    const { out } = await scholion('check', folder)
    expect(out).toContain(`a.txt: sound (untouched)\n  sha256 of the original: ${sha256('a.txt')}`)
    expect(out).toContain('later.txt: sound (no transcript yet)')
    expect(out).toMatch(/^letters, checked on \d{4}-\d\d-\d\d by Scholion .*Nothing was changed\./)
  })

  test('notes where a status says that it is collated, and nothing is recorded of that', async () => {
    const path = inFolder('a.txt.tei.json')
    const text = readFileSync(path, 'utf8').replace('"status": "untouched"', '"status": "second-read"')
    writeFileSync(path, text)
    expect((await findings())['a.txt'].warnings.join(' ')).toContain(
      '“second-read”, and this is not recorded of every page: not collated.',
    )
    expect((await scholion('check', folder)).out).toContain('a.txt: sound (second-read, not collated)')
    expect((await scholion('stats', folder)).out).toContain('a.txt: second-read, not collated; pages 1')
    const collated = '"collated": [{ "against": "paper", "who": "R Bone", "when": "2026-11-30" }],'
    writeFileSync(path, text.replace('"content": [', `${collated}\n      "content": [`))
    expect((await findings())['a.txt'].warnings.join(' ')).not.toContain('not recorded of every page')
    expect((await scholion('stats', folder)).out).toContain(
      'a.txt: second-read, collated with the paper by R Bone, 30 Nov 2026; pages 1',
    )
  })

  test('finds an original that was changed, and one that is gone', async () => {
    put('a.txt', 'Dear Jack,\n\nI am here')
    expect((await findings())['a.txt'].errors).toEqual([
      expect.stringContaining('a.txt is not the file that the transcript was made from'),
    ])
    rmSync(inFolder('a.txt'))
    expect((await findings())['a.txt'].errors).toEqual([expect.stringContaining('The transcript keeps its text.')])
  })

  test('finds a transcript that is damaged, hostile, newer or out of step with its words', async () => {
    const path = inFolder('a.txt.tei.json')
    const text = readFileSync(path, 'utf8')
    const told = async (changed: string) => {
      writeFileSync(path, changed)
      return (await findings())['a.txt'].errors.join(' ')
    }
    expect(await told(text.slice(0, 400))).toContain('damaged')
    expect(await told(text.replace('"version": 1', '"version": 7'))).toContain('newer Scholion')
    expect(await told(text.replace('"source": [[0, 0, 10]]', '"source": [[0, 0, 4]]'))).toContain(
      'stand nowhere in the transcript',
    )
    expect(await told(text.replace('"source": [[0, 0, 10]]', '"source": [[0, 0, 14]]'))).toContain('stand twice')
    expect(await told(text.replace('"type": "block",', '"type": "block", "hand": "nobody",'))).toContain('names “nobody”')
    expect(await told(text.replaceAll('Dear John', 'Dear Jack'))).toContain('is not the text of that file')
    expect(await told(text)).toBe('')
  })

  test('notes a letter that is signed off and reads in every word as the machine transcript does', async () => {
    const note = expect.stringContaining('look whether anybody has read it')
    const sign = (status: string) => writeFileSync(inFolder('a.txt.tei.json'), serialise({ ...transcriptOf('a.txt'), status }))
    sign('in-progress')
    expect((await findings())['a.txt'].warnings).toEqual([])
    sign('corrected')
    expect((await findings())['a.txt'].warnings).toEqual([note])
    sign('approved')
    expect((await findings())['a.txt'].warnings).toEqual(expect.arrayContaining([note, expect.stringContaining('not collated')]))
  })

  test('notes an annotation that lost its words, and a file laid out by another program', async () => {
    const path = inFolder('a.txt.tei.json')
    const transcript = transcriptOf('a.txt')
    writeFileSync(path, serialise({ ...transcript, tray: [{ id: 't1', type: 'unclear', attrs: {}, was: 'Jon', blocks: [] }] }))
    expect((await findings())['a.txt']).toEqual({
      errors: [],
      warnings: ['One annotation has lost the words it stood on, and waits in the tray of lost anchors.'],
    })
    writeFileSync(path, JSON.stringify(JSON.parse(serialise(transcript))))
    expect((await findings())['a.txt'].warnings).toEqual([expect.stringContaining('not written by this Scholion')])
  })

  test('checks registers and manifest where they stand', async () => {
    put('collection.json', '{"format":"scholion-collection","version":1,"hands":[{"id":"mt"}]}')
    put(
      'manifest.json',
      JSON.stringify({
        files: [
          { name: 'a.txt', sha256: sha256('a.txt') },
          { name: 'later.txt', sha256: '0'.repeat(64) },
          { name: '../up.txt', sha256: '0'.repeat(64) },
        ],
      }),
    )
    const found = await findings()
    expect(found['collection.json'].errors[0]).toContain('hand 1')
    expect(found['manifest.json'].errors).toEqual([
      'later.txt is not the file that the manifest names: its sha256 differs.',
      expect.stringContaining('holds a slash'),
    ])
    put('manifest.json', '[]')
    expect((await findings())['manifest.json'].errors[0]).toContain('It cannot be read')
  })

  test('finds the four sample letters sound, and their manifest and registers', async () => {
    const corpus = join(import.meta.dirname, '../../corpus/prem19')
    for (const name of readdirSync(corpus).filter((own) => /\.(txt|json)$/.test(own) && !own.endsWith('.tei.json')))
      copyFileSync(join(corpus, name), inFolder(name))
    rmSync(inFolder('a.txt'))
    rmSync(inFolder('a.txt.tei.json'))
    rmSync(inFolder('later.txt'))
    const letters = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    expect(letters).toHaveLength(4)
    expect((await scholion('import', ...letters.map(inFolder))).code).toBe(0)
    const found = await findings()
    expect(Object.keys(found).sort()).toEqual([...letters, 'collection.json', 'manifest.json'].sort())
    for (const { errors, warnings } of Object.values(found) as Json[]) expect([...errors, ...warnings]).toEqual([])
  })

  test('counts and checks an original where it is joined, and looks into the transcript that it had', async () => {
    for (const name of readdirSync(folder)) rmSync(inFolder(name))
    for (const name of ['m-1.txt', 'm-2.txt']) put(name, `Words of ${name}`)
    await scholion('import', inFolder('m-1.txt'), inFolder('m-2.txt'))
    const joined = joinOriginal(transcriptOf('m-1.txt'), transcriptOf('m-2.txt'), () => 'fresh001')
    if (!joined.ok) throw new Error(joined.fault.sentence)
    writeFileSync(inFolder('m-1.txt.tei.json'), serialise(joined.value))
    const { code, out } = await scholion('check', folder)
    expect(out).toContain('m-1.txt: sound')
    expect(out).toContain('m-2.txt: sound (joined to m-1.txt; its own transcript is kept as it stood)')
    expect(code).toBe(0)
    const { documents } = (await scholion('stats', folder, '--json')).json()
    expect(documents).toMatchObject([{ original: 'm-1.txt', pages: 2 }])
    expect((await scholion('search', folder, 'words', '--json')).json().hits).toHaveLength(2)
    writeFileSync(inFolder('m-2.txt.tei.json'), '{')
    expect((await scholion('check', folder)).code).toBe(1)
  })

  test('names what it did not read, folders too, and never calls a folder sound of which it read nothing', async () => {
    for (const name of readdirSync(folder)) rmSync(inFolder(name))
    put('letter.xml', '<TEI/>')
    put('scan.jpg', 'x')
    mkdirSync(inFolder('box 2'))
    put('README.md', 'of the collection')
    const first = await scholion('check', folder, '--json')
    expect(first.code).toBe(1)
    expect(first.json().ok).toBe(false)
    expect(first.json().files.map(({ file }: { file: string }) => file)).toEqual(['box 2', 'letter.xml', 'scan.jpg'])
    expect((await scholion('check', folder)).out).toContain('Nothing was checked')
    put('a.txt', 'Dear John,\n')
    const second = await scholion('check', folder)
    expect(second.code).toBe(0)
    expect(second.out).toContain('letter.xml: not read')
    expect(second.out).toContain('box 2: not read\n  Note: It is a folder')
    expect(second.out).toContain('All that was read is sound')
  })

  test('names a machine transcript that cannot be opened', async () => {
    put('zeros.txt', new Uint8Array(64))
    const all = await findings()
    expect(all['a.txt'].errors).toEqual([])
    expect(all['zeros.txt'].errors).toEqual([expect.stringContaining('zeros.txt')])
  })

  test('says where there is no such folder', async () => {
    expect(await scholion('check', join(root, 'nowhere'), '--json')).toMatchObject({ code: 1, out: '' })
  })
})
