import { isoDate } from './iso-date.ts'

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A stated date as people read it: “12 Mar 1982”, “Mar 1982”, “1982”; one that is not in ISO 8601 stays as it is stated. */
export function shortDate(date: string): string {
  if (isoDate(date) === null) return date
  const [year, month, day] = date.split('-').map(Number)
  const parts = [day, month === undefined ? undefined : MONTHS[month - 1]!.slice(0, 3), year]
  return parts.filter((part) => part !== undefined).join(' ')
}
