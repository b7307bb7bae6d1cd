import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoder as hostDecoder } from '../../electron/host/decoder.ts'
import { decoder as pageDecoder } from '../../renderer/host/decoder.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { type Decoded, decode, previews } from '../../shared/import/decode.ts'
import { ENCODINGS, type Encoding, encodeAs } from '../../shared/import/encodings.ts'
import { toldOfForbidden } from '../../shared/import/forbidden-signs.ts'
import { importOriginal } from '../../shared/import/importers.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const encoded = ({ text, encoding, bom, second }: Decoded) => encodeAs(text, encoding, bom, utf8, second)
const ALL = Object.keys(ENCODINGS) as Encoding[]

const write = (text: string, encoding: Encoding) => encodeAs(text, encoding, false, utf8)!

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes)
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe.each([
  ['the host', hostDecoder],
  ['the page', pageDecoder],
])('text read by %s', (_, decoder) => {
  test('gives the bytes again when it is written back, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(undefined, ...ALL), (bytes, forced) => {
        const result = decode(bytes, decoder, forced)
        if (result.ok) expect([...encoded(result.value)!]).toEqual([...bytes])
        else expect(['binary', 'undecodable']).toContain(result.fault.tag)
      }),
      { numRuns: 2000 },
    )
  })

  test('is UTF-8 where it can be, and says so', () => {
    const result = decode(new TextEncoder().encode('£5 – “Dear John”'), decoder)
    expect(result).toEqual({
      ok: true,
      value: {
        text: '£5 – “Dear John”',
        encoding: 'utf-8',
        bom: false,
        why: 'Read as UTF-8: all of it can be read so.',
        sure: true,
      },
    })
  })

  test('leaves the byte order mark out and remembers it, but keeps a second one', () => {
    const result = decode(new TextEncoder().encode('\ufeff\ufeffDear'), decoder)
    expect(result).toMatchObject({ ok: true, value: { text: '\ufeffDear', bom: true, encoding: 'utf-8' } })
  })

  test('is Windows-1252 otherwise: a curly quote is no C1 control and no replacement character', () => {
    expect(decode(latin('\x93Dear John\x94 \xa35'), decoder)).toMatchObject({
      ok: true,
      value: { text: '“Dear John” £5', encoding: 'windows-1252' },
    })
  })

  test('has one character for each byte of Windows-1252, the five undefined ones too', () => {
    const all = Uint8Array.from({ length: 255 }, (_value, at) => at + 1)
    const result = decode(all, decoder, 'windows-1252')
    expect(result.ok && new Set(result.value.text).size).toBe(255)
    expect(result.ok && [...result.value.text].filter((char) => '\x81\x8d\x8f\x90\x9d'.includes(char))).toHaveLength(5)
  })

  test('can be read anew as the person chooses', () => {
    const bytes = new TextEncoder().encode('£')
    expect(decode(bytes, decoder, 'windows-1252')).toMatchObject({
      ok: true,
      value: { text: 'Â£', why: 'Read as Windows-1252, as you chose.' },
    })
    expect(decode(latin('\xa3'), decoder, 'utf-8')).toMatchObject({ ok: false, fault: { tag: 'undecodable' } })
  })

  test('is UTF-16 by its mark, or without one where zero bytes tell so', () => {
    expect(decode(bytesOf(0xff, 0xfe, 0x41, 0x00), decoder)).toMatchObject({
      ok: true,
      value: { text: 'A', encoding: 'utf-16le', bom: true },
    })
    expect(decode(bytesOf(0xfe, 0xff, 0x00, 0x41), decoder)).toMatchObject({
      ok: true,
      value: { text: 'A', encoding: 'utf-16be' },
    })
    expect(decode(bytesOf(0x41, 0x00, 0x42, 0x00, 0x0a, 0x00), decoder)).toMatchObject({
      ok: true,
      value: { text: 'AB\n', bom: false },
    })
  })

  test('is refused with a sentence where it is no text', () => {
    expect(decode(bytesOf(0x89, 0x50, 0, 0, 0, 1), decoder)).toMatchObject({ ok: false, fault: { tag: 'binary' } })
    expect(decode(bytesOf(0xff, 0xfe, 0x41), decoder)).toMatchObject({ ok: false, fault: { tag: 'undecodable' } })
  })

  test('is refused where it is too large, before it is decoded', () => {
    const never = { decode: () => expect.fail('decoded') }
    expect(decode(new Uint8Array(16 * 1024 * 1024 + 1), never)).toMatchObject({ ok: false, fault: { tag: 'too-large' } })
  })
})

const CASES = join(process.env.SCHOLION_REFERENCE ?? join(import.meta.dirname, '../../../shared'), 'data/cases/12-encodings')
const LETTER = 'Dear Müller,'

describe('a file of nobody knows which encoding', () => {
  test.skipIf(!existsSync(CASES)).each([
    ['letter-cp1252-crlf.txt', 'windows-1252', LETTER],
    ['letter-latin1-lf.txt', 'windows-1252', LETTER],
    ['letter-macroman-cr.txt', 'macintosh', LETTER],
    ['letter-cp437-dos.txt', 'cp437', LETTER],
    ['letter-utf16le-bom.txt', 'utf-16le', LETTER],
    ['letter-utf16be-bom.txt', 'utf-16be', LETTER],
    ['letter-utf16le-nobom.txt', 'utf-16le', LETTER],
    ['letter-utf8-bom-crlf.txt', 'utf-8', LETTER],
    ['russian-cp1251-crlf.txt', 'windows-1251', 'СЕКРЕТНО'],
    ['russian-koi8r.txt', 'koi8-r', 'СЕКРЕТНО'],
    ['russian-utf8.txt', 'utf-8', 'СЕКРЕТНО'],
  ])('is read as it was written: %s (skipped where the reference folder is not there)', (name, encoding, begins) => {
    const bytes = readFileSync(join(CASES, name))
    const result = decode(bytes, hostDecoder)
    if (!result.ok) throw new Error(result.fault.sentence)
    expect(result.value).toMatchObject({ encoding, sure: true })
    expect(result.value.text.startsWith(begins)).toBe(true)
    expect([...encoded(result.value)!]).toEqual([...bytes])
  })

  test.each([
    ['macintosh', 'The café’s “proprietor” – naïve'],
    ['windows-1252', 'The café’s “proprietor” – naïve'],
    ['cp850', 'The café, naïve: Müller’s £2m'.replace('’', "'")],
    ['windows-1251', 'Секретно. Товарищу Орлову'],
    ['koi8-r', 'Секретно. Товарищу Орлову'],
    ['ibm866', 'Секретно. Товарищу Орлову'],
  ] as const)('by how it reads: %s', (encoding, text) => {
    expect(decode(write(text, encoding), hostDecoder)).toMatchObject({ ok: true, value: { text } })
  })

  test('that may be several says so, and each is shown with its first odd lines', () => {
    const bytes = latin('Dear John\nthe sum of \xa35\nend')
    const result = decode(bytes, hostDecoder)
    expect(result).toMatchObject({ ok: true, value: { sure: false, text: expect.stringContaining('£5') } })
    expect(result.ok && result.value.why).toMatch(/may be .* as well/)
    const shown = previews(bytes, hostDecoder)
    expect(shown.find(({ encoding }) => encoding === 'windows-1252')?.lines).toEqual(['the sum of £5'])
    expect(shown.map(({ encoding }) => encoding)).toContain('macintosh')
    expect(shown.map(({ encoding }) => encoding)).not.toContain('utf-8')
  })

  test('that was converted twice is kept, said, and can be read as it was', () => {
    const bytes = write('Dear Müller, “quoted”', 'utf-8-twice')
    const result = decode(bytes, hostDecoder)
    expect(result).toMatchObject({ ok: true, value: { encoding: 'utf-8', sure: false } })
    expect(result.ok && result.value.why).toContain('“Dear MÃ¼ller, â€œquotedâ€\u009d” would read “Dear Müller, “quoted””')
    expect(decode(bytes, hostDecoder, 'utf-8-twice')).toMatchObject({ ok: true, value: { text: 'Dear Müller, “quoted”' } })
  })

  test('that holds two encodings says so, with a line of it', () => {
    const bytes = Uint8Array.from([...utf8('café naïve\n'), ...latin('caf\xe9')])
    const result = decode(bytes, hostDecoder)
    expect(result).toMatchObject({ ok: true, value: { sure: false, encoding: 'windows-1252' } })
    expect(result.ok && result.value.why).toContain(
      'Two encodings stand in this one file: other places are UTF-8 (“cafÃ© naÃ¯ve” would read “café naïve”). Nothing was converted; it can be read in pieces, as “UTF-8, and Windows-1252 where it is none”.',
    )
  })
})

describe('a file put together of two encodings', () => {
  const SECONDS = ['windows-1252', 'macintosh', 'cp437', 'cp850'] as const
  const MIXED = [
    ...utf8('Dear Müller,\n\nCafé, naïve, “quoted”.\n'),
    ...latin('The Minister\x92s reply \x97 see enclosure \x97 cost \x801,000.\n'),
  ]

  test('is offered to be read in pieces, the likeliest first, with its first line of the second and the first of all', () => {
    const [first] = previews(Uint8Array.from(MIXED), hostDecoder)
    expect(first).toEqual({
      encoding: 'utf-8+windows-1252',
      lines: ['The Minister’s reply — see enclosure — cost €1,000.', 'Dear Müller,'],
    })
    expect(previews(utf8('Dear Müller'), hostDecoder).map(({ encoding }) => encoding)).not.toContain('utf-8+windows-1252')
    expect(previews(latin('caf\xe9'), hostDecoder).map(({ encoding }) => encoding)).not.toContain('utf-8+windows-1252')
  })

  test('reads so where it is chosen: each place as it was written, and the bytes come back', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...MIXED, ...utf8('Ångström')])
    const result = decode(bytes, hostDecoder, 'utf-8+windows-1252')
    if (!result.ok) throw new Error(result.fault.sentence)
    expect(result.value.text).toBe(
      'Dear Müller,\n\nCafé, naïve, “quoted”.\nThe Minister’s reply — see enclosure — cost €1,000.\nÅngström',
    )
    expect(result.value).toMatchObject({
      encoding: 'utf-8+windows-1252',
      bom: true,
      why: expect.stringContaining('as you chose'),
    })
    expect([...encoded(result.value)!]).toEqual([...bytes])
  })

  test('gives every line back as it was written, whichever lines are which', () => {
    // words as they are: a letter with an accent, or a sign, between plain ones
    const word = fc.constantFrom('café', 'naïve', 'Müller', 'plain', 'Señor', '£5', '½ a page')
    const line = fc.record({ isUtf8: fc.boolean(), words: fc.array(word, { minLength: 1, maxLength: 4 }) })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('windows-1252', 'cp437', 'cp850'), (lines, second) => {
        const written = lines.map(({ isUtf8, words }) => ({ isUtf8, text: `${words.join(' ')}\r\n` }))
        const bytes = Uint8Array.from(written.flatMap(({ isUtf8, text }) => [...write(text, isUtf8 ? 'utf-8' : second)]))
        const result = decode(bytes, hostDecoder, `utf-8+${second}`)
        if (!result.ok) throw new Error(result.fault.sentence)
        expect(result.value.text).toBe(written.map(({ text }) => text).join(''))
        expect([...encoded(result.value)!]).toEqual([...bytes])
      }),
    )
  })

  test('gives the bytes again whatever they are', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => [...utf8(text)]),
      fc.array(fc.integer({ min: 0x80, max: 0xff }), { maxLength: 4 }),
      fc.constantFrom([0xc3], [0xe2, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe0, 0x80, 0x80], [0xc0, 0xaf]),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom(...SECONDS), (parts, second) => {
        const bytes = Uint8Array.from(parts.flat())
        const result = decode(bytes, hostDecoder, `utf-8+${second}`)
        if (!result.ok) throw new Error(result.fault.sentence)
        expect([...encoded(result.value)!]).toEqual([...bytes])
      }),
      { numRuns: 2000 },
    )
  })

  test('keeps in its transcript what is in the second encoding, so that the bytes can be had of the transcript alone', () => {
    const bytes = Uint8Array.from(MIXED)
    const result = decode(bytes, hostDecoder, 'utf-8+windows-1252')
    if (!result.ok) throw new Error(result.fault.sentence)
    const { why: _, sure: __, ...text } = result.value
    let ids = 0
    const newId = () => `i${++ids}`
    const made = importOriginal({ name: 'x.txt', sha256: 'a'.repeat(64), bytes: bytes.length, ...text }, newId)
    if (!made.ok) throw new Error(made.fault.sentence)
    const read = parseTranscript(serialise(made.value))
    if (!read.ok) throw new Error(read.fault.sentence)
    const original = read.value.originals[0]!
    expect([...encodeAs(original.text, original.encoding as Encoding, original.bom, utf8, original.second)!]).toEqual([...bytes])
  })
})

describe('signs that no edition can hold', () => {
  test('are counted at import, a zero byte among words too', () => {
    const result = decode(utf8('Dear\u0000 John\u001b, it\u001bs \uffff words go on for a while, and on, and on'), hostDecoder)
    expect(result.ok && toldOfForbidden(result.value.text)).toBe(
      'The machine transcript holds 4 signs that no edition in TEI or HTML can hold: U+0000, U+001B (2 times), U+FFFF. They are kept and shown; an edition has U+FFFD in their place.',
    )
    expect(toldOfForbidden('Dear John,\n\tI am')).toBe('')
  })

  test('are not form feeds, which turn the page and come into no edition', () => {
    expect(toldOfForbidden('Dear John,\n\fI am\f')).toBe('')
  })
})
