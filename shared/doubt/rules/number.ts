import { DIGIT_OF } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import { isMonth } from '../months.ts'
import type { Rule } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** Letters read among the digits of a number, a date, a sum, a time or a telephone number: `l2 November`, `I982`, `lOth`. */
export const letterInNumber: Rule = ({ tokens, text }) =>
  tokens.flatMap((token, index): readonly Finding[] => {
    if (token.kind === 'initials') return []
    const found = token.kind === 'figure' ? figure(token, tokens, index) : lettersOnly(tokens, index, text)
    if (found === null) return []
    const { from, to } = token
    const reason = `A letter stands among the digits of “${token.text}”.`
    return [{ from, to, kind: 'number', reason, proposals: [found.reads], score: found.score }]
  })

interface Reads {
  readonly reads: string
  readonly score: number
}

/** What is right with letters and digits: ordinals, decades, sums, units, times, sections, sheets, references, roads, aircraft. */
const RIGHT =
  /^(?:\d+(?:st|nd|rd|th|er|ère|ème|e|re)|(?:1[0-9])?\d0['’]?s|[£$€]?[\d.,]+(?:m|mn|bn|k|p|d|s|s\.?\d+d|%|am|pm|hrs?|kg|km|ft|in|lb|lbs|oz|cwt|mm|cm|mw|kw|mph|nm|a|b|c|e|f|h|i|ii|iii|iv|v|x|z|°[cf]?)|\d{4}z|\d{6}z|\d{1,2}h\d{2})$/iu
const ORDINAL = /^([\dlIOo|]{1,2})(st|nd|rd|th|fh|tb|sl|er|ème)$/u

function figure(token: Token, tokens: readonly Token[], index: number): Reads | null {
  const { text } = token
  if (!/\p{L}/u.test(text)) return null
  const ordinal = ORDINAL.exec(text)
  if (ordinal && !RIGHT.test(text)) {
    const ending = { fh: 'th', tb: 'th', sl: 'st' }[ordinal[2]!] ?? ordinal[2]!
    return { reads: digitsOf(ordinal[1]!) + ending, score: 0.9 }
  }
  const parts = text.split(/([/.,:\-–—()£$€%°½¼¾]+)/u)
  let score = 0
  const reads = parts.map((part, at) => {
    if (!/\p{L}/u.test(part) || (RIGHT.test(part) && !/^\d+[lI]$/.test(part))) return part
    const timed = /^([\dlIOo]{4}|[\dlIOo]{6})(z)$/iu.exec(part)
    const isUnit = at > 0 && /°/.test(parts[at - 1]!)
    const letters = part.replace(/\d/gu, '')
    if (isUnit || (!/\d/.test(part) && !(parts.length > 1 && letters.length <= 2))) return part
    const body = timed ? timed[1]! : part
    if ([...body].some((sign) => !/\d/.test(sign) && DIGIT_OF[sign] === undefined)) return part
    const worth = scoreOf(part, letters, tokens, index, parts.length > 1)
    if (worth < 0.15) return part
    score = Math.max(score, worth)
    return digitsOf(body) + (timed ? timed[2]! : '')
  })
  return score > 0 ? { reads: reads.join(''), score } : null
}

const digitsOf = (signs: string) => [...signs].map((sign) => (/\d/.test(sign) ? sign : DIGIT_OF[sign])).join('')

function scoreOf(part: string, letters: string, tokens: readonly Token[], index: number, isOfMany: boolean): number {
  const besideDate = isMonth(tokens[index - 1]?.small) || isMonth(tokens[index + 1]?.small)
  const surely = /^[lIO|!oi]+$/.test(letters)
  // a class letter and a number (`B2`, `S12`, `G7`, `A4`) is usually right
  if (/^[A-Z]\d{1,3}$/.test(part)) {
    if (besideDate) return /^[IOL]/.test(part) ? 0.95 : 0.6
    return /^[IO]/.test(part) ? 0.75 : /^L\d/.test(part) ? 0.5 : 0
  }
  if (/^\d{1,3}[A-Z]$/.test(part)) return /[IO]$/.test(part) || besideDate ? 0.8 : 0
  if (besideDate) return 0.97
  if (!/\d/.test(part)) return isOfMany && /^[lIO]{1,3}$/.test(letters) ? (/[a-z]/.test(letters) ? 0.6 : 0.4) : 0
  if (surely) return 0.93
  return letters.length < part.length - letters.length ? 0.8 : letters.length === 1 ? 0.6 : 0.35
}

/** `l May`, `lO March`, `lOth`; an O or an l alone among figures, as in a column of sums. */
function lettersOnly(tokens: readonly Token[], index: number, whole: string): Reads | null {
  const token = tokens[index]!
  const { text } = token
  if (text.length > 4) return null
  const [before, after] = [tokens[index - 1], tokens[index + 1]]
  const ordinal = /^([lIO]{1,2})(st|nd|rd|th)$/u.exec(text)
  if (ordinal) return { reads: digitsOf(ordinal[1]!) + ordinal[2]!, score: 0.85 }
  if (/^[lO]{1,3}$/.test(text) && isColumn(before, token) && isColumn(after, after)) return { reads: digitsOf(text), score: 0.8 }
  if (!/^[lIOoSZB]{1,2}$/.test(text)) return null
  if (!isMonth(after?.small) && !(isMonth(before?.small) && before?.kind === 'word' && /^\s+$/.test(token.gap))) return null
  // “I May …” does not stand at the start of a sentence
  if (text === 'I' && (token.isFirst || !/\d/.test(whole.slice(token.from, token.from + 24)))) return null
  const reads = digitsOf(text)
  return Number(reads) >= 1 && Number(reads) <= 31 ? { reads, score: 0.9 } : null
}

/** A figure that stands beside, with no more than a sign and blanks between. */
const isColumn = (figure: Token | undefined, later: Token | undefined) =>
  figure?.kind === 'figure' && later !== undefined && /^[.,\-–/ \t]{1,12}$/.test(later.gap)
