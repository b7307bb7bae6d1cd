import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoder as hostDecoder } from '../../electron/host/decoder.ts'
import { decoder as pageDecoder } from '../../renderer/host/decoder.ts'
import { type Decoded, decode } from '../../shared/import/decode.ts'
import { encodeWindows1252 } from '../../shared/import/windows-1252.ts'

function encoded({ text, encoding, bom }: Decoded): Uint8Array | null {
  if (encoding === 'windows-1252') return encodeWindows1252(text)
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text)
}

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes)
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe.each([
  ['the host', hostDecoder],
  ['the page', pageDecoder],
])('text read by %s', (_, decoder) => {
  test('gives the bytes again when it is written back, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom(undefined, 'utf-8' as const, 'windows-1252' as const),
        (bytes, forced) => {
          const result = decode(bytes, decoder, forced)
          if (result.ok) expect([...encoded(result.value)!]).toEqual([...bytes])
          else expect(['utf-16', 'binary', 'undecodable']).toContain(result.fault.tag)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('is UTF-8 where it can be, and says so', () => {
    const result = decode(new TextEncoder().encode('£5 – “Dear John”'), decoder)
    expect(result).toEqual({
      ok: true,
      value: { text: '£5 – “Dear John”', encoding: 'utf-8', bom: false, why: 'Read as UTF-8: every byte fits it.' },
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

  test('is refused with a sentence where it is UTF-16 or no text', () => {
    expect(decode(bytesOf(0xff, 0xfe, 0x41, 0x00), decoder)).toMatchObject({ ok: false, fault: { tag: 'utf-16' } })
    expect(decode(bytesOf(0x41, 0x00, 0x42, 0x00, 0x0a, 0x00), decoder)).toMatchObject({ ok: false, fault: { tag: 'utf-16' } })
    expect(decode(bytesOf(0x89, 0x50, 0, 0, 0, 1), decoder)).toMatchObject({ ok: false, fault: { tag: 'binary' } })
  })

  test('is refused where it is too large, before it is decoded', () => {
    const never = { decode: () => expect.fail('decoded') }
    expect(decode(new Uint8Array(16 * 1024 * 1024 + 1), never)).toMatchObject({ ok: false, fault: { tag: 'too-large' } })
  })
})
