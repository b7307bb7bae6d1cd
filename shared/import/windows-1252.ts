/**
 * Windows-1252 as the web reads it: the five bytes that it leaves undefined are the C1 controls of the same number, so that every byte
 * has one character and the way back is exact. An own table, because Node's decoder for it was wrong in several versions.
 */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const BYTE_OF = new Map(Array.from(UPPER, (char, at) => [char.charCodeAt(0), 0x80 + at]))

const CHUNK = 8192

/** The text of bytes, one UTF-16 unit a byte. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const units = Array.from(bytes.subarray(at, at + CHUNK), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? UPPER.charCodeAt(byte - 0x80) : byte,
    )
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}

/** The bytes of a text, or null where a character has no byte. */
export function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const byte = BYTE_OF.get(code) ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : null)
    if (byte === null) return null
    bytes[at] = byte
  }
  return bytes
}
