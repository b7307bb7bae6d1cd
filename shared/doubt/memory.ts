import type { Finding } from './doubt.ts'
import type { Passage } from './passage.ts'

type Beside = readonly [before: Passage | undefined, after: Passage | undefined]

/**
 * What was found in the passages of one document by rules that look no further than the passage beside. A passage is gone through anew when it,
 * or the one before or after it, has changed; how often a word stands in the rest of the file is as it was when it was gone through last.
 */
export class DoubtMemory {
  private known = new Map<string, { readonly sign: string; readonly findings: readonly Finding[] }>()

  /** What was found in a passage, or what `look` finds now. `facts`: what else the rules know of it. */
  findings(passage: Passage, beside: Beside, facts: readonly unknown[], look: () => readonly Finding[]): readonly Finding[] {
    const sign = JSON.stringify([...facts, ...signOf(passage), ...beside.flatMap(signOf)])
    const before = this.known.get(passage.id)
    if (before?.sign === sign) return before.findings
    const findings = look()
    this.known.set(passage.id, { sign, findings })
    return findings
  }
}

/** All that rules see of a passage. */
function signOf(passage: Passage | undefined): readonly unknown[] {
  if (passage === undefined) return [null]
  const { id, text, role, layer, isNote, paper, page } = passage
  return [id, text, role, layer, isNote, paper, page]
}
