/** Whether JSON text nests deeper than `limit` objects and arrays. */
export function isDeeperThan(text: string, limit: number): boolean {
  return excessOf(text, { depth: limit }) === 'deep'
}

/** The most that JSON text may hold; what is not stated has no bound. */
export interface Bounds {
  readonly depth: number
  /** Objects and arrays. */
  readonly holders?: number
  /** Values in lists and objects together, counted by the commas between them. */
  readonly entries?: number
  /** Keys of one object: reading a large one takes longer than a list of as many. */
  readonly keys?: number
}

/**
 * Whether JSON text nests deeper than its bound, holds more objects and arrays (`many`), or more values or keys (`wide`); null where it keeps
 * every bound. Reads the text once from left to right, without recursion, so that it can stand before `JSON.parse` and before everything
 * that walks the value (faults.md 0.7: what opens at depth 10,000 cannot be saved; twenty million empty objects are 60 MB of text and 1.4 GB
 * of memory, thirty million numbers hold up the window for seconds).
 */
export function excessOf(text: string, bounds: Bounds): 'deep' | 'many' | 'wide' | null {
  const none = Number.POSITIVE_INFINITY
  const { depth: most, holders = none, entries = none, keys = none } = bounds
  let depth = 0
  let seen = 0
  let commas = 0
  /** Commas of the object that is open at each depth; of a list, none are counted. */
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      at = endOfString(text, at)
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      seen += 1
      open[depth] = code === 0x7b ? 0 : Number.NEGATIVE_INFINITY
      if (depth > most) return 'deep'
      if (seen > holders) return 'many'
    } else if (code === 0x2c) {
      commas += 1
      open[depth] = (open[depth] ?? 0) + 1
      if (commas > entries || open[depth]! > keys) return 'wide'
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
