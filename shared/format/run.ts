import type { Run } from '../model/transcript.ts'
import { ATOM_NAMES, ATOMS, type AtomName } from '../vocabulary/atoms.ts'
import { type AttributeTable, isValid } from '../vocabulary/attribute.ts'
import { attributesFromFile, attributesToFile } from './attributes.ts'
import { isSafeId } from './fields.ts'
import { inline } from './printer.ts'

/**
 * What an atom is called in the file (a reader of the plain file looks for an anchor), and the one attribute for which its value alone may
 * stand: `{ "anchor": "n3" }`.
 */
const WRITTEN: Readonly<Record<AtomName, { readonly name: string; readonly short: string | null }>> = {
  gap: { name: 'gap', short: null },
  point: { name: 'anchor', short: 'note' },
  ref: { name: 'ref', short: 'to' },
  lb: { name: 'lb', short: null },
}

export const shortOf = (atom: AtomName): string | null => WRITTEN[atom].short
export const fileNameOf = (atom: AtomName): string => WRITTEN[atom].name

const ATOM_OF = new Map(ATOM_NAMES.map((atom) => [fileNameOf(atom), atom]))

const tableOf = (atom: string): AttributeTable => (Object.hasOwn(ATOMS, atom) ? ATOMS[atom as AtomName].attributes : {})

/**
 * A run as the file writes it, on one line: a plain string; `{ "text", "in" }` where annotations lie on it; `{ "lb": true }`,
 * `{ "gap": { … } }`, `{ "anchor": "note's id" }`, `{ "ref": "id" }` for atoms.
 */
export function runToFile(run: Run): unknown {
  const ids = run.in.length > 0 ? { in: run.in } : {}
  if (run.type === 'text') return run.in.length > 0 ? inline({ text: run.text, ...ids }) : run.text
  const { id, ...attrs } = run.attrs
  const written: Record<string, unknown> = attributesToFile(tableOf(run.atom), attrs)
  if (id !== '' && id !== undefined) written.id = id
  const keys = Object.keys(written)
  let value: unknown = written
  if (keys.length === 0) value = true
  else if (keys.join() === shortOf(run.atom as AtomName)) value = written[keys[0]!]
  return inline({ [fileNameOf(run.atom as AtomName)]: value, ...ids })
}

/** Reads a run back, or gives the words that say what is wrong with it. */
export function runFromFile(value: unknown): Run | string {
  if (typeof value === 'string') return { type: 'text', text: value, in: [] }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'a run is neither words nor an object'
  const record = value as Readonly<Record<string, unknown>>
  const ids = Object.hasOwn(record, 'in') ? record.in : []
  if (!Array.isArray(ids) || !ids.every(isSafeId)) return 'the “in” of a run is not a list of ids'
  const names = Object.keys(record).filter((key) => key !== 'in')
  const [name] = names
  if (name === undefined || names.length > 1)
    return `a run has the keys ${names.map((key) => `“${key}”`).join(', ') || 'of no run'}`
  if (name === 'text') {
    return typeof record.text === 'string' ? { type: 'text', text: record.text, in: ids } : 'the “text” of a run is no text'
  }
  const atom = ATOM_OF.get(name)
  if (!atom) return `this version does not know “${name}” in the line`
  return atomFromFile(atom, record[name], ids)
}

function atomFromFile(atom: AtomName, value: unknown, ids: readonly string[]): Run | string {
  const table = tableOf(atom)
  let written: unknown = value === true ? {} : value
  const short = shortOf(atom)
  if (short !== null && typeof value === 'string') written = { [short]: value }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return `a ${atom} is neither true nor an object`
  const { id = '', ...rest } = written as Record<string, unknown>
  if (id !== '' && !isSafeId(id)) return `a ${atom} has an id that is none`
  const stranger = Object.keys(rest).find((key) => !Object.hasOwn(table, key))
  if (stranger !== undefined) return `this version does not know “${stranger}” of a ${atom}`
  const wrong = Object.entries(table).find(([key, spec]) => Object.hasOwn(rest, key) && !isValid(spec, rest[key]))
  if (wrong) return `“${wrong[0]}” of a ${atom} holds what it must not`
  return { type: 'atom', atom, attrs: { id, ...attributesFromFile(table, rest, () => {}) }, in: ids }
}
