import type { Finding } from '../doubt.ts'
import { caseOf, type Rule } from '../rule.ts'

/** What may stand twice. */
const TWICE = new Set('had that very so no long many ha bye much far hear there now well tut'.split(' '))

/** A word that stands twice or more: `been been been`. */
export const repeatedWord: Rule = ({ tokens, text }) => {
  const findings: Finding[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const first = tokens[at]!
    let last = at
    while (tokens[last + 1]?.small === first.small && /^[ \n]{1,2}$/.test(tokens[last + 1]!.gap)) last += 1
    if (last === at) continue
    const isUsual = TWICE.has(first.small) && last === at + 1
    if (
      first.kind === 'word' &&
      first.text.length > 1 &&
      !/^[ivxlc]+$/.test(first.text) &&
      caseOf(first.text) === 'small' &&
      !isUsual
    ) {
      const to = tokens[last]!.to
      const reason = `“${text.slice(first.from, to).replace(/\s+/gu, ' ')}”: the word stands ${last - at === 1 ? 'twice' : `${last - at + 1} times`}.`
      findings.push({ from: first.from, to, kind: 'repeat', reason, proposals: [first.text], score: 0.7 })
    }
    at = last
  }
  return findings
}
