import type { AttributeSpec as NodeAttribute } from 'prosemirror-model'
import { type AttributeTable, emptyValue, isValid } from '../vocabulary/attribute.ts'

type Attributes = Record<string, NodeAttribute>

function refuse(name: string): never {
  throw new RangeError(`attribute ${name} holds what it must not`)
}

/** ProseMirror attributes with defaults and validation, derived from a vocabulary table. `doc.check()` and `fromJSON` refuse the rest. */
export function attributesFrom(table: AttributeTable): Attributes {
  return Object.fromEntries(
    Object.entries(table).map(([name, spec]) => [
      name,
      { default: emptyValue(spec), validate: (value: unknown) => void (isValid(spec, value) || refuse(name)) },
    ]),
  )
}

/** One attribute with a default and a test. */
export function attribute(name: string, empty: unknown, test: (value: unknown) => boolean): Attributes {
  return { [name]: { default: empty, validate: (value: unknown) => void (test(value) || refuse(name)) } }
}

/** Attributes as the clipboard carries them: JSON in one data attribute. */
export function writeAttributes(attrs: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(attrs)
}

/**
 * Attributes read back from pasted HTML, or null where they are damaged or hostile: only names of the table are taken, each only with a
 * value that the vocabulary allows.
 */
export function readAttributes(json: string | null, table: AttributeTable): Record<string, unknown> | null {
  let raw: unknown
  try {
    raw = JSON.parse(json ?? '')
  } catch {
    return null
  }
  if (typeof raw !== 'object' || raw === null) return null
  const out: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(table)) {
    const value: unknown = Object.hasOwn(raw, name) ? (raw as Record<string, unknown>)[name] : emptyValue(spec)
    if (!isValid(spec, value)) return null
    out[name] = value
  }
  return out
}
