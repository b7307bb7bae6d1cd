import { isoDate } from '../vocabulary/iso-date.ts'
import { MONTHS } from '../vocabulary/short-date.ts'
import { type CalendarDate, dateInWords, dayNumber, isoOf, partsOf, WEEKDAYS, weekdayOf } from './calendar.ts'

/** What words may mean as a date. It is only ever offered. */
export interface DateReading {
  /** ISO 8601: a year, a month or a day. */
  readonly when: string
  /** “Mon 15 March 1982”. */
  readonly inWords: string
  /** What the words do not say, and the paper’s date does. */
  readonly inferred: 'year' | 'century' | null
  /** The month was read before the day. */
  readonly monthFirst: boolean
  /** A sentence where the weekday that is written is not that day’s. */
  readonly warning: string | null
}

const MONTH = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|${name.slice(3, 4)}(?=\\.|\\b))?`).join('|')
const WEEKDAY = '(?:(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|nes|r|rs|rsday|urday|ur)?\\.?,? +)?'
const YEAR = "(?:(?:,? +|,)(?:[’']?(\\d{2})|(\\d{4})))?"
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/
const DAY_MONTH = new RegExp(`^${WEEKDAY}(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? *(${MONTH})\\.?${YEAR}$`, 'i')
const MONTH_DAY = new RegExp(`^${WEEKDAY}(${MONTH})\\.? +(?:the )?(\\d{1,2})(?:st|nd|rd|th)?${YEAR}$`, 'i')
const MONTH_YEAR = new RegExp(`^(${MONTH})\\.?(?:,? +(\\d{4}))?$`, 'i')
const NUMBERS = new RegExp(`^${WEEKDAY}(\\d{1,2})([/.-])(\\d{1,2}|[ivx]+)(?:\\3(\\d{2}|\\d{4}))?$`, 'i')
const YEAR_ALONE = /^(1[0-9]{3}|20[0-9]{2})$/

/**
 * The dates that words may give, the likeliest first: `15/3`, `15/iii/82`, `12 March 1982`, `March 12th`, `Friday, 14 OCT`. A year or century
 * that is not written is that of the day nearest to the paper’s date (ISO, `near`); without it such words give nothing. Day before month,
 * and where both could be either, the other reading second.
 */
export function readDates(words: string, near: string | null): readonly DateReading[] {
  const plain = words
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[,;:.]+$/, '')
  const about = near !== null && isoDate(near) !== null ? partsOf(near) : null
  return statedBy(plain).flatMap((stated) => {
    const dated = withYear(stated, about)
    if (dated === null) return []
    const reading: DateReading = {
      when: isoOf(dated.date),
      inWords: dateInWords(dated.date),
      inferred: dated.inferred,
      monthFirst: stated.monthFirst,
      warning: weekdayWarning(stated.weekday, dated.date),
    }
    return isoDate(reading.when) === null ? [] : [reading]
  })
}

interface Stated {
  readonly weekday: string | null
  readonly day: number | null
  readonly month: number | null
  /** Two digits say no century. */
  readonly year: string | null
  readonly monthFirst: boolean
}

function statedBy(words: string): readonly Stated[] {
  const none = { weekday: null, day: null, month: null, year: null, monthFirst: false }
  const iso = ISO.exec(words)
  if (iso) return [{ ...none, year: iso[1]!, month: Number(iso[2]), day: iso[3] === undefined ? null : Number(iso[3]) }]
  if (YEAR_ALONE.test(words)) return [{ ...none, year: words }]
  const dayMonth = DAY_MONTH.exec(words)
  if (dayMonth) {
    const [, weekday, day, month, short, long] = dayMonth
    return [{ ...none, weekday: weekday ?? null, day: Number(day), month: monthOf(month!), year: long ?? short ?? null }]
  }
  const monthDay = MONTH_DAY.exec(words)
  if (monthDay) {
    const [, weekday, month, day, short, long] = monthDay
    // “March 82” is no day
    if (Number(day) > 31) return [{ ...none, month: monthOf(month!), year: day! }]
    return [{ ...none, weekday: weekday ?? null, day: Number(day), month: monthOf(month!), year: long ?? short ?? null }]
  }
  const monthYear = MONTH_YEAR.exec(words)
  if (monthYear) return [{ ...none, month: monthOf(monthYear[1]!), year: monthYear[2] ?? null }]
  const numbers = NUMBERS.exec(words)
  if (!numbers) return []
  const [, weekday, first, , second, year] = numbers
  const roman = ROMAN.indexOf(second!.toLowerCase()) + 1
  const [a, b] = [Number(first), roman > 0 ? roman : Number(second)]
  const one = { ...none, weekday: weekday ?? null, year: year ?? null }
  const dayFirst = { ...one, day: a, month: b }
  const monthFirst = { ...one, day: b, month: a, monthFirst: true }
  return [...(b >= 1 && b <= 12 ? [dayFirst] : []), ...(a >= 1 && a <= 12 && a !== b && roman === 0 ? [monthFirst] : [])]
}

const monthOf = (word: string) =>
  MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1

function withYear(
  { year, month, day }: Stated,
  about: CalendarDate | null,
): { readonly date: CalendarDate; readonly inferred: DateReading['inferred'] } | null {
  if (year?.length === 4) return { date: { year: Number(year), month, day }, inferred: null }
  if (about === null) return null
  if (year !== null) {
    const centuries = [-1, 0, 1].map((step) => (Math.floor(about.year / 100) + step) * 100 + Number(year))
    return { date: { year: nearest(centuries, (one) => Math.abs(one - about.year)), month, day }, inferred: 'century' }
  }
  // a leap day is looked for over four years
  const years = [0, -1, 1, -2, 2, -3, 3, -4, 4].map((step) => about.year + step)
  const possible = years.map((one) => ({ year: one, month, day })).filter((date) => isoDate(isoOf(date)) !== null)
  if (possible.length === 0) return null
  // of a paper whose month is not known, nothing is nearer than its own year
  const far = (date: CalendarDate) =>
    about.month === null ? Math.abs(date.year - about.year) : Math.abs(dayNumber(date) - dayNumber(about))
  return { date: nearest(possible, far), inferred: 'year' }
}

function nearest<Value>(values: readonly Value[], far: (value: Value) => number): Value {
  return values.reduce((best, one) => (far(one) < far(best) ? one : best))
}

function weekdayWarning(stated: string | null, date: CalendarDate): string | null {
  const weekday = weekdayOf(date)
  if (stated === null || weekday === null) return null
  const written = WEEKDAYS.find((name) => name.slice(0, 3).toLowerCase() === stated.slice(0, 3).toLowerCase())!
  if (written === WEEKDAYS[weekday]) return null
  const { year, month, day } = date
  return `${written} is written; ${day} ${MONTHS[month! - 1]} ${year} was a ${WEEKDAYS[weekday]}.`
}

/** Where a text holds words that look like a date, around an offset: the longest such stretch, or null. */
export function dateAround(text: string, offset: number): { readonly from: number; readonly to: number } | null {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
  const here = words.findIndex(({ from, to }) => from <= offset && offset <= to)
  if (here < 0) return null
  let best: { from: number; to: number } | null = null
  for (let first = Math.max(0, here - 4); first <= here; first++) {
    for (let last = here; last < Math.min(words.length, here + 5); last++) {
      const from = words[first]!.from + (/^[([“"‘']*/.exec(text.slice(words[first]!.from))?.[0].length ?? 0)
      const to = words[first]!.from + text.slice(words[first]!.from, words[last]!.to).replace(/[)\]”"’',;:.?!]+$/, '').length
      if (from >= to || offset < from || offset > to || (best && to - from <= best.to - best.from)) continue
      if (looksLikeDate(text.slice(from, to))) best = { from, to }
    }
  }
  return best
}

/** Whether words give a date, perhaps without its year. A bare number or a bare month does not count: it may be anything. */
function looksLikeDate(words: string): boolean {
  const plain = words.replace(/\s+/g, ' ')
  return (
    !YEAR_ALONE.test(plain) &&
    !/^[a-z]+\.?$/i.test(plain) &&
    statedBy(plain).some(({ month, day }) => (month ?? 0) <= 12 && (day ?? 1) <= 31)
  )
}
