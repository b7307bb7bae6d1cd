import type { Finding } from '../doubt.ts'
import type { Lexicon } from '../lexicon.ts'
import { inCaseOf, type Rule } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** A hyphen within a line that once divided a word at its end: `dis-liked`, `type- writer`, `clo-sure`. */
export const strayHyphen: Rule = ({ tokens, text }, { lexicon }) => {
  if (!lexicon.hasDictionary) return []
  return tokens.flatMap((token, index): readonly Finding[] => {
    const before = tokens[index - 1]
    if (token.kind !== 'word' || before?.kind !== 'word' || token.isDivided || !/^-[ \n]?$/.test(token.gap)) return []
    const small = before.small + token.small
    const whole = inCaseOf(small, before.text)
    const isApart = token.gap.length > 1
    if (token.text !== token.small && token.text !== token.text.toUpperCase()) return []
    if (!lexicon.knows(whole) || (!isApart && !isBroken(before, token, small, lexicon))) return []
    const words = text.slice(before.from, token.to)
    const reason = `The hyphen in “${words}” may come from the end of a line.`
    return [{ from: before.from, to: token.to, kind: 'parted', reason, proposals: [whole], score: isApart ? 0.85 : 0.8 }]
  })
}

/** Prefixes that a hyphen may follow (`co-operate`, `pre-war`), and words that were written with one. */
const HYPHENED = new Set(
  're co non anti ex self vice sub mid semi ultra to no any some on by counter well under over off out pan neo'.split(' '),
)

function isBroken(one: Token, other: Token, small: string, lexicon: Lexicon): boolean {
  const frequency = lexicon.frequency(small)
  if (!lexicon.isCounted) return !lexicon.knows(one.text) || !lexicon.knows(other.text)
  if (!lexicon.knows(one.text) || !lexicon.knows(other.text)) return frequency > 0.3
  if (HYPHENED.has(one.small)) return false
  // `dis-liked`: a piece that is no word in itself; `pre-sent`: two words that nobody joins so
  const isPiece = /^(?:dis|con|com|pre|pro|un|in|im|en|em|de|mis|ad|ac|per|tele|inter)$/.test(one.small)
  return isPiece && frequency > (one.small === 'pre' || one.small === 'inter' || one.small === 'pro' ? 20 : 0.5)
}
