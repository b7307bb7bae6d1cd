import type { Slices } from '../../shared/format/slices.ts'
import { inSlices } from './in-slices.ts'

/** How much of a text is encoded in one piece, in UTF-16 units: a millisecond's work. */
const PIECE = 400_000

/** The revision that a host gives to a file of this text: lower-case hex sha256 of its UTF-8 bytes. A long text is encoded between two keys. */
export async function revisionOf(text: string): Promise<string> {
  const bytes =
    text.length <= PIECE ? new TextEncoder().encode(text) : await new Blob(await inSlices(encoded(text))).arrayBuffer()
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function* encoded(text: string): Slices<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < text.length; ) {
    // a piece never ends within a surrogate pair
    const to = /[\uD800-\uDBFF]/.test(text.charAt(from + PIECE - 1)) ? from + PIECE - 1 : from + PIECE
    parts.push(new TextEncoder().encode(text.slice(from, to)))
    from = to
    yield
  }
  return parts
}
