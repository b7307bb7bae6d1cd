import { MONTHS } from '../vocabulary/short-date.ts'

/** A day of the Gregorian calendar; month and day where they are known. */
export interface CalendarDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Days since 1 March of the year 0, by arithmetic alone: no clock, no time zone. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  // a year begins in March, so that the leap day is its last
  const shifted = ((month ?? 7) + 9) % 12
  const years = year - Math.floor(shifted / 10)
  return (
    365 * years +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400) +
    Math.floor((shifted * 306 + 5) / 10) +
    (day ?? 15) -
    1
  )
}

/** The weekday of a day, from 0 for Monday; null for part of a date, and before 1753, when which calendar was meant is not known. */
export function weekdayOf(date: CalendarDate): number | null {
  if (date.month === null || date.day === null || date.year < 1753) return null
  return (dayNumber(date) + 2) % 7
}

/** Year, year and month, or day, as `@when` takes it. */
export function isoOf({ year, month, day }: CalendarDate): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const parts = [String(year).padStart(4, '0'), ...(month === null ? [] : [two(month)]), ...(day === null ? [] : [two(day)])]
  return parts.join('-')
}

/** The parts of a date in that form, which must be one. */
export function partsOf(iso: string): CalendarDate {
  const [year, month, day] = iso.split('-').map(Number)
  return { year: year!, month: month ?? null, day: day ?? null }
}

/** “Mon 15 March 1982”, “March 1982”, “1982”. */
export function dateInWords(date: CalendarDate): string {
  const weekday = weekdayOf(date)
  const words = [
    weekday === null ? null : WEEKDAYS[weekday]!.slice(0, 3),
    date.day,
    date.month && MONTHS[date.month - 1],
    date.year,
  ]
  return words.filter((word) => word !== null).join(' ')
}
