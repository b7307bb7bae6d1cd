import { isId } from '../model/ids.ts'
import type { Extra } from '../model/transcript.ts'
import { LIMITS } from './version.ts'

export type Tree = Readonly<Record<string, unknown>>

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An id that is also safe as a key of a plain object. */
export function isSafeId(value: unknown): value is string {
  return isId(value) && value !== '__proto__'
}

/** What is wrong with a file, in words that name the place. Kept to a bounded number: the first few tell the story. */
export class Problems {
  readonly list: string[] = []
  add(place: string, says: string): void {
    if (!this.isFull) this.list.push(`${place}: ${says}`)
  }

  /** Whether enough was found: what is wrong in a hundred ways need not be read to its end, which may be millions of things away. */
  get isFull(): boolean {
    return this.list.length >= LIMITS.problems
  }
}

/** What may be said of a value in a message: short, and never the whole of it. */
export function shown(value: unknown): string {
  const words = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`
}

/**
 * Reads the keys of one object of a file, each with a test, and remembers which were read: the rest are the keys that this version does
 * not know. A value that fails its test is told to `problems` and replaced by one that states nothing.
 */
export class Fields {
  readonly #tree: Tree
  readonly #place: string
  readonly #problems: Problems
  readonly #read = new Set<string>()

  constructor(value: unknown, place: string, problems: Problems) {
    if (!isTree(value)) problems.add(place, 'an object with named values should stand here')
    this.#tree = isTree(value) ? value : {}
    this.#place = place
    this.#problems = problems
  }

  /** The value of a key as it stands, or undefined. */
  raw(key: string): unknown {
    this.#read.add(key)
    return Object.hasOwn(this.#tree, key) ? this.#tree[key] : undefined
  }

  wrong(key: string, says: string): void {
    this.#problems.add(this.#place, `“${key}” ${says}`)
  }

  text(key: string): string {
    const value = this.raw(key)
    if (typeof value === 'string') return value
    this.wrong(key, 'should be text')
    return ''
  }

  /** Text, or null where it is not stated. */
  statement(key: string): string | null {
    const value = this.raw(key)
    if (value === undefined || value === null) return null
    if (typeof value === 'string') return value
    this.wrong(key, 'should be text')
    return null
  }

  /** One of the keys of a table, or null where it is not stated. */
  choice(key: string, table: Readonly<Record<string, unknown>>): string | null {
    const value = this.statement(key)
    if (value === null || Object.hasOwn(table, value)) return value
    this.wrong(key, `is ${shown(value)}, which this version does not know`)
    return null
  }

  id(key: string): string {
    const value = this.raw(key)
    if (isSafeId(value)) return value
    this.wrong(key, `is ${shown(value)}, which is no id`)
    return ''
  }

  reference(key: string): string | null {
    const value = this.raw(key)
    return value === undefined || value === null ? null : this.id(key)
  }

  flag(key: string): boolean {
    const value = this.raw(key) ?? false
    if (typeof value === 'boolean') return value
    this.wrong(key, 'should be true or false')
    return false
  }

  count(key: string): number {
    const value = this.raw(key)
    if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number
    this.wrong(key, 'should be a whole number')
    return 0
  }

  /** A list; left out is empty. */
  list(key: string): readonly unknown[] {
    const value = this.raw(key) ?? []
    if (Array.isArray(value)) return value
    this.wrong(key, 'should be a list')
    return []
  }

  /** Each thing of a list as it is read, until so much is wrong that the file is refused. */
  each<Value>(key: string, read: (value: unknown, index: number) => Value): readonly Value[] {
    const out: Value[] = []
    for (const value of this.list(key)) {
      if (this.#problems.isFull) break
      out.push(read(value, out.length))
    }
    return out
  }

  texts(key: string): readonly string[] {
    const list = this.list(key)
    if (list.every((item) => typeof item === 'string')) return list as readonly string[]
    this.wrong(key, 'should be a list of texts')
    return []
  }

  tree(key: string): Tree {
    const value = this.raw(key) ?? {}
    if (isTree(value)) return value
    this.wrong(key, 'should be an object with named values')
    return {}
  }

  #unknownKeys(): readonly string[] {
    return Object.keys(this.#tree).filter((key) => !this.#read.has(key))
  }

  /** The keys that were not read, to be kept and written back. */
  extra(): Extra {
    const keys = this.#unknownKeys()
    if (keys.length > LIMITS.extraKeys) {
      this.#problems.add(this.#place, `more than ${LIMITS.extraKeys} keys that this version does not know`)
      return {}
    }
    return Object.fromEntries(keys.map((key) => [key, this.#tree[key]]))
  }

  /** Where unknown keys have no place to be kept they are refused: what is not understood must not be lost in silence. */
  end(): void {
    for (const key of this.#unknownKeys()) this.wrong(key, 'is a key that this version does not know and could not keep')
  }
}
