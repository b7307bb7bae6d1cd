import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../electron/cli/commands.ts'
import { run } from '../../electron/cli/run.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/prem19')
const RICHARDS = 'richards-to-coles-1982-03-12.txt'

let root = ''
let letters = ''
let editions = ''
let stateBefore: string | undefined

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scholion-export-'))
  letters = join(root, 'letters')
  editions = join(root, 'editions')
  mkdirSync(letters)
  for (const name of [RICHARDS, `${RICHARDS}.tei.json`, 'collection.json']) copyFileSync(join(CORPUS, name), join(letters, name))
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
  const code = await run(argv, COMMANDS, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

const hashes = (folder: string) =>
  readdirSync(folder).map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
  )

describe('scholion export', () => {
  test('lists the kinds of editions with their options', async () => {
    const { code, out } = await scholion('export', '--to', 'list')
    expect(code).toBe(0)
    expect(out).toContain('tei  TEI P5 (XML), .xml')
    expect(out).toContain('--option correction=…')
    const { exporters } = JSON.parse((await scholion('export', '--to', 'list', '--json')).out)
    expect(exporters.map(({ name }: { name: string }) => name)).toEqual(['tei', 'html'])
  })

  test('writes an edition of one letter into a folder, under the original’s full name, with the hash of the transcript', async () => {
    const before = hashes(letters)
    const { code, out } = await scholion('export', join(letters, RICHARDS), '--to', 'tei', '--out', editions)
    expect(code).toBe(0)
    expect(out).toContain(`${RICHARDS}.xml`)
    expect(out).toContain('One query is left out, as was asked.')
    const text = readFileSync(join(editions, `${RICHARDS}.xml`), 'utf8')
    const sha256 = createHash('sha256')
      .update(readFileSync(join(letters, `${RICHARDS}.tei.json`)))
      .digest('hex')
    expect(text).toContain(`transcript sha256 ${sha256}`)
    expect(text).toContain('<title type="collection">Four letters to 10 Downing Street, 1981 and 1982</title>')
    expect(hashes(letters)).toEqual(before)
  })

  test('writes one letter under a name that is given, and takes options', async () => {
    const file = join(editions, 'mine.xml')
    const { code } = await scholion(
      'export',
      join(letters, `${RICHARDS}.tei.json`),
      '--to',
      'tei',
      '--out',
      file,
      '--option',
      'correction=apparatus',
    )
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('<rdg wit="#ocr">A.T.C.</rdg>')
  })

  test('writes the same bytes again and again, and no others over them unless that is said', async () => {
    const ask = ['export', letters, '--to', 'tei', '--out', editions]
    expect((await scholion(...ask)).code).toBe(0)
    const before = hashes(editions)
    expect((await scholion(...ask)).code).toBe(0)
    expect(hashes(editions)).toEqual(before)
    const other = [...ask, '--option', 'correction=apparatus']
    const refused = await scholion(...other)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('exists already and is different')
    expect(hashes(editions)).toEqual(before)
    expect((await scholion(...other, '--overwrite')).code).toBe(0)
    expect(hashes(editions)).not.toEqual(before)
  })

  test('names a transcript that cannot be opened, and writes the others', async () => {
    writeFileSync(join(letters, 'bad.txt'), 'words')
    writeFileSync(join(letters, 'bad.txt.tei.json'), '{ "format": ')
    const { code, out, err } = await scholion('export', letters, '--to', 'html', '--out', editions, '--json')
    expect(code).toBe(1)
    expect(err).toMatch(/^bad\.txt: This transcript is damaged/)
    const answer = JSON.parse(out)
    expect(answer.ok).toBe(false)
    expect(answer.files.map(({ file, error }: { file: string; error: string | null }) => [file, error === null])).toEqual([
      ['bad.txt', false],
      [RICHARDS, true],
    ])
    expect(readdirSync(editions)).toEqual([`${RICHARDS}.html`])
  })

  test('never writes over an original or a transcript, whatever is said', async () => {
    const before = hashes(letters)
    for (const name of [RICHARDS, `${RICHARDS}.tei.json`, 'collection.json', 'other.txt', 'other.txt.tei.json']) {
      const { code } = await scholion(
        'export',
        join(letters, RICHARDS),
        '--to',
        'tei',
        '--out',
        join(letters, name),
        '--overwrite',
      )
      expect(code, name).toBe(2)
    }
    expect(hashes(letters)).toEqual(before)
  })

  test('says that a letter without a transcript has none yet, and makes no folder in vain', async () => {
    writeFileSync(join(letters, 'new.txt'), 'words')
    const { code, err } = await scholion('export', join(letters, 'new.txt'), '--to', 'tei', '--out', editions)
    expect(code).toBe(1)
    expect(err).toContain('new.txt has no transcript yet')
    expect(existsSync(editions)).toBe(false)
  })

  test('says what is wrong with how it was asked', async () => {
    const why = async (...args: string[]) => {
      const { code, err } = await scholion('export', ...args)
      expect(code).toBe(2)
      return err
    }
    expect(await why('--to', 'tei', '--out', editions)).toContain('name one folder or one file')
    expect(await why(letters, '--out', editions)).toContain('say --to KIND: tei, html')
    expect(await why(letters, '--to', 'docx', '--out', editions)).toContain('there is no kind “docx”')
    expect(await why(letters, '--to', 'tei')).toContain('say --out OUT')
    for (const name of ['aux', 'NUL.xml', 'autorun.inf', 'which?', 'x.desktop'])
      expect(await why(letters, '--to', 'tei', '--out', join(editions, name))).toContain(
        `a folder cannot be called ${name}: such a name`,
      )
    expect(await why(join(letters, RICHARDS), '--to', 'tei', '--out', join(editions, 'con.xml'))).toContain(
      'an edition cannot be called con.xml: such a name',
    )
    expect(await why(letters, '--to', 'tei', '--out', editions, '--option', 'loud')).toContain('no option “loud”')
  })
})
