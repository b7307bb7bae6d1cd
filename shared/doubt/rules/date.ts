import { WEEKDAYS } from '../../propose/calendar.ts'
import { readDates } from '../../propose/read-date.ts'
import { MONTHS } from '../../vocabulary/short-date.ts'
import type { Finding } from '../doubt.ts'
import type { Rule } from '../rule.ts'

const MONTH = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`
const WEEKDAY = `(?:(?:${WEEKDAYS.join('|')}),? +)?`
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d/])${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?: of)? +(${MONTH})(?:,? +\\d{4})?(?![\\p{L}\\d])`,
  'giu',
)
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d/])${WEEKDAY}(${MONTH}) +(\\d{1,2})(?:st|nd|rd|th)?(?:,? +\\d{4})?(?![\\p{L}\\d])`,
  'giu',
)
const TIME = /(?<![\d.])(\d{1,2})[.:](\d{2}) ?(a\.?m|p\.?m|hours|hrs)\b|(?<!\d)(\d{2})(\d{2}) ?(hours|hrs)\b/giu

/** Days that no month has, weekdays that do not fit their date, hours that no clock has. */
export const impossibleDate: Rule = ({ text }, { date }) => {
  if (!/\d/.test(text)) return []
  const findings: Finding[] = []
  const add = (at: number, words: string, reason: string, score: number) =>
    findings.push({ from: at, to: at + words.length, kind: 'number', reason, proposals: [], score })
  for (const { 0: words, 1: day, 2: month, index } of text.matchAll(DAY_FIRST)) judge(words, day!, month!, index)
  for (const { 0: words, 1: month, 2: day, index } of text.matchAll(MONTH_FIRST)) judge(words, day!, month!, index)
  for (const { 0: words, 1: hour, 2: minute, 3: half, 4: hours, 5: minutes, index } of text.matchAll(TIME)) {
    const [h, m] = [Number(hour ?? hours), Number(minute ?? minutes)]
    const most = half !== undefined && /^[ap]/i.test(half) ? 12 : 24
    if (h > most || m > 59) add(index, words, `No clock shows “${words}”.`, 0.7)
  }
  return findings

  function judge(read: string, day: string, month: string, at: number): void {
    const words = read.replace(/\.$/, '')
    const number = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === month.slice(0, 3).toLowerCase())
    const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number] ?? 31
    if (Number(day) < 1 || Number(day) > days) {
      // “March 82” is a year, not a day
      const isYear = Number(day) > 31 && words.trim().endsWith(day)
      if (!isYear) add(at, words, `${MONTHS[number]} has no ${day}${ending(day)}.`, 0.85)
      return
    }
    const [reading] = readDates(words.replace(/\bof\b/iu, ' '), date)
    if (reading?.warning) add(at, words, reading.warning, reading.inferred === null ? 0.7 : 0.45)
  }
}

function ending(day: string): string {
  if (/1\d$/.test(day)) return 'th'
  return { '1': 'st', '2': 'nd', '3': 'rd' }[day.slice(-1)] ?? 'th'
}
