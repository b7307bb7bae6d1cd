import type { TextRanges } from '../model/transcript.ts'
import { decodeInPieces, encodeInPieces } from './in-pieces.ts'
import { decodeSingleByte, encodeSingleByte, SINGLE_BYTE, type SingleByte } from './single-byte.ts'

/** The encodings that can be read, by the name that a transcript keeps. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-8-twice': 'UTF-8, converted twice',
  'utf-16le': 'UTF-16, low byte first',
  'utf-16be': 'UTF-16, high byte first',
  'windows-1252': 'Windows-1252 (Western)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'koi8-r': 'KOI8-R (Cyrillic)',
  ibm866: 'DOS 866 (Cyrillic)',
  macintosh: 'Mac Roman (Western, old Macintosh)',
  cp437: 'DOS 437 (Western)',
  cp850: 'DOS 850 (Western)',
  'utf-8+windows-1252': 'UTF-8, and Windows-1252 where it is none',
  'utf-8+windows-1251': 'UTF-8, and Windows-1251 where it is none',
  'utf-8+koi8-r': 'UTF-8, and KOI8-R where it is none',
  'utf-8+ibm866': 'UTF-8, and DOS 866 where it is none',
  'utf-8+macintosh': 'UTF-8, and Mac Roman where it is none',
  'utf-8+cp437': 'UTF-8, and DOS 437 where it is none',
  'utf-8+cp850': 'UTF-8, and DOS 850 where it is none',
} as const satisfies Readonly<Record<'utf-8' | SingleByte | `utf-8+${SingleByte}`, string> & Record<string, string>>
export type Encoding = keyof typeof ENCODINGS

export function isEncoding(name: unknown): name is Encoding {
  return typeof name === 'string' && Object.hasOwn(ENCODINGS, name)
}

/** The shell's decoder: UTF-8, strict. Null where the bytes do not fit; a byte order mark in them is a character like others. */
export interface Decoder {
  decode(bytes: Uint8Array): string | null
}

const BOMS = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const

/** The byte order mark of an encoding at the head of bytes, or null. */
export function bomOf(bytes: Uint8Array): keyof typeof BOMS | null {
  const names = Object.keys(BOMS) as (keyof typeof BOMS)[]
  return names.find((name) => BOMS[name].every((byte, at) => bytes[at] === byte)) ?? null
}

/** Whether an encoding's own byte order mark stands at the head of bytes. */
export function hasBom(bytes: Uint8Array, encoding: Encoding): boolean {
  const own = encoding.startsWith('utf-8') ? 'utf-8' : encoding
  return own in BOMS && bomOf(bytes) === own
}

/** The second encoding of those that stand for two in one file; null of all others. */
export function secondOf(encoding: Encoding): SingleByte | null {
  return encoding.startsWith('utf-8+') ? (encoding.slice('utf-8+'.length) as SingleByte) : null
}

/** Bytes without the byte order mark of the encoding. */
export const withoutBom = (bytes: Uint8Array, encoding: Encoding): Uint8Array =>
  hasBom(bytes, encoding) ? bytes.subarray(encoding.startsWith('utf-8') ? 3 : 2) : bytes

/**
 * The text of bytes in an encoding, without its byte order mark; null where they do not fit it. No character is ever replaced: encoding the
 * text (`encodeAs`) gives the same bytes again.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding, decoder: Decoder): string | null {
  const words = withoutBom(bytes, encoding)
  const second = secondOf(encoding)
  if (second !== null) return decodeInPieces(words, second, decoder.decode)?.text ?? null
  switch (encoding) {
    case 'utf-8':
      return decoder.decode(words)
    case 'utf-8-twice': {
      const once = decoder.decode(words)
      const inner = once === null ? null : encodeSingleByte(once, 'windows-1252')
      return inner === null ? null : decoder.decode(inner)
    }
    case 'utf-16le':
      return wide(words, 0)
    case 'utf-16be':
      return wide(words, 1)
    default:
      return decodeSingleByte(words, encoding as SingleByte)
  }
}

/** The bytes of a text in an encoding; null where a character has none. `utf8` encodes as UTF-8; `second`: what of the text is in the second of two. */
export function encodeAs(
  text: string,
  encoding: Encoding,
  bom: boolean,
  utf8: (text: string) => Uint8Array,
  second: TextRanges = [],
): Uint8Array | null {
  const inSecond = secondOf(encoding)
  const bytes = inSecond === null ? bytesIn(text, encoding, utf8) : encodeInPieces({ text, second }, inSecond, utf8)
  const mark = bom ? BOMS[encoding.startsWith('utf-8') ? 'utf-8' : (encoding as keyof typeof BOMS)] : []
  return bytes && Uint8Array.from([...mark, ...bytes])
}

function bytesIn(text: string, encoding: Encoding, utf8: (text: string) => Uint8Array): Uint8Array | null {
  switch (encoding) {
    case 'utf-8':
      return utf8(text)
    case 'utf-8-twice':
      return utf8(decodeSingleByte(utf8(text), 'windows-1252'))
    case 'utf-16le':
    case 'utf-16be': {
      const low = encoding === 'utf-16le' ? 0 : 1
      const bytes = new Uint8Array(text.length * 2)
      for (let at = 0; at < text.length; at += 1) {
        bytes[2 * at + low] = text.charCodeAt(at) & 0xff
        bytes[2 * at + 1 - low] = text.charCodeAt(at) >> 8
      }
      return bytes
    }
    default:
      return encodeSingleByte(text, encoding as SingleByte)
  }
}

const CHUNK = 4096

/** UTF-16 of whole characters; `low` is where the low byte of a pair stands. */
function wide(bytes: Uint8Array, low: 0 | 1): string | null {
  if (bytes.length % 2 !== 0) return null
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 2 * CHUNK) {
    const units: number[] = []
    for (let unit = at; unit < Math.min(bytes.length, at + 2 * CHUNK); unit += 2)
      units.push(bytes[unit + low]! | (bytes[unit + 1 - low]! << 8))
    parts.push(String.fromCharCode(...units))
  }
  const text = parts.join('')
  return text.isWellFormed() ? text : null
}

/** The encodings of one byte a character, those of the same script beside each other, the likelier first. */
export const ONE_BYTE = Object.keys(SINGLE_BYTE) as readonly SingleByte[]
