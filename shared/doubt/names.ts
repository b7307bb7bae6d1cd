import { confusedFrom } from './confusions.ts'
import type { Passage } from './passage.ts'
import { caseOf, type Surroundings } from './rule.ts'
import type { Token } from './tokens.ts'

const TITLES = new Set(
  (
    'mr mrs miss ms dr sir lord lady dame professor prof general admiral colonel captain major count baron herr frau monsieur madame m mme ' +
    'señor señora signor messrs bishop lieutenant ambassador inspector alderman councillor rev reverend father sister brother viscount earl'
  ).split(' '),
)

/** Whether a token stands where a name does: after a title or initials, or beside another word with a capital. */
export function besideName({ tokens }: Passage, index: number): boolean {
  const token = tokens[index]!
  const [before, after] = [tokens[index - 1], tokens[index + 1]]
  const isAfter =
    before !== undefined &&
    !token.isFirst &&
    (TITLES.has(before.small) || before.kind === 'initials' || before.text.length === 1 || caseOf(before.text) === 'title')
  return isAfter || (after !== undefined && !after.isFirst && after.kind === 'word' && caseOf(after.text) === 'title')
}

/** Whether the line of a token is written in capitals, as headings, markings and telegrams are. */
export function isCapitalLine({ text, tokens }: Passage, { from, to }: Token): boolean {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next < 0 ? text.length : next
  const words = tokens.filter((one) => one.kind === 'word' && one.text.length > 1 && one.from >= start && one.to <= end)
  return words.filter((one) => caseOf(one.text) === 'caps').length > words.length * 0.6
}

/**
 * A name of the file that looks like this one, neither being a known word: the one that stands more often, or with equal numbers the one
 * that stands first; null where there is none. Written as this token is.
 */
export function nearNameInFile(token: Token, { countInFile, firstInFile, lexicon }: Surroundings): string | null {
  if (token.text.length < 5 || caseOf(token.text) === 'small') return null
  const times = countInFile(token.small)
  for (const { word, weight } of confusedFrom(token.small, caseOf(token.text))) {
    const others = weight < 0.5 ? 0 : countInFile(word)
    if (others === 0 || others < times || (others === times && firstInFile(word) > firstInFile(token.small))) continue
    const like = word.charAt(0).toUpperCase() + word.slice(1)
    if (lexicon.knows(like)) continue
    return caseOf(token.text) === 'caps' ? word.toUpperCase() : like
  }
  return null
}
