import { done, failed, type Result } from '../model/result.ts'

export const ENCODINGS = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252' } as const
export type Encoding = keyof typeof ENCODINGS

/** The shell's decoder. Strict: null where the bytes do not fit the encoding; a byte order mark in them is a character like others. */
export interface Decoder {
  decode(bytes: Uint8Array, encoding: Encoding): string | null
}

export interface Decoded {
  /** The text without byte order mark, line ends as they stand. */
  readonly text: string
  readonly encoding: Encoding
  /** Whether the file begins with the UTF-8 byte order mark. */
  readonly bom: boolean
  /** One sentence for the person: which encoding was taken and why. */
  readonly why: string
}

export type DecodeTag = 'utf-16' | 'binary' | 'undecodable' | 'too-large'

/** The largest text file that is imported, in bytes. Its transcript must stay under the limit of the file format. */
export const LARGEST = 16 * 1024 * 1024

const UNTOUCHED = 'The file was not touched.'

/**
 * The text of a file's bytes. Without `forced`: UTF-8 where every byte fits it, Windows-1252 otherwise; the person sees which and can
 * force the other. UTF-16 and files that are not text are refused, never half read; no character is ever replaced.
 */
export function decode(bytes: Uint8Array, decoder: Decoder, forced?: Encoding): Result<Decoded, DecodeTag> {
  if (bytes.length > LARGEST) {
    return failed(
      'too-large',
      `This file has more than ${LARGEST / 1024 / 1024} MB, the most that Scholion imports as text. ${UNTOUCHED} Divide it first.`,
    )
  }
  const wide = utf16Sign(bytes, forced)
  if (wide)
    return failed(
      'utf-16',
      `This file seems to be UTF-16 text (${wide}), which Scholion does not read yet. ${UNTOUCHED} Save a copy as UTF-8 and import that.`,
    )
  if (bytes.includes(0)) return failed('binary', `This file holds zero bytes: it is no plain text. ${UNTOUCHED}`)
  return forced ? decodeAs(forced, bytes, decoder) : decodeByContent(bytes, decoder)
}

function decodeByContent(bytes: Uint8Array, decoder: Decoder): Result<Decoded, DecodeTag> {
  const bom = hasBom(bytes)
  const text = decoder.decode(bom ? bytes.subarray(3) : bytes, 'utf-8')
  if (text !== null) {
    const why = bom ? 'Read as UTF-8: the file begins with the UTF-8 byte order mark.' : 'Read as UTF-8: every byte fits it.'
    return done({ text, encoding: 'utf-8', bom, why })
  }
  return decodeAs(
    'windows-1252',
    bytes,
    decoder,
    'Read as Windows-1252, because some bytes do not fit UTF-8. If letters with accents or quotation marks look wrong, choose another encoding.',
  )
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, decoder: Decoder, reason?: string): Result<Decoded, DecodeTag> {
  const bom = encoding === 'utf-8' && hasBom(bytes)
  const text = decoder.decode(bom ? bytes.subarray(3) : bytes, encoding)
  const name = ENCODINGS[encoding]
  if (text === null)
    return failed('undecodable', `Some bytes of this file do not fit ${name}. ${UNTOUCHED} Choose another encoding.`)
  return done({ text, encoding, bom, why: reason ?? `Read as ${name}, as you chose.` })
}

function hasBom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** What points to UTF-16, in words, or null: its byte order mark, or zero bytes on every second place only. */
function utf16Sign(bytes: Uint8Array, forced: Encoding | undefined): string | null {
  const [first, second] = bytes
  // read as Windows-1252 the mark is two letters that a person may insist on
  if (!forced && ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)))
    return 'it begins with the UTF-16 byte order mark'
  if (!bytes.includes(0)) return null
  const zeros: [even: number, odd: number] = [0, 0]
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even, odd] = zeros
  const most = Math.max(even, odd)
  return Math.min(even, odd) === 0 && most > 0 && most * 4 >= bytes.length ? 'every second byte is zero' : null
}
