import { done, failed, type Result } from '../model/result.ts'
import type { TextRanges } from '../model/transcript.ts'
import { linesIn } from '../text/lines.ts'
import { bomOf, type Decoder, decodeAs, ENCODINGS, type Encoding, hasBom, ONE_BYTE, secondOf, withoutBom } from './encodings.ts'
import { decodeInPieces, withoutUtf8 } from './in-pieces.ts'
import { likelyEncodings } from './likely-encoding.ts'

export interface Decoded {
  /** The text without byte order mark, line ends as they stand. */
  readonly text: string
  readonly encoding: Encoding
  /** Whether the file begins with the byte order mark of its encoding. */
  readonly bom: boolean
  /** Where the file is read in two encodings: what of the text is in the second. */
  readonly second?: TextRanges
  /** Sentences for the person: which encoding was taken and why, and what else it may be. */
  readonly why: string
  /** Whether it is known: by a byte order mark, because every byte fits, or because the person said so. */
  readonly sure: boolean
}

export type DecodeTag = 'binary' | 'undecodable' | 'too-large'

/** The largest text file that is imported, in bytes. Its transcript must stay under the limit of the file format. */
export const LARGEST = 16 * 1024 * 1024

const UNTOUCHED = 'The file was not touched.'
const LOOK = 'If letters with accents or quotation marks look wrong, choose another encoding.'

/** What an encoding is called in a sentence. */
export function encodingName(encoding: Encoding): string {
  return ENCODINGS[encoding].replace(/ \(.*\)$/, '')
}

/**
 * The text of a file's bytes. Without `forced`: by the byte order mark, else UTF-8 where every byte fits it, UTF-16 where that makes writing of
 * zero bytes, else the encoding of one byte a character whose text looks most like writing; the person sees which and can force another.
 * Files that are not text are refused, never half read; no character is ever replaced, so encoding gives the bytes again.
 */
export function decode(bytes: Uint8Array, decoder: Decoder, forced?: Encoding): Result<Decoded, DecodeTag> {
  if (bytes.length > LARGEST) {
    return failed(
      'too-large',
      `This file has more than ${LARGEST / 1024 / 1024} MB, the most that Scholion imports as text. ${UNTOUCHED} Divide it first.`,
    )
  }
  if (forced) return as(forced, bytes, decoder, `Read as ${encodingName(forced)}, as you chose.`)
  const mark = bomOf(bytes)
  if (mark !== null && mark !== 'utf-8')
    return as(mark, bytes, decoder, 'Read as UTF-16: the file says so at its beginning (byte order mark).')
  if (bytes.includes(0)) {
    const order = (['utf-16le', 'utf-16be'] as const).find((one) => looksWritten(decodeAs(bytes, one, decoder)))
    if (order) return as(order, bytes, decoder, 'Read as UTF-16: the file does not say so, its letters do.')
    if (isBinary(bytes)) return failed('binary', `This file holds zero bytes: it is no plain text. ${UNTOUCHED}`)
  }
  const utf8 = decodeAs(bytes, 'utf-8', decoder)
  return utf8 === null ? byLooks(bytes, decoder) : asUtf8(utf8, bytes, decoder)
}

function as(encoding: Encoding, bytes: Uint8Array, decoder: Decoder, why: string, sure = true): Result<Decoded, DecodeTag> {
  const inSecond = secondOf(encoding)
  const read =
    inSecond === null
      ? { text: decodeAs(bytes, encoding, decoder) }
      : (decodeInPieces(withoutBom(bytes, encoding), inSecond, decoder.decode) ?? { text: null })
  if (read.text === null)
    return failed(
      'undecodable',
      `Some letters of this file cannot be read as ${encodingName(encoding)}. ${UNTOUCHED} Choose another encoding.`,
    )
  return done({ ...read, text: read.text, encoding, bom: hasBom(bytes, encoding), why, sure })
}

/** What is left where UTF-8 was read as Windows-1252 and written as UTF-8 again: `Ã©` for é, `â€œ` for a quotation mark. */
const TWICE = /[ÂÃ][\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]/

function asUtf8(text: string, bytes: Uint8Array, decoder: Decoder): Result<Decoded, DecodeTag> {
  const bom = hasBom(bytes, 'utf-8')
  const fits = bom ? 'the file says so at its beginning (byte order mark)' : 'all of it can be read so'
  const odd = TWICE.exec(text)
  if (!odd) return done({ text, encoding: 'utf-8', bom, why: `Read as UTF-8: ${fits}.`, sure: true })
  const twice = decodeAs(bytes, 'utf-8-twice', decoder)
  const line = lineAt(text, odd.index)
  const says =
    twice === null
      ? `Some of its letters were converted twice before it came here (“${line}”); they are kept as they stand.`
      : `It seems to have been converted twice before it came here: “${line}” would read “${oddLines(twice)[0] ?? ''}”. It is kept as it stands unless you choose “${ENCODINGS['utf-8-twice']}”.`
  return done({ text, encoding: 'utf-8', bom, why: `Read as UTF-8: ${fits}. ${says}`, sure: false })
}

function byLooks(bytes: Uint8Array, decoder: Decoder): Result<Decoded, DecodeTag> {
  if (isMixed(bytes)) {
    const text = decodeAs(bytes, 'windows-1252', decoder)!
    const line = lineAt(text, TWICE.exec(text)?.index ?? 0)
    const [inPieces] = secondsOf(bytes)
    const pieces = decodeAs(bytes, inPieces!, decoder)!
    const would = oddLines(pieces)[0] ?? ''
    const why = `Read as Windows-1252, because some of its letters cannot be read as UTF-8. Two encodings stand in this one file: other places are UTF-8 (“${line}” would read “${would}”). Nothing was converted; it can be read in pieces, as “${ENCODINGS[inPieces!]}”.`
    return as('windows-1252', bytes, decoder, why, false)
  }
  const [best, next] = likelyEncodings(sampleOf(bytes))
  const name = encodingName(best!.encoding)
  const sure = best!.odd === 0 && (next === undefined || next.odd > 1)
  const line = oddLines(decodeAs(bytes, best!.encoding, decoder)!)[0] ?? ''
  const other = sure || !next ? '' : ` It may be ${encodingName(next.encoding)} as well.`
  const example = best!.encoding === 'windows-1252' && sure ? '' : ` Its first such line: “${line}”.${other}`
  return as(
    best!.encoding,
    bytes,
    decoder,
    `Read as ${name}, because some of its letters cannot be read as UTF-8${best!.encoding === 'windows-1252' ? '' : ' and it reads best so'}.${example} ${LOOK}`,
    sure,
  )
}

const SAMPLE = 65_536

/** A stretch of a file that begins a line or so before its first byte beyond ASCII: enough to tell how it reads. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const start = first < 200 ? 0 : first - 200
  return bytes.subarray(start, start + SAMPLE)
}

/** How a file would read in another encoding: its first lines that have more than plain Latin letters. */
export interface Preview {
  readonly encoding: Encoding
  readonly lines: readonly string[]
}

/** Every encoding that the bytes fit, each with its first odd lines, the likeliest first: in pieces where they are UTF-8 in places; UTF-16 only where there are zero bytes. */
export function previews(bytes: Uint8Array, decoder: Decoder): readonly Preview[] {
  const wide: readonly Encoding[] = bytes.includes(0) || bomOf(bytes)?.startsWith('utf-16') ? ['utf-16le', 'utf-16be'] : []
  const sample = sampleOf(bytes)
  const narrow = likelyEncodings(sample).map(({ encoding }) => encoding)
  const rest = ONE_BYTE.filter((one) => !narrow.includes(one) && bytes.some((byte) => byte > 0x7f))
  return [
    ...(isMixed(bytes) ? inPieces(bytes, decoder) : []),
    ...whole([...wide, 'utf-8' as const, 'utf-8-twice' as const, ...narrow, ...rest], bytes, decoder),
  ]
}

const MOST_IN_PIECES = 3

/** The likeliest second encodings of a file that is UTF-8 in places. */
function secondsOf(bytes: Uint8Array): readonly Encoding[] {
  return likelyEncodings(sampleOf(withoutUtf8(bytes)))
    .slice(0, MOST_IN_PIECES)
    .map(({ encoding }) => `utf-8+${encoding}` as const)
}

/** Each with its first line of the second encoding, and the first odd line of all. */
function inPieces(bytes: Uint8Array, decoder: Decoder): readonly Preview[] {
  return secondsOf(bytes).flatMap((encoding) => {
    const read = decodeInPieces(withoutBom(bytes, encoding), secondOf(encoding)!, decoder.decode)
    if (read === null || read.second.length === 0) return []
    const lines = [lineAt(read.text, read.second[0]![0]), ...oddLines(read.text)]
    return [{ encoding, lines: [...new Set(lines)].slice(0, 2) }]
  })
}

function whole(encodings: readonly Encoding[], bytes: Uint8Array, decoder: Decoder): readonly Preview[] {
  const sample = sampleOf(bytes)
  return encodings.flatMap((encoding) => {
    const text = decodeAs((ONE_BYTE as readonly Encoding[]).includes(encoding) ? sample : bytes, encoding, decoder)
    return text === null || (encoding === 'utf-8-twice' && text === decodeAs(bytes, 'utf-8', decoder))
      ? []
      : [{ encoding, lines: oddLines(text) }]
  })
}

/** The first two lines with a character beyond ASCII; of a text without any its first line. */
function oddLines(text: string): readonly string[] {
  const head = text.slice(0, 200_000)
  const first = head.search(/[^\p{ASCII}]/u)
  if (first < 0) return [lineAt(head, 0)]
  const rest = linesIn(head, first).find(
    ({ start, end, next }) => start > first && next > start && /[^\p{ASCII}]/u.test(head.slice(start, end)),
  )
  return [lineAt(head, first), ...(rest ? [lineAt(head, rest.start)] : [])]
}

const WIDEST = 60

/** The line that a place stands in, cut to what can be read at a glance. */
function lineAt(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  const end = text.slice(at).search(/[\r\n]/)
  const start = at - from > WIDEST / 2 ? at - WIDEST / 4 : from
  const line = text.slice(start, end < 0 ? text.length : at + end).trim()
  return line.length > WIDEST ? `${line.slice(0, WIDEST).toWellFormed()}…` : line.toWellFormed()
}

const WRITING = /[\t-\r -~\u00a0-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2044\u20ac\u2116\ufeff]/g

function looksWritten(text: string | null): boolean {
  if (text === null || text.length === 0 || text.includes('\u0000')) return false
  return (text.match(WRITING)?.length ?? 0) >= text.length * 0.97
}

/** Whether bytes among which there are zeros are no text: too many of them are controls. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) if (byte < 0x08 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)) controls += 1
  return controls * 50 > bytes.length
}

/** Whether most of what is not ASCII is whole characters of UTF-8, though not all of it. */
function isMixed(bytes: Uint8Array): boolean {
  let whole = 0
  let high = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    const length = byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 1
    const follows = bytes.subarray(at + 1, at + length)
    if (length > 1 && follows.length === length - 1 && follows.every((one) => one >= 0x80 && one < 0xc0)) {
      whole += length
      high += length
      at += length - 1
    } else high += 1
  }
  return whole * 2 >= high && whole > 0
}
