import { LETTERS_OF } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import type { Lexicon } from '../lexicon.ts'
import { caseOf, inCaseOf } from '../rule.ts'
import type { Token } from '../tokens.ts'

/** `c0mmittee`, `we11`, `wouId`, `lNTERIOR`: signs among letters that make a word when they are read as the letters they look like. */
export function signsInWord(token: Token, lexicon: Lexicon): Finding | null {
  const { text, from, to, kind } = token
  if (kind === 'figure') {
    const known = digitsRead(text, lexicon)
    const reason = `A digit stands among the letters of “${text}”.`
    return known.length === 0 ? null : { from, to, kind: 'nonword', reason, proposals: known, score: 0.93 }
  }
  if (text.length < 3 && caseOf(text) !== 'title') return null
  if (caseOf(text) !== 'mixed' && !/^(?:[lI]\p{L}+)$/u.test(text)) return null
  if (lexicon.knows(text)) return null
  const reads = [text.replaceAll('I', 'l'), text.replaceAll('l', 'I')].filter((word) => word !== text && lexicon.knows(word))
  const split = /^(\p{Ll}{2,}|a|\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u.exec(text)
  if (reads.length > 0) {
    const reason = `A capital I or a small l stands in “${text}” where the other one would make a word.`
    return { from, to, kind: 'nonword', reason, proposals: reads, score: 0.95 }
  }
  if (!split || !lexicon.knows(split[1]!) || !(lexicon.knows(split[2]!) || split[1] === split[1]!.toLowerCase())) return null
  const reason = `“${text}” may be two words: a capital stands within it.`
  return {
    from,
    to,
    kind: 'joined',
    reason,
    proposals: [`${split[1]} ${split[2]}`],
    score: /^(?:Mac|Mc)/.test(text) ? 0.1 : 0.85,
  }
}

/** The words that letters with digits among them may be. */
function digitsRead(text: string, lexicon: Lexicon): readonly string[] {
  if (!/^\p{L}*\d{1,2}\p{L}+(?:\d\p{L}+)?$|^\p{L}{3,}\d$|^\p{L}{2,}\d\d$/u.test(text)) return []
  const letters = text.replace(/\d/gu, '')
  if (letters.length < 2 || /^\d+(?:st|nd|rd|th|s|p|m|d|k|am|pm)$/iu.test(text)) return []
  let readings = ['']
  for (const sign of text) readings = readings.flatMap((head) => [...(LETTERS_OF[sign] ?? sign)].map((letter) => head + letter))
  return readings.map((word) => inCaseOf(word.toLowerCase(), letters)).filter((word) => lexicon.knows(word))
}
