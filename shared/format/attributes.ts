import { type AttributeTable, emptyValue, isEmptyValue, isValid } from '../vocabulary/attribute.ts'
import { type Inline, inline } from './printer.ts'

type Attributes = Readonly<Record<string, unknown>>

/**
 * Attributes as the file writes them: those that state nothing are left out, the rest in the order of the vocabulary's table. Names that
 * the table does not have are written too: a slip must show when the file is read back, never be lost.
 */
export function attributesToFile(table: AttributeTable, attrs: Attributes): Record<string, unknown> {
  const out: [string, unknown][] = []
  for (const [name, spec] of Object.entries(table)) {
    const value = attrs[name]
    if (isEmptyValue(spec, value)) continue
    out.push([name, spec.kind === 'ranges' || spec.kind === 'choices' || spec.kind === 'list' ? inline(value) : value])
  }
  for (const [name, value] of Object.entries(attrs)) if (!Object.hasOwn(table, name)) out.push([name, value])
  return Object.fromEntries<unknown | Inline>(out)
}

/** Only the attributes that state something. */
export function statedOf(table: AttributeTable, attrs: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => {
      const spec = table[name]
      return spec !== undefined && !isEmptyValue(spec, value)
    }),
  )
}

/** Reads attributes back: what is not written states nothing. `wrong` is told of every value that the vocabulary does not allow. */
export function attributesFromFile(
  table: AttributeTable,
  written: Attributes,
  wrong: (name: string, value: unknown) => void,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table).map(([name, spec]) => {
      const value = Object.hasOwn(written, name) ? written[name] : emptyValue(spec)
      if (isValid(spec, value)) return [name, value]
      wrong(name, value)
      return [name, emptyValue(spec)]
    }),
  )
}
