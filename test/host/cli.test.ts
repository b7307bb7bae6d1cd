import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../electron/cli/commands.ts'
import { run } from '../../electron/cli/run.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { joinOriginal } from '../../shared/merge/join-original.ts'
import type { Transcript } from '../../shared/model/transcript.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests look into printed JSON
type Json = any

let root = ''
let folder = ''
let stateBefore: string | undefined

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scholion-cli-'))
  folder = join(root, 'letters')
  mkdirSync(folder)
  stateBefore = process.env.SCHOLION_STATE_DIR
  process.env.SCHOLION_STATE_DIR = join(root, 'state')
})

afterEach(() => {
  if (stateBefore === undefined) delete process.env.SCHOLION_STATE_DIR
  else process.env.SCHOLION_STATE_DIR = stateBefore
  rmSync(root, { recursive: true, force: true })
})

async function scholion(...argv: string[]) {
  let out = ''
  let err = ''
  const streams = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const code = await run(argv, COMMANDS, streams)
  return { code, out, err, json: () => JSON.parse(out) as Json }
}

const inFolder = (name: string) => join(folder, name)
const put = (name: string, text: string | Uint8Array) => writeFileSync(inFolder(name), text)
const sha256 = (name: string) =>
  createHash('sha256')
    .update(readFileSync(inFolder(name)))
    .digest('hex')

function transcriptOf(name: string): Transcript {
  const parsed = parseTranscript(readFileSync(inFolder(`${name}.tei.json`), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

/** Mends the first words of the first block, as an editor would have saved it. */
function mend(name: string, was: string, now: string) {
  const path = inFolder(`${name}.tei.json`)
  const text = readFileSync(path, 'utf8')
  const [pages, rest] = [text.slice(0, text.indexOf('"originals"')), text.slice(text.indexOf('"originals"'))]
  writeFileSync(path, pages.replace(was, now) + rest)
}

describe('scholion', () => {
  test('lists its commands, and only those that there are', async () => {
    const { code, out } = await scholion('--help')
    expect(code).toBe(0)
    for (const name of ['serve', 'import', 'compare', 'check', 'stats', 'search'])
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(out).not.toMatch(/propose|doubts/)
  })

  test('says its version', async () => {
    expect(await scholion('--version')).toMatchObject({ code: 0, out: `${packageJson.version}\n` })
  })

  test.each(['', 'dance', 'import', 'import --loudly x', 'check', 'check a b', 'compare', 'stats', 'import --blocks x y'])(
    'tells wrong usage apart: “%s”',
    async (line) => {
      const { code, out, err } = await scholion(...line.split(' ').filter(Boolean))
      expect([code, out]).toEqual([2, ''])
      expect(err).not.toBe('')
    },
  )
})

describe('scholion import', () => {
  test('makes a transcript beside each original and touches no original', async () => {
    put('letter.txt', 'Dear John,\r\n\r\n- 1. I am\r\n')
    put('other.md', '# Minute\n')
    const before = [sha256('letter.txt'), sha256('other.md')]
    const { code, out } = await scholion('import', inFolder('letter.txt'), inFolder('other.md'))
    expect(code).toBe(0)
    expect(out).toContain('letter.txt.tei.json was made: 1 page, 2 blocks. Read as UTF-8: every byte fits it.')
    expect([sha256('letter.txt'), sha256('other.md')]).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['letter.txt', 'letter.txt.tei.json', 'other.md', 'other.md.tei.json'])
    const [original] = transcriptOf('letter.txt').originals
    expect(original).toMatchObject({
      name: 'letter.txt',
      sha256: before[0],
      bytes: 25,
      encoding: 'utf-8',
      bom: false,
      text: 'Dear John,\r\n\r\n- 1. I am\r\n',
    })
  })

  test('leaves a transcript that is there as it is, and does the others', async () => {
    put('a.txt', 'one')
    put('b.txt', 'two')
    await scholion('import', inFolder('a.txt'))
    const before = sha256('a.txt.tei.json')
    const { code, err, json } = await scholion(
      'import',
      '--json',
      inFolder('a.txt.tei.json'),
      inFolder('missing.txt'),
      inFolder('b.txt'),
    )
    expect(code).toBe(1)
    expect(err).toContain('there is a transcript already (a.txt.tei.json). It was left as it is.')
    expect(json()).toMatchObject({
      ok: false,
      files: [
        { transcript: null },
        { transcript: null, error: expect.stringContaining('no file missing.txt') },
        { transcript: 'b.txt.tei.json' },
      ],
    })
    expect(sha256('a.txt.tei.json')).toBe(before)
    expect(existsSync(inFolder('b.txt.tei.json'))).toBe(true)
  })

  test('says which encoding it read, and reads another where asked', async () => {
    put('a.txt', Uint8Array.from([0x93, 0x41, 0x94]))
    put('b.txt', '£5')
    put('wide.txt', Uint8Array.from([0xff, 0xfe, 0x41, 0]))
    expect((await scholion('import', inFolder('a.txt'))).out).toContain(
      'Read as Windows-1252, because some bytes do not fit UTF-8.',
    )
    await scholion('import', '--encoding', 'windows-1252', inFolder('b.txt'))
    expect(transcriptOf('a.txt').originals[0]?.text).toBe('“A”')
    expect(transcriptOf('b.txt').originals[0]?.text).toBe('Â£5')
    expect(await scholion('import', inFolder('wide.txt'))).toMatchObject({ code: 0, out: expect.stringContaining('UTF-16') })
    expect(transcriptOf('wide.txt').originals[0]).toMatchObject({ text: 'A', encoding: 'utf-16le', bom: true })
  })

  test('tells signs that no edition can hold, and lines like page numbers; check tells the signs too', async () => {
    put('a.txt', 'Dear\u001b John\n\n--- Page 2 ---\nI am\n')
    const { out } = await scholion('import', inFolder('a.txt'))
    expect(out).toContain('1 sign that no edition in TEI or HTML can hold: U+001B')
    expect(out).toContain('1 line like page numbers or running heads')
    expect((await scholion('check', folder)).out).toContain('1 sign that no edition in TEI or HTML can hold: U+001B')
  })

  test('makes a block of each line where asked', async () => {
    put('a.txt', 'one\ntwo\n')
    expect((await scholion('import', '--blocks', 'line', '--json', inFolder('a.txt'))).json()).toMatchObject({
      ok: true,
      files: [{ blocks: 2, pages: 1, proposedTurns: 0 }],
    })
  })
})

describe('scholion compare', () => {
  test('finds nothing after an import, by either name', async () => {
    put('a.txt', 'Deer Jon')
    await scholion('import', inFolder('a.txt'))
    const nothing = { cer: 0, wer: 0, typed: { cer: 0, wer: 0 }, handwritten: { cer: 0, wer: 0 }, changes: [] }
    for (const name of ['a.txt', 'a.txt.tei.json']) {
      const { code, err, json } = await scholion('compare', inFolder(name), '--json')
      expect([code, err, json()]).toEqual([0, '', nothing])
    }
  })

  test('lists what was mended, for the program and in words', async () => {
    put('a.txt', 'Deer Jon')
    await scholion('import', inFolder('a.txt'))
    mend('a.txt', 'Deer Jon', 'Dear Jon')
    expect((await scholion('compare', '--json', inFolder('a.txt'))).json()).toMatchObject({
      cer: 1 / 8,
      wer: 1 / 2,
      changes: [{ file: 'a.txt', source: [[0, 4]], was: 'Deer', now: 'Dear', kind: 'ocr' }],
    })
    expect((await scholion('compare', inFolder('a.txt'))).out).toContain('misread             “Deer” → “Dear”')
  })

  test('says where there is no transcript yet', async () => {
    put('a.txt', 'Deer Jon')
    expect(await scholion('compare', '--json', inFolder('a.txt'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('has no transcript yet'),
    })
  })
})

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

describe('scholion stats', () => {
  test('counts every document, and names the one that cannot be opened', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) put(name, '- Deer Jon')
    await scholion('import', inFolder('a.txt'), inFolder('b.txt'))
    mend('a.txt', 'Deer Jon', 'Dear John')
    writeFileSync(inFolder('b.txt.tei.json'), '{')
    const { code, err, json } = await scholion('stats', folder, '--json')
    expect(code).toBe(1)
    expect(err).toContain('b.txt: This transcript is damaged')
    const nothing = { kind: null, from: null, to: null, date: null }
    expect(json()).toEqual({
      documents: [
        {
          original: 'a.txt',
          status: 'untouched',
          pages: 1,
          divisions: [nothing],
          notes: [],
          penMarks: 0,
          corrections: 2,
          emendations: 0,
          undetermined: 0,
          gaps: 0,
          unclear: 0,
          unused: 0,
        },
        {
          original: 'c.txt',
          status: null,
          pages: 0,
          divisions: [],
          notes: [],
          penMarks: 0,
          corrections: 0,
          emendations: 0,
          undetermined: 0,
          gaps: 0,
          unclear: 0,
          unused: 0,
        },
      ],
    })
    expect((await scholion('stats', folder)).out).toContain('a.txt: untouched; pages 1, papers 1, notes 0, corrections 2')
  })
})
