import { whyNotBare } from './bare-name.ts'

/** The little that a host must know of a transcript file: whose it is, and whether it holds words. Everything else is the format's. */
export interface Peek {
  /** Bare names of its originals, in order. */
  readonly originals: readonly string[]
  /** Whether any page, or any note on a page, holds a letter or a digit. */
  readonly hasWords: boolean
}

const MOST_DEEP = 200

/** Looks into a transcript file leniently. `null` where it is no JSON or has no list of originals with bare names: damaged, or not ours. */
export function peek(text: string): Peek | null {
  const whole = parsed(text)
  if (!isRecord(whole) || !Array.isArray(whole.originals)) return null
  const names: readonly unknown[] = whole.originals.map((entry: unknown) => (isRecord(entry) ? entry.name : entry))
  if (names.length === 0 || !names.every(isBare)) return null
  return { originals: names, hasWords: holdsWords(whole.pages) }
}

function parsed(text: string): unknown {
  try {
    // some editors put a byte order mark before everything they save
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

function isBare(name: unknown): name is string {
  return typeof name === 'string' && whyNotBare(name) === null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Words are the strings of a `content` list and whatever is called `text`; ids, roles and the like stand under other keys.
// With its own stack: a hostile file may be nested deeper than functions can call each other.
function holdsWords(pages: unknown): boolean {
  const stack: { readonly value: unknown; readonly words: boolean; readonly depth: number }[] = [
    { value: pages, words: false, depth: 0 },
  ]
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, words, depth } = item
    if (typeof value === 'string') {
      if (words && /[\p{L}\p{N}]/u.test(value)) return true
    } else if (depth < MOST_DEEP && Array.isArray(value)) {
      for (const one of value) stack.push({ value: one, words, depth: depth + 1 })
    } else if (depth < MOST_DEEP && isRecord(value)) {
      for (const key of Object.keys(value)) {
        stack.push({ value: value[key], words: key === 'content' || key === 'text', depth: depth + 1 })
      }
    }
  }
  return false
}
