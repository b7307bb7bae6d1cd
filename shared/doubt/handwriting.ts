import type { DoubtKind, Finding } from './doubt.ts'
import type { Passage } from './passage.ts'

const SPELLING: ReadonlySet<DoubtKind> = new Set(['nonword', 'parted', 'joined', 'realword'])
/** As many misreadings of words in one short sentence, and as many words to each of them at most. */
const MANY = 3
const WORDS_EACH = 4

/** A sentence of a typed passage in which so many words are misread that it may be handwriting that the machine read into the line. */
export function handwritingIn({ text, layer, isNote, tokens }: Passage, found: readonly Finding[]): readonly Finding[] {
  if (isNote || layer === 'handwritten' || tokens.length < 20) return []
  const misread = found.filter(({ kind, score }) => SPELLING.has(kind) && score >= 0.5)
  if (misread.length < MANY || misread.length * WORDS_EACH * 2 > tokens.length) return []
  const findings: Finding[] = []
  let from = 0
  for (const sentence of text.split(/(?<=[.?!])\s/u)) {
    const to = from + sentence.trimEnd().length
    const inside = misread.filter((one) => from <= one.from && one.to <= to)
    const words = sentence.split(/\s+/u).length
    if (inside.length >= MANY && words <= inside.length * WORDS_EACH) {
      const reason = 'So many words of this sentence are misread that it may be handwriting that was read into the typed text.'
      const first = Math.min(...inside.map((one) => one.from))
      const last = Math.max(...inside.map((one) => one.to))
      findings.push({ from: first, to: last, kind: 'handwriting', reason, proposals: [], score: 0.5 })
    }
    from += sentence.length + 1
  }
  return findings
}
