import type { SourceRange } from '../model/source.ts'

/** Someone who holds stretches of the machine transcript: a block, a note, or what is set aside. */
export interface Owner {
  readonly name: string
  readonly source: readonly SourceRange[]
}

export interface OwnershipFault {
  readonly kind: 'uncovered' | 'twice' | 'outside' | 'surrogate'
  readonly range: SourceRange
  readonly owners: readonly string[]
}

/**
 * Whether every non-blank character of every original has exactly one owner. `texts[n]` is the decoded text of original `n`; an empty
 * answer means that the ledger is whole.
 */
export function ownershipFaults(
  owners: readonly Owner[],
  texts: readonly string[],
  isBlank: (char: string) => boolean,
): readonly OwnershipFault[] {
  const faults: OwnershipFault[] = []
  const held = texts.map((): { start: number; end: number; name: string }[] => [])
  for (const { name, source } of owners) {
    for (const range of source) {
      const [original, start, end] = range
      const text = texts[original]
      if (text === undefined || start < 0 || end > text.length || start >= end)
        faults.push({ kind: 'outside', range, owners: [name] })
      else {
        if (splitsPair(text, start) || splitsPair(text, end)) faults.push({ kind: 'surrogate', range, owners: [name] })
        held[original]!.push({ start, end, name })
      }
    }
  }
  for (const [original, text] of texts.entries()) {
    let reached = 0
    let last = ''
    const gap = (from: number, to: number) => {
      const stretch = text.slice(from, to)
      if (![...stretch].every(isBlank)) faults.push({ kind: 'uncovered', range: [original, from, to], owners: [] })
    }
    for (const { start, end, name } of held[original]!.sort((a, b) => a.start - b.start)) {
      if (start < reached) faults.push({ kind: 'twice', range: [original, start, Math.min(end, reached)], owners: [last, name] })
      else gap(reached, start)
      if (end > reached) [reached, last] = [end, name]
    }
    gap(reached, text.length)
  }
  return faults
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff
}
