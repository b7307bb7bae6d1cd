import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoder as hostDecoder } from '../../electron/host/decoder.ts'
import { decoder as pageDecoder } from '../../renderer/host/decoder.ts'
import { type Decoded, decode, previews } from '../../shared/import/decode.ts'
import { ENCODINGS, type Encoding, encodeAs } from '../../shared/import/encodings.ts'
import { toldOfForbidden } from '../../shared/import/forbidden-signs.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const encoded = ({ text, encoding, bom }: Decoded) => encodeAs(text, encoding, bom, utf8)
const ALL = Object.keys(ENCODINGS) as Encoding[]

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
        why: 'Read as UTF-8: every byte fits it.',
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

  const write = (text: string, encoding: Encoding) => encodeAs(text, encoding, false, utf8)!

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
      'Two encodings stand in this one file: other places are UTF-8 (“cafÃ© naÃ¯ve”)',
    )
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
