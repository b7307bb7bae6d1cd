/** Marks a value that the printer writes on one line, however long it is. */
export class Inline {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}

/** A value to be printed on one line. */
export function inline(value: unknown): Inline {
  return new Inline(value)
}

/** Text that was printed before, at the indent where it will stand. */
export class Printed {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * JSON text with two-space indent, LF and no line end after the last brace. Where a line breaks depends on the kind of value alone,
 * never on its length: so a changed word changes the one line that it stands on (decision 0004).
 */
export function print(value: unknown, indent = '', end = ''): string {
  const parts: string[] = []
  printInto(parts, value, indent)
  parts.push(end)
  return parts.join('')
}

/** Parts that are joined once: a long text is not copied at every level. */
function printInto(parts: string[], value: unknown, indent: string): void {
  const deeper = `${indent}  `
  if (value instanceof Printed) parts.push(value.text)
  else if (value instanceof Inline) parts.push(printInline(value.value))
  else if (Array.isArray(value)) {
    value.forEach((item, at) => {
      parts.push(at === 0 ? `[\n${deeper}` : `,\n${deeper}`)
      printInto(parts, item, deeper)
    })
    parts.push(value.length === 0 ? '[]' : `\n${indent}]`)
  } else if (typeof value === 'object' && value !== null) {
    const entries = entriesOf(value)
    entries.forEach(([key, item], at) => {
      parts.push(at === 0 ? `{\n${deeper}` : `,\n${deeper}`, JSON.stringify(key), ': ')
      printInto(parts, item, deeper)
    })
    parts.push(entries.length === 0 ? '{}' : `\n${indent}}`)
  } else parts.push(JSON.stringify(value))
}

function printInline(value: unknown): string {
  if (value instanceof Inline) return printInline(value.value)
  if (Array.isArray(value)) return `[${value.map(printInline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = entriesOf(value)
    if (entries.length === 0) return '{}'
    return `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${printInline(item)}`).join(', ')} }`
  }
  return JSON.stringify(value)
}

const entriesOf = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined)

/** The same value as text with sorted keys and without layout: equal for equal values, whatever order their keys were added in. */
export function printSorted(value: unknown): string {
  if (value instanceof Inline) return printSorted(value.value)
  if (Array.isArray(value)) return `[${value.map(printSorted).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = entriesOf(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${printSorted(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
