import { proposalId, type StretchProposal } from '../proposal.ts'
import { NUMBERED } from './numbered.ts'
import type { Reading } from './reading.ts'
import type { WrittenLine } from './written-lines.ts'

/** A line, or a piece of one, and what it seems to be. */
export interface Piece {
  readonly line: WrittenLine
  readonly start: number
  readonly end: number
  readonly reading: Reading
}

/** Less than so sure, no role is proposed. */
const LEAST = 0.74

/** The rules were shaped on the papers that they are measured on, so that each is a little less sure on others than it was there. */
const shrunk = (confidence: number): number =>
  confidence === 0 ? 0 : Math.round((confidence - (confidence < 0.9 ? 0.09 : 0.05)) * 100) / 100

/** Pieces as proposals: those that stand together and are the same are one, a new number begins one. */
export function stretchesOf(pieces: readonly Piece[], texts: readonly string[]): readonly StretchProposal[] {
  const runs: Piece[][] = []
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1)
    if (last && together(last, piece)) runs.at(-1)!.push(piece)
    else runs.push([piece])
  }
  return runs.map((run): StretchProposal => {
    const [first] = run as [Piece]
    const original = first.line.original
    const { layer, hand, setAside } = first.reading
    const confidence = shrunk(Math.min(...run.map(({ reading }) => reading.confidence)))
    const isOpen = confidence < LEAST && setAside === null
    const role = isOpen ? null : first.reading.role
    const source = [[original, first.start, run.at(-1)!.end]] as const
    const words = (texts[original] ?? '').slice(first.start, Math.min(first.end, first.start + 20))
    const number = role === 'paragraph' || role === 'item' ? (NUMBERED.exec(words)?.[1] ?? null) : null
    const id = proposalId('stretch', setAside ?? role ?? '', source)
    return {
      kind: 'stretch',
      id,
      source,
      role,
      layer,
      hand,
      setAside,
      number,
      confidence: isOpen ? 0 : confidence,
      reason: first.reading.reason,
    }
  })
}

function together(last: Piece, next: Piece): boolean {
  if (last.line.group !== next.line.group || last.line.original !== next.line.original) return false
  const [a, b] = [last.reading, next.reading]
  if (a.role !== b.role || a.layer !== b.layer || a.hand !== b.hand || a.setAside !== b.setAside) return false
  if (last.line === next.line) return true
  const begins = next.start === next.line.start && NUMBERED.test(next.line.words)
  return !((a.role === 'paragraph' || a.role === 'item') && begins)
}
