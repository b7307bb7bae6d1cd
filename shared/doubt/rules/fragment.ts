import type { Finding } from '../doubt.ts'
import type { Rule } from '../rule.ts'

/** A line by itself that is signs rather than words: `1 sine Stricte 1 A 1`. Initials, dates and references are none. */
export const fragment: Rule = ({ tokens, text }, { lexicon }): readonly Finding[] => {
  if (tokens.length < 3 || tokens.length > 8 || text.length > 40 || text.includes('\n') || !lexicon.hasDictionary) return []
  if (tokens.some(({ kind }) => kind === 'initials') || /[/:;()]|\d{3}|\.\s/u.test(text)) return []
  const lone = tokens.filter(({ text: words }) => words.length === 1 && words !== 'a' && words !== 'I').length
  const strange = tokens.filter(({ kind, text: words }) => kind === 'word' && words.length > 1 && !lexicon.knows(words)).length
  const isInitials = tokens.every(({ text: words }) => /^\p{Lu}$/u.test(words))
  if (isInitials || lone < 2 || lone + strange < tokens.length * 0.6 || strange === 0) return []
  const from = tokens[0]!.from
  const to = tokens.at(-1)!.to
  const reason = `“${text.slice(from, to)}” holds more single signs than words.`
  return [{ from, to, kind: 'fragment', reason, proposals: [], score: 0.4 }]
}
