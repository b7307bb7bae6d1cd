import { dividedAt } from '../text/divided.ts'

/**
 * `word`: letters and apostrophes · `figure`: a run of signs without blanks that has a digit · `initials`: letters with points between
 * (`A.J.C.`, `a.m.`). Whatever else stands between is `gap` of the next token.
 */
export type TokenKind = 'word' | 'figure' | 'initials'

export interface Token {
  readonly kind: TokenKind
  readonly from: number
  readonly to: number
  /** As it reads: a word that is divided at a line end in one piece. */
  readonly text: string
  /** In small letters, composed, with straight apostrophes. */
  readonly small: string
  /** What stands between the token before and this one: blanks and signs. */
  readonly gap: string
  /** It is divided at a line end. */
  readonly isDivided: boolean
  /** A sentence, a line of a heading or an item begins with it, as far as signs tell. */
  readonly isFirst: boolean
}

const CHUNK = /\S+/gu
const PLAIN = /^([A-Za-z]+)[,;]?$/
const BEGINS = /\n\s*\n|\s[-*•(]\s*$/u
const SHORTENED = new Set(
  'mr mrs ms dr st messrs no nos esq rev hon capt col gen maj lt sgt cpl prof vol para paras art vs viz dept govt'.split(' '),
)

/** The point stands after an abbreviation: no sentence ends there. */
const isShortened = ({ kind, small, text }: Token, gap: string) =>
  gap.startsWith('.') && (kind === 'initials' || SHORTENED.has(small) || (text.length === 1 && kind === 'word'))

const EDGE_BEFORE = /^[^\p{L}\p{N}£$€]+/u
const EDGE_AFTER = /[^\p{L}\p{M}\p{N}%]+$/u
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu
const INITIALS = /^(?:\p{L}\.){1,}\p{L}?\.?$/u

/** The tokens of a text, in order. Together with their gaps, and what follows the last, they cover it. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let done = 0
  let pending: { text: string; from: number } | null = null
  const push = (kind: TokenKind, from: number, to: number, words = text.slice(from, to)) => {
    const gap = text.slice(tokens.at(-1)?.to ?? 0, from)
    const isFirst =
      tokens.length === 0 ||
      (gap !== ' ' && BEGINS.test(gap)) ||
      (gap !== ' ' && /[.!?:;][”"’')\]]*\s/u.test(gap) && !isShortened(tokens.at(-1)!, gap))
    tokens.push({ kind, from, to, text: words, small: smallOf(words), gap, isDivided: words.length !== to - from, isFirst })
  }
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    // most chunks are a word and perhaps a comma
    const plain = pending === null && index >= done ? PLAIN.exec(chunk) : null
    if (plain) {
      push('word', index, index + plain[1]!.length)
      continue
    }
    const start = Math.max(index, done)
    const whole = text.slice(start, index + chunk.length)
    const lead = EDGE_BEFORE.exec(whole)?.[0].length ?? 0
    const core = whole.slice(lead).replace(EDGE_AFTER, '')
    if (core === '') continue
    const from = start + lead
    const to = from + core.length
    if (pending === null && /\p{N}/u.test(core)) {
      push('figure', from, to)
      continue
    }
    if (INITIALS.test(text.slice(from, index + chunk.length).replace(/[,;:)\]]+$/u, '')) && core.length > 1) {
      push('initials', from, to)
      continue
    }
    const words = [...core.matchAll(WORD)]
    words.forEach((word, at) => {
      const begins = from + word.index
      const ends = begins + word[0].length
      const head: { text: string; from: number } = at === 0 && pending ? pending : { text: '', from: begins }
      if (at === 0) pending = null
      const isLast = at === words.length - 1
      const on = isLast && ends === index + chunk.length - 1 ? dividedAt(text, ends) : 0
      if (on > 0) pending = { text: head.text + word[0], from: head.from }
      else push('word', head.from, ends, head.text + word[0])
    })
    done = index + chunk.length
  }
  const left = pending as { text: string; from: number } | null
  if (left !== null) push('word', left.from, left.from + left.text.length, left.text)
  return tokens
}

const smallOf = (words: string) => words.normalize('NFC').replaceAll('’', "'").toLowerCase()
