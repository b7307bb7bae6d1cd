/** Whether JSON text nests deeper than `limit` objects and arrays. */
export function isDeeperThan(text: string, limit: number): boolean {
  return excessOf(text, limit, Number.POSITIVE_INFINITY) === 'deep'
}

/**
 * Whether JSON text nests deeper than `most` objects and arrays, or holds more than `count` of them; null where it keeps both bounds. Reads
 * the text once from left to right, without recursion, so that it can stand before `JSON.parse` and before everything that walks the value
 * (faults.md 0.7: what opens at depth 10,000 cannot be saved; twenty million empty objects are 60 MB of text and 1.4 GB of memory).
 */
export function excessOf(text: string, most: number, count: number): 'deep' | 'many' | null {
  let depth = 0
  let seen = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      at = endOfString(text, at)
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      seen += 1
      if (depth > most) return 'deep'
      if (seen > count) return 'many'
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1
    }
  }
  return null
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    at += code === 0x5c ? 2 : 1
  }
  return at
}
