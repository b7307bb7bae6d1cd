import { useMemo, useState } from 'react'
import { type Chosen, keyOfRow, togetherIn } from '../../../shared/merge/choose.ts'
import type { Pairing } from '../../../shared/merge/differences.ts'
import type { Choices } from './comparing.ts'

/** The name of the choice for all that cannot be chosen by itself. */
export const REST = 'rest'

/** What was chosen so far of the differences that are seen. Nothing is preset. */
export interface Choosing {
  /** The choice that a difference belongs to: its own, one with others, or that of the rest. */
  readonly groupOf: (row: Pairing) => string
  /** How many differences are chosen by one choice. */
  readonly sizeOf: (group: string) => number
  readonly chosen: (group: string) => Chosen | null
  readonly pick: (group: string, side: Chosen) => void
  /** Whether something differs that can only be chosen with the rest. */
  readonly hasRest: boolean
  readonly count: number
  readonly left: number
  /** What was chosen; null while something is left. */
  readonly choices: () => Choices | null
}

/** The choices among these rows; `seen` are those that a reader sees, `facts` whether something differs beside the text. */
export function useChoices(rows: readonly Pairing[], seen: readonly Pairing[], facts: boolean): Choosing {
  const [picks, setPicks] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const { groups, groupOf, names } = useMemo(() => {
    const all = togetherIn(rows)
    const nameOf = new Map(all.flatMap((group) => group.map((row) => [row, keyOfRow(group[0]!)] as const)))
    const of = (row: Pairing) => nameOf.get(row) ?? REST
    const shown = new Set(seen.map(of))
    return { groups: all, groupOf: of, names: [...shown].filter((name) => name !== REST) }
  }, [rows, seen])
  const hasRest = facts || seen.some((row) => groupOf(row) === REST)
  const asked = hasRest ? [...names, REST] : names
  const left = asked.filter((name) => !picks.has(name)).length
  return {
    groupOf,
    sizeOf: (group) => seen.filter((row) => groupOf(row) === group).length,
    chosen: (group) => picks.get(group) ?? null,
    pick: (group, side) => setPicks((now) => new Map([...now, [group, side]])),
    hasRest,
    count: asked.length,
    left,
    choices: () => {
      if (left > 0) return null
      const whole = picks.get(REST) ?? 'mine'
      const other = groups.filter((group) => (picks.get(keyOfRow(group[0]!)) ?? whole) !== whole)
      return { whole, other: new Set(other.flat().map(keyOfRow)) }
    },
  }
}
