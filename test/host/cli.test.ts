import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { EMPTY_REGISTERS, serialiseRegisters } from '../../shared/format/registers.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { folder, inFolder, type Json, mend, put, scholion, sha256, transcriptOf } from '../support/command-line.ts'

describe('scholion', () => {
  test('lists its commands, and only those that there are', async () => {
    const { code, out } = await scholion('--help')
    expect(code).toBe(0)
    for (const name of ['serve', 'import', 'propose', 'doubts', 'compare', 'check', 'checklist', 'stats', 'search'])
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(out).not.toMatch(/^ {2}approve /m)
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
    expect(out).toContain('letter.txt.tei.json was made: 1 page, 2 blocks. Read as UTF-8: all of it can be read so.')
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
      'Read as Windows-1252, because some of its letters cannot be read as UTF-8.',
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
    const nothing = { cer: 0, wer: 0, typed: { words: 0 }, handwritten: { words: 0 }, collated: false, changes: [] }
    for (const name of ['a.txt', 'a.txt.tei.json']) {
      const { code, err, json } = await scholion('compare', inFolder(name), '--json')
      expect([code, err, json()]).toMatchObject([0, '', nothing])
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
    const { out } = await scholion('compare', inFolder('a.txt'))
    expect(out).toContain('misread             “Deer” → “Dear”')
    expect(out).toContain('\n1 change.\nNot collated with the paper, so this is no error rate of the machine.')
  })

  test('says of a text that nobody has collated no rate of nothing', async () => {
    put('a.txt', 'Deer Jon')
    await scholion('import', inFolder('a.txt'))
    const { out } = await scholion('compare', inFolder('a.txt'))
    expect(out).toBe(
      'The transcript reads as the machine transcript does.\nNot collated with the paper, so this is no error rate of the machine. No difference in 2 words that were compared.\n',
    )
    expect(out).not.toContain('0.0')
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
    expect(json()).toMatchObject({
      measure: { documents: 1, letters: 11, letterEdits: 2, collated: { documents: 0, letters: 0 } },
      recognisers: [{ recogniser: null, documents: 1, letterEdits: 2 }],
      documents: [
        {
          measure: { letters: 11, letterEdits: 2, collated: false, recogniser: null, unread: false },
          original: 'a.txt',
          status: 'untouched',
          pages: 1,
          divisions: [nothing],
          notes: [],
          footnotes: 0,
          penMarks: 0,
          corrections: 2,
          emendations: 0,
          undetermined: 0,
          gaps: 0,
          unclear: 0,
          unused: 0,
          stands: 'untouched, not collated',
          collated: false,
          collations: [],
          answers: 0,
        },
        {
          measure: null,
          original: 'c.txt',
          status: null,
          pages: 0,
          divisions: [],
          notes: [],
          footnotes: 0,
          penMarks: 0,
          corrections: 0,
          emendations: 0,
          undetermined: 0,
          gaps: 0,
          unclear: 0,
          unused: 0,
          stands: null,
          collated: false,
          collations: [],
          answers: 0,
        },
      ],
    })
    expect((await scholion('stats', folder)).out).toContain(
      'a.txt: untouched, not collated; pages 1, papers 1, notes 0, footnotes 0, corrections 2',
    )
    expect((await scholion('stats', folder)).out).toContain(
      'The document is not collated with the paper, so there is no error rate.',
    )
  })

  test('tells the error rate of each recogniser that the description names, of what was collated', async () => {
    const all = ['a.txt', 'b.txt', 'c.txt']
    for (const name of all) put(name, 'Deer Jon')
    await scholion('import', ...all.map(inFolder))
    const collate = (name: string, change: Partial<Transcript>) => {
      const transcript = transcriptOf(name)
      const collated = [{ against: 'paper', who: 'R Bone', when: '2026-11-30' }]
      const pages = transcript.pages.map((page) => ({ ...page, collated }))
      writeFileSync(inFolder(`${name}.tei.json`), serialise({ ...transcript, pages, status: 'collated', ...change }))
    }
    mend('a.txt', 'Deer Jon', 'Dear Jon')
    collate('a.txt', {})
    collate('b.txt', { paper: { ...transcriptOf('b.txt').paper, facts: { recogniser: 'Kraken 5' } } })
    writeFileSync(
      inFolder('collection.json'),
      serialiseRegisters({ ...EMPTY_REGISTERS, description: { recogniser: 'Transkribus' } }),
    )
    const { recognisers, measure, documents } = (await scholion('stats', folder, '--json')).json()
    expect(recognisers).toMatchObject([
      { recogniser: 'Kraken 5', documents: 1, collated: { documents: 1, cer: 0, letters: 8 } },
      { recogniser: 'Transkribus', documents: 2, collated: { documents: 1, cer: 1 / 8, wer: 1 / 2 } },
    ])
    expect(measure).toMatchObject({ documents: 3, collated: { documents: 2, cer: 1 / 16 } })
    expect(documents.map(({ measure }: Json) => measure.unread)).toEqual([false, true, false])
    const { out } = await scholion('stats', folder)
    expect(out).toContain('2 of 3 documents collated with the paper. In these the machine misread 6.3 of 100 letters')
    expect(out).toContain('Kraken 5:\n1 of 1 document collated with the paper. No difference in 2 words that were compared.')
  })
})

describe('scholion propose', () => {
  test('lists what a machine transcript seems to be made of, word for word, and writes nothing', async () => {
    put('letter.txt', 'CONFIDENTIAL\n\n12 March 1982\n\nDear John,\n\nI enclose the paper that we spoke of when we met.\n')
    const before = readdirSync(folder).sort()
    const { code, json } = await scholion('propose', inFolder('letter.txt'), '--json')
    expect(code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(before)
    const rows = json() as readonly {
      readonly file: string
      readonly role: string | null
      readonly source: readonly number[][]
    }[]
    expect(rows.map(({ role }) => role)).toEqual(['marking', 'dateline', 'salutation', 'paragraph'])
    expect(rows.map(({ file, source }) => [file, source])).toEqual([
      ['letter.txt', [[0, 12]]],
      ['letter.txt', [[14, 27]]],
      ['letter.txt', [[29, 39]]],
      ['letter.txt', [[41, 90]]],
    ])
    expect((await scholion('propose', inFolder('letter.txt'))).out).toContain('protective marking, typed')
    expect((await scholion('propose', inFolder('nothing.txt'))).code).toBe(1)
  })
})
