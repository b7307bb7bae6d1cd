import { DIGIT_OF } from '../confusions.ts'
import type { Finding } from '../doubt.ts'
import type { Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'

/** Printed numbers of paragraphs that skip one, and catchwords that the next lines do not answer. */
export const sequence: Rule = (passage, { passages }) => [
  ...(numbersOf(passages).get(passage.id) ?? []),
  ...unanswered(passage, passages),
]

interface Numbered {
  readonly passage: Passage
  readonly from: number
  readonly sign: string
}

const byPassages = new WeakMap<readonly Passage[], ReadonlyMap<string, readonly Finding[]>>()

function numbersOf(passages: readonly Passage[]): ReadonlyMap<string, readonly Finding[]> {
  const before = byPassages.get(passages)
  if (before) return before
  const found = new Map<string, readonly Finding[]>()
  const papers = new Map<number, Numbered[]>()
  for (const passage of passages) {
    // printed before a paragraph, with a point and blanks: not the numbers of a list of figures
    const [, lead, sign] = /^(\s*(?:[-–•] )?)([\dlIOSB]{1,2})\.[ \t]{1,8}\p{L}/u.exec(passage.text) ?? []
    if (sign === undefined || passage.isNote || !/\d|^l{1,2}$/.test(sign)) continue
    const numbered = papers.get(passage.paper) ?? []
    papers.set(passage.paper, numbered)
    numbered.push({ passage, from: lead!.length, sign })
  }
  for (const numbered of papers.values()) {
    let last = 0
    for (const { passage, from, sign } of numbered) {
      const plain = [...sign].map((one) => DIGIT_OF[one] ?? one).join('')
      const number = Number(plain)
      const reason = reasonFor(sign, number, last)
      const isMisread = plain !== sign
      if (reason !== null || isMisread)
        found.set(passage.id, [
          {
            from,
            to: from + sign.length,
            kind: 'sequence',
            reason: reason ?? `A letter stands where paragraph ${number} has its number.`,
            proposals: isMisread && reason === null ? [plain] : last > 0 ? [String(last + 1)] : [],
            score: isMisread ? 0.85 : 0.4,
          },
        ])
      last = number
    }
  }
  byPassages.set(passages, found)
  return found
}

/** One follows the number before, or begins anew. */
function reasonFor(sign: string, number: number, last: number): string | null {
  if (last === 0 || number === last + 1 || number <= 1 || number === last) return null
  return `Paragraph ${sign} follows paragraph ${last}.`
}

/** A catchword is answered by the words that begin the next page, furniture left out. */
function unanswered(passage: Passage, passages: readonly Passage[]): readonly Finding[] {
  const read = /^\s*\/ ?((?:\p{L}[\p{L}'’-]*)(?: \p{L}[\p{L}'’-]*){0,3})(?: ?[.…]+)?\s*$/u.exec(passage.text)
  if (!read || passage.isNote) return []
  const words = read[1]!.toLowerCase()
  const answers = ({ text }: Passage) => text.trim().toLowerCase().startsWith(words)
  const at = passages.indexOf(passage)
  if (passages.slice(at + 1, at + 1 + FURNITURE).some(answers)) return []
  const from = passage.text.indexOf('/')
  const elsewhere = passages.some((one) => one !== passage && answers(one))
  const tail = elsewhere ? 'but they begin another page: pages may stand in the wrong order' : 'and no page begins with them'
  const reason = `The catchword “${read[1]}” is not answered by what follows, ${tail}.`
  return [{ from, to: passage.text.trimEnd().length, kind: 'sequence', reason, proposals: [], score: elsewhere ? 0.35 : 0.45 }]
}

/** Page number, marking, running head: as many passages may stand between a catchword and its answer. */
const FURNITURE = 4
