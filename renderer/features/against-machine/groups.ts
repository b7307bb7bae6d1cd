import type { Row } from '../../../shared/compare/side-by-side.ts'
import { countedIfAny } from '../../../shared/text/counted.ts'

export interface Group {
  readonly key: string
  readonly rows: readonly Row[]
  /** The number of its first stop, -1 where it has none; and how many it has. */
  readonly first: number
  readonly count: number
}

/** Each row with a change by itself; what reads the same in one piece. */
export function grouped(rows: readonly Row[]): readonly Group[] {
  const groups: { key: string; rows: Row[]; first: number; count: number }[] = []
  let stop = 0
  for (const row of rows) {
    const count = row.kind === 'aside' ? 1 : row.places.length
    const last = groups.at(-1)
    if (count === 0 && last && last.first < 0 && !(row.kind !== 'aside' && row.goesBack)) last.rows.push(row)
    else groups.push({ key: row.id, rows: [row], first: count === 0 ? -1 : stop, count })
    stop += count
  }
  return groups
}

/** How many read alike, with the verb. */
export function tellAlike(rows: readonly Row[]): string {
  const notes = rows.filter(({ kind }) => kind === 'note').length
  const parts = [...countedIfAny(rows.length - notes, 'block'), ...countedIfAny(notes, 'note')]
  return `${parts.join(' and ')} ${rows.length === 1 ? 'reads' : 'read'}`
}
