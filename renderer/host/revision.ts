import { nextTask } from './next-task.ts'

/** How much of a text is encoded in one piece, in UTF-16 units: a millisecond's work. */
const PIECE = 400_000

/**
 * The revision that a host gives to a file of this text: lower-case hex sha256 of its UTF-8 bytes. A long text is encoded in pieces, so that keys
 * typed meanwhile are seen at once.
 */
export async function revisionOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', text.length <= PIECE ? new TextEncoder().encode(text) : await encoded(text))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function encoded(text: string): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < text.length; ) {
    // a piece never ends within a surrogate pair
    const to = /[\uD800-\uDBFF]/.test(text.charAt(from + PIECE - 1)) ? from + PIECE - 1 : from + PIECE
    parts.push(new TextEncoder().encode(text.slice(from, to)))
    from = to
    await nextTask()
  }
  return new Blob(parts).arrayBuffer()
}
