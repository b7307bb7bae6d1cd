import { DIGIT_OF } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import type { Rule } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** Letters read among the digits of a number, a date, a sum, a time or a telephone number: `l2 November`, `I982`. */
export const letterInNumber: Rule = ({ tokens, text }) =>
  tokens.flatMap((token, index): readonly Finding[] => {
    if (token.kind === 'initials') return []
    const found =
      token.kind === 'figure' ? figure(token, tokens[index - 1], tokens[index + 1]) : lettersOnly(token, tokens, index, text)
    return found === null
      ? []
      : [
          {
            from: token.from,
            to: token.to,
            kind: 'number',
            reason: `A letter stands among the digits of “${token.text}”.`,
            proposals: [found.reads],
            score: found.score,
          },
        ]
  })

interface Reads {
  readonly reads: string
  readonly score: number
}

/** What is right with letters and digits: ordinals, decades, sums, units, times, sections, sheets, references, roads, aircraft. */
const RIGHT =
  /^(?:\d+(?:st|nd|rd|th|er|ème|e|re)|(?:1[0-9])?\d0['’]?s|[£$€]?[\d.,]+(?:m|mn|bn|k|p|d|s|s\.?\d+d|%|am|pm|hrs?|kg|km|ft|in|lb|lbs|oz|cwt|mm|cm|mw|kw|mph|nm|a|b|c|e|f|h|i|ii|iii|iv|v|x|z)|\d{4}z|\d{6}z|\d{1,2}h\d{2})$/iu

function figure(token: Token, before: Token | undefined, after: Token | undefined): Reads | null {
  const { text } = token
  if (!/\p{L}/u.test(text) || RIGHT.test(text)) return null
  const parts = text.split(/([/.,:\-–—()£$€%]+)/u)
  let score = 0
  const reads = parts.map((part) => {
    if (!/\p{L}/u.test(part) || RIGHT.test(part)) return part
    const digits = [...part].map((sign) => (/\d/.test(sign) ? sign : DIGIT_OF[sign])).join('')
    const letters = part.replace(/\d/gu, '')
    if (!/\d/.test(part) && !(parts.length > 1 && letters.length <= 2)) return part
    if ([...part].some((sign) => !/\d/.test(sign) && DIGIT_OF[sign] === undefined)) return part
    const worth = scoreOf(part, letters, before, after, parts.length > 1)
    if (worth < 0.2) return part
    score = Math.max(score, worth)
    return digits
  })
  return score > 0 ? { reads: reads.join(''), score } : null
}

function scoreOf(part: string, letters: string, before: Token | undefined, after: Token | undefined, isOfMany: boolean): number {
  const besideDate = isMonth(before?.small) || isMonth(after?.small)
  const surely = /^[lIO|!oi]+$/.test(letters)
  // a class letter and a number (`B2`, `S12`, `G7`, `A4`) is usually right
  if (/^[A-Z]\d{1,3}$/.test(part))
    return /^[IO]/.test(part) ? (besideDate ? 0.95 : 0.75) : /^L\d/.test(part) ? (besideDate ? 0.95 : 0.5) : besideDate ? 0.6 : 0
  if (/^\d{1,3}[A-Z]$/.test(part)) return /[IO]$/.test(part) ? 0.8 : besideDate ? 0.8 : 0
  if (besideDate) return 0.97
  if (!/\d/.test(part)) return isOfMany && surely && /^[lIO]+$/.test(letters) && part.length <= 2 ? 0.35 : 0
  if (surely) return 0.93
  return letters.length < part.length - letters.length ? 0.8 : letters.length === 1 ? 0.6 : 0.35
}

/** `l May`, `lO March`, `I2.30`: letters that stand for a number beside a month, or a whole year. */
function lettersOnly({ text, from }: Token, tokens: readonly Token[], index: number, whole: string): Reads | null {
  const [before, after] = [tokens[index - 1], tokens[index + 1]]
  if (!/^[lIOoSZB]{1,2}$/.test(text)) return null
  if (!isMonth(after?.small) && !(isMonth(before?.small) && before?.kind === 'word' && /^\s+$/.test(tokens[index]!.gap)))
    return null
  // “I May …” does not stand at the start of a sentence
  if (text === 'I' && (tokens[index]!.isFirst || !/\d/.test(whole.slice(from, from + 24)))) return null
  const reads = [...text].map((sign) => DIGIT_OF[sign]).join('')
  return Number(reads) >= 1 && Number(reads) <= 31 ? { reads, score: 0.9 } : null
}

const MONTHS = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre'
  ).split(' '),
)
const isMonth = (small: string | undefined) => small !== undefined && MONTHS.has(small)
