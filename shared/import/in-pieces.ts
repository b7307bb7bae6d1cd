import type { TextRanges } from '../model/transcript.ts'
import { decodeSingleByte, encodeSingleByte, type SingleByte } from './single-byte.ts'

/** The text of a file that somebody put together of two encodings: UTF-8, and one of one byte a character. */
export interface InPieces {
  readonly text: string
  /** What of the text is in the second encoding, with the plain ASCII after it. All else is UTF-8. */
  readonly second: TextRanges
}

/** A piece of bytes in one encoding. */
interface Piece {
  readonly isUtf8: boolean
  readonly start: number
  readonly end: number
}

/**
 * Reads bytes in pieces: each run of bytes beyond ASCII is UTF-8 where the whole of it is, and else the second encoding. `encodeInPieces`
 * gives the bytes again. Which is meant can never be known: it is for a person to look at and to choose.
 */
export function decodeInPieces(
  bytes: Uint8Array,
  encoding: SingleByte,
  utf8: (bytes: Uint8Array) => string | null,
): InPieces | null {
  const second: (readonly [number, number])[] = []
  const parts: string[] = []
  let length = 0
  for (const { isUtf8, start, end } of piecesOf(bytes)) {
    const own = bytes.subarray(start, end)
    const part = isUtf8 ? utf8(own) : decodeSingleByte(own, encoding)
    if (part === null) return null
    if (!isUtf8) second.push([length, length + part.length])
    parts.push(part)
    length += part.length
  }
  return { text: parts.join(''), second }
}

/** The bytes of a text that was read in pieces; null where a character of the second encoding has no byte. */
export function encodeInPieces(
  { text, second }: InPieces,
  encoding: SingleByte,
  utf8: (text: string) => Uint8Array,
): Uint8Array | null {
  const parts: Uint8Array[] = []
  let at = 0
  for (const [start, end] of second) {
    const own = encodeSingleByte(text.slice(start, end), encoding)
    if (own === null) return null
    parts.push(utf8(text.slice(at, start)), own)
    at = end
  }
  parts.push(utf8(text.slice(at)))
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let to = 0
  for (const part of parts) {
    bytes.set(part, to)
    to += part.length
  }
  return bytes
}

/** What is not UTF-8 of bytes, each run that is having become one plain letter: what the second encoding is told by. */
export function withoutUtf8(bytes: Uint8Array): Uint8Array {
  const rest: number[] = []
  for (const { at, end, isUtf8 } of highRuns(bytes, (ascii) => rest.push(ascii))) {
    if (isUtf8) rest.push(LETTER)
    else for (let byte = at; byte < end; byte += 1) rest.push(bytes[byte]!)
  }
  return Uint8Array.from(rest)
}

const LETTER = 0x65

/** Plain ASCII belongs to the piece before it; at the head to UTF-8. */
function piecesOf(bytes: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = []
  let isUtf8 = true
  let start = 0
  for (const run of highRuns(bytes)) {
    if (run.isUtf8 === isUtf8) continue
    if (run.at > start) pieces.push({ isUtf8, start, end: run.at })
    isUtf8 = run.isUtf8
    start = run.at
  }
  return [...pieces, { isUtf8, start, end: bytes.length }]
}

/** Each run of bytes beyond ASCII, and whether the whole of it is UTF-8. */
function* highRuns(bytes: Uint8Array, plain?: (byte: number) => void): Generator<{ at: number; end: number; isUtf8: boolean }> {
  let at = 0
  while (at < bytes.length) {
    if (bytes[at]! < 0x80) {
      plain?.(bytes[at]!)
      at += 1
      continue
    }
    let end = at
    while (end < bytes.length && bytes[end]! >= 0x80) end += 1
    let whole = at
    while (whole < end) {
      const length = sequenceAt(bytes, whole)
      if (length === 0) break
      whole += length
    }
    yield { at, end, isUtf8: whole === end }
    at = end
  }
}

/** How many bytes a character of UTF-8 has that begins here; 0 where none does. Neither overlong nor half a pair, as decoders have it. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const [first, second] = [bytes[at]!, bytes[at + 1] ?? 0]
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (length === 0 || (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return length
}
