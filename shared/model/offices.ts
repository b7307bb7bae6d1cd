import type { Person, Tenure } from './hand.ts'

/** The offices of a person with what is known of their dates, in the order of `offices`; one that was held twice stands twice. */
export function tenuresOf({ offices, held = [] }: Pick<Person, 'offices' | 'held'>): readonly Tenure[] {
  const dated = offices.flatMap((office) => {
    const known = held.filter((one) => one.office === office)
    return known.length > 0 ? known : [{ office, from: null, to: null }]
  })
  return [...dated, ...held.filter(({ office }) => !offices.includes(office))]
}

/** A person with these offices and no others. */
export function withTenures(person: Person, tenures: readonly Tenure[]): Person {
  const { held: _, ...rest } = person
  const held = tenures.filter(({ from, to }) => from !== null || to !== null)
  const offices = [...new Set(tenures.map(({ office }) => office))]
  return { ...rest, offices, ...(held.length > 0 ? { held } : {}) }
}

/**
 * Whether an office was held at a date (ISO, perhaps only year or month): `true`, `false`, or null where what is stated does not tell. First
 * and last day count.
 */
export function wasHeld({ from, to }: Tenure, when: string | null): boolean | null {
  if (when === null || (from === null && to === null)) return null
  // of what is known to the year only, any day of that year may be meant
  if (from !== null && when < from.slice(0, when.length)) return false
  if (to !== null && when.slice(0, to.length) > to) return false
  return true
}
