import { type DateReading, readDates } from '../read-date.ts'

const FRENCH: Readonly<Record<string, string>> = {
  janvier: 'January',
  février: 'February',
  fevrier: 'February',
  mars: 'March',
  avril: 'April',
  mai: 'May',
  juin: 'June',
  juillet: 'July',
  août: 'August',
  aout: 'August',
  septembre: 'September',
  octobre: 'October',
  novembre: 'November',
  décembre: 'December',
  decembre: 'December',
}
const FRENCH_DATE =
  /\b(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(?:le )?(\d{1,2})(?:er)? (janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(?: (\d{4}))?\b/iu

/** A date at the end of a line, and what stands before and after it. */
export interface DatedWords {
  readonly reading: DateReading
  readonly words: string
  readonly before: string
  readonly after: string
}

/** Of two figures the century is that of most office papers. */
const NEAR = '1950'

/** The first whole date (a day, with its year) among the words of a line; French months too. Null where there is none. */
export function datedWords(line: string): DatedWords | null {
  const french = FRENCH_DATE.exec(line)
  if (french?.[3]) {
    const [reading] = readDates(`${french[1]} ${FRENCH[french[2]!.toLowerCase()]} ${french[3]}`, null)
    const from = french.index
    if (reading)
      return { reading, words: french[0], before: line.slice(0, from).trim(), after: line.slice(from + french[0].length).trim() }
  }
  if (!/\d/.test(line)) return null
  const tokens = line.slice(0, 160).split(' ')
  for (let at = 0; at < tokens.length; at++) {
    if (!/^[(["“]?(?:\d|\p{L}{3})/u.test(tokens[at]!)) continue
    for (let end = Math.min(tokens.length, at + 6); end > at; end--) {
      const words = tokens
        .slice(at, end)
        .join(' ')
        .replace(/^[(["“]+|[)\]"”.,;:]+$/gu, '')
      const [reading] = readDates(words, /[./-](?:\d{2}|['’]\d{2})$|['’]\d{2}$/.test(words) ? NEAR : null)
      if (reading?.when.length !== 10 || reading.inferred === 'year') continue
      return { reading, words, before: tokens.slice(0, at).join(' ').trim(), after: tokens.slice(end).join(' ').trim() }
    }
  }
  return null
}

const TIME = /\b(?:at )?\d{1,2}[.:]?\d{0,2} ?(?:hours|hrs|[ap]\.?m\.?|z|gmt|noon)\b\.?|\b\d{4} ?(?:hours|hrs|z|gmt)\b/iu

/** Whether a line says when and nothing else: a date with or without the place, with or without the time. */
export function lineOfDate(line: string): { readonly dated: DatedWords; readonly withTime: boolean } | null {
  if (line.length > 70) return null
  const dated = datedWords(line)
  if (!dated) return null
  const withTime = TIME.test(dated.after) || TIME.test(dated.before)
  const after = dated.after.replace(TIME, '').replace(/[\s.,;:)(]+/gu, '')
  const before = dated.before
    .replace(TIME, '')
    .replace(/\b(?:date|dated|le|the|on|du|mon|tues?|wed(?:nes)?|thur?s?|fri|satur?|sun)(?:day)?\b\s*[:,.]?/giu, '')
    .replace(/^[\s(]+|[\s,:.)]+$/gu, '')
  if (after !== '') return null
  // a place is a word or two, each with a capital
  if (before !== '' && !/^(?:\p{Lu}[\p{L}.’'-]*,? ?){1,4}$/u.test(before)) return null
  return { dated, withTime }
}
