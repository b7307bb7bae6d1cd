import { isId } from '../model/ids.ts'
import type { NameKind } from '../model/names.ts'

/** What a reference may lead to: an entry of a register, or something else in the same document. */
export type ReferenceTo = RegisterName | 'object'
export type RegisterName = 'hands' | 'people' | 'names'

/**
 * What one attribute of a phenomenon may hold. Every attribute may be null ("not stated", the first choice of every menu) but `words`,
 * `ranges`, `choices`, `list` and `flag`, whose empty values are '', [], [], [] and false. A `list` holds words, none blank. A `date` is year, month or day in ISO 8601; a file may hold
 * other words there, and forms refuse them. Schema, file validation, forms and documentation read this table.
 */
export type AttributeSpec =
  | { readonly kind: 'choice'; readonly label: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'date'; readonly label: string }
  | { readonly kind: 'choices'; readonly label: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'words'; readonly label: string }
  | { readonly kind: 'list'; readonly label: string }
  | { readonly kind: 'number'; readonly label: string }
  | { readonly kind: 'flag'; readonly label: string }
  | {
      readonly kind: 'reference'
      readonly label: string
      readonly to: ReferenceTo
      /** Of a reference to the register of names: the kind of entry that it takes. */
      readonly of?: NameKind
      /** Of a reference to an object: it is kept where nothing has that id (any more), and says so. */
      readonly mayBeGone?: true
    }
  | { readonly kind: 'ranges'; readonly label: string }
  | { readonly kind: 'record'; readonly label: string }

export type AttributeTable = Readonly<Record<string, AttributeSpec>>

export type AttributeValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>

/** The value that states nothing. */
export function emptyValue(spec: AttributeSpec): AttributeValue {
  if (spec.kind === 'words') return ''
  if (spec.kind === 'ranges' || spec.kind === 'choices' || spec.kind === 'list') return []
  if (spec.kind === 'flag') return false
  return null
}

/** Whether a value states nothing. */
export function isEmptyValue(spec: AttributeSpec, value: unknown): boolean {
  const empty = emptyValue(spec)
  return value === undefined || (Array.isArray(empty) ? Array.isArray(value) && value.length === 0 : value === empty)
}

/** Whether a value from outside may stand for this attribute. */
export function isValid(spec: AttributeSpec, value: unknown): boolean {
  switch (spec.kind) {
    case 'choice':
      return value === null || (typeof value === 'string' && Object.hasOwn(spec.values, value))
    case 'text':
    case 'date':
      return value === null || typeof value === 'string'
    case 'choices':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((one) => typeof one === 'string' && Object.hasOwn(spec.values, one))
      )
    case 'list':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '')
    case 'words':
      return typeof value === 'string'
    case 'number':
      return value === null || (typeof value === 'number' && Number.isFinite(value))
    case 'flag':
      return typeof value === 'boolean'
    case 'reference':
      return value === null || isId(value)
    case 'ranges':
      return isRanges(value)
    case 'record':
      return value === null || (typeof value === 'object' && !Array.isArray(value))
  }
}

/** Whether a value from outside is an ordered list of source ranges (whole numbers, none empty or backwards). */
export function isRanges(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (range) =>
        Array.isArray(range) &&
        range.length === 3 &&
        range.every((number) => Number.isSafeInteger(number) && number >= 0) &&
        range[1] < range[2],
    )
  )
}

/** The attributes of a table with nothing stated. */
export function emptyAttributes(table: AttributeTable): Readonly<Record<string, AttributeValue>> {
  return Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, emptyValue(spec)]))
}
