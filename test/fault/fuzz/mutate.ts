import { PAYLOADS } from '../hostile/corpus.ts'

type Random = () => number

const pick = <Value>(random: Random, list: readonly Value[]): Value => list[Math.floor(random() * list.length)]!

/** Pieces that readers stumble over. */
const PIECES: readonly Buffer[] = [
  ...Object.values(PAYLOADS).map((payload) => Buffer.from(payload)),
  ...['{', '}', '[', ']', '"', '\\', ',', ':', '\u2028', '\r', '\n', '\r\n', '\f', '\t', '- ', '# ', '> ', '**', '***'].map(
    (sign) => Buffer.from(sign),
  ),
  ...[
    [0],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb, 0xbf],
    [0x80],
    [0x93],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xff],
  ].map((bytes) => Buffer.from(bytes)),
]

const SECRETS = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then']

/** Values that a key of JSON may have and should not. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  2 ** 53,
  0.5,
  '',
  [],
  {},
  [[]],
  [null],
  ...SECRETS,
  '../../etc/passwd',
  '\ud800',
  '\u0000',
  'x'.repeat(300),
]

/** One input made from seeds: a few changes of bytes, or of a JSON tree where a seed is one. The same random numbers give the same input. */
export function mutate(seeds: readonly Buffer[], random: Random): Buffer {
  const seed = pick(random, seeds)
  const changes = 1 + Math.floor(random() * 4)
  let out = seed
  if (random() < 0.6) {
    const tree = treeOf(seed)
    if (tree !== undefined) {
      const changed = changeTree(structuredClone(tree), changes, random)
      out = Buffer.from(printed(changed))
      if (random() < 0.8) return out
    }
  }
  for (let nth = 0; nth < changes; nth += 1) out = changeBytes(out, seeds, random)
  return out
}

function treeOf(seed: Buffer): unknown {
  try {
    return JSON.parse(seed.toString('utf8'))
  } catch {
    return undefined
  }
}

// JSON.stringify leaves out a key named __proto__ that is none of its own; one is put in as text
const printed = (tree: unknown) => JSON.stringify(tree).replaceAll('"§proto§"', '"__proto__"')

interface Place {
  readonly holder: Record<string, unknown> | unknown[]
  readonly key: string
}

function placesIn(tree: unknown): readonly Place[] {
  const places: Place[] = []
  const open: unknown[] = [tree]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [key, value] of Object.entries(next)) {
      places.push({ holder: next as Record<string, unknown>, key })
      open.push(value)
    }
  }
  return places
}

function changeTree(tree: unknown, changes: number, random: Random): unknown {
  for (let nth = 0; nth < changes; nth += 1) {
    const places = placesIn(tree)
    if (places.length === 0) return structuredClone(pick(random, VALUES))
    const { holder, key } = pick(random, places)
    const record = holder as Record<string, unknown>
    const other = pick(random, places)
    const kind = Math.floor(random() * 8)
    if (kind === 0) record[key] = structuredClone(pick(random, VALUES))
    else if (kind === 1) delete record[key]
    else if (kind === 2) record[random() < 0.3 ? '§proto§' : pick(random, SECRETS.slice(1))] = record[key]
    else if (kind === 3) record[key] = structuredClone((other.holder as Record<string, unknown>)[other.key])
    else if (kind === 4 && Array.isArray(record[key]))
      (record[key] as unknown[]).push(...structuredClone(record[key] as unknown[]))
    else if (kind === 5) record[key] = pick(random, Object.values(PAYLOADS))
    else if (kind === 6 && typeof record[key] === 'number') record[key] = Math.floor(random() * 60) - 5
    else if (kind === 7) {
      let deep: unknown = record[key]
      for (let level = Math.floor(random() * 400); level > 0; level -= 1) deep = random() < 0.5 ? [deep] : { content: deep }
      record[key] = deep
    }
  }
  return tree
}

function changeBytes(bytes: Buffer, seeds: readonly Buffer[], random: Random): Buffer {
  const at = Math.floor(random() * (bytes.length + 1))
  const length = Math.floor(random() ** 3 * (bytes.length - at))
  const put = (piece: Uint8Array, over = 0) => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + over)])
  switch (Math.floor(random() * 9)) {
    case 0: {
      const flipped = Buffer.from(bytes)
      if (at < flipped.length) flipped[at] = (flipped[at]! ^ (1 << Math.floor(random() * 8))) & 0xff
      return flipped
    }
    case 1:
      return put(pick(random, PIECES))
    case 2:
      return put(pick(random, PIECES), length)
    case 3:
      return put(Buffer.alloc(0), length)
    case 4:
      return bytes.subarray(0, at)
    case 5:
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at)])
    case 6:
      return put(bytes.subarray(at, at + Math.min(length, 2000)))
    case 7: {
      const other = pick(random, seeds)
      return put(other.subarray(Math.floor(random() * other.length)), bytes.length - at)
    }
    default:
      return put(
        Buffer.concat(Array.from({ length: 1 + Math.floor(random() * 300) }, () => pick(random, PIECES))).subarray(0, 20_000),
      )
  }
}
