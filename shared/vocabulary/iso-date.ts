/** A date that TEI takes in `@when` (`teidata.temporal.w3c`): year, month or day of the calendar, or null (ND#NDDATE). */
export function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value)
  if (!match || match[1] === '0000') return null
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(part)))
  if (month != null && (month < 1 || month > 12)) return null
  return day != null && (day < 1 || day > daysIn(year!, month!)) ? null : value
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}
