import { DOUBTS } from './judge-doubts.ts'
import { PAPERS } from './judge-papers.ts'
import { STRETCHES, wrongIn } from './judge-stretches.ts'
import type { Measure, Subject } from './measure.ts'
import type { JudgedPaper } from './paper.ts'
import { papersOf } from './papers-of.ts'

/** What is judged, in the order of the table: one module a subject. */
export const SUBJECTS: readonly Subject[] = [STRETCHES, PAPERS, DOUBTS]

export interface Asked {
  /** Paper by paper besides, of the half that is seen. */
  readonly papers?: boolean | undefined
  readonly subject?: string | undefined
  readonly json?: boolean | undefined
}

/** The table of both halves. Of the half that is unseen it tells totals alone, whatever is asked. */
export function judge({ papers: byPaper = false, subject, json = false }: Asked): string {
  const halves = { seen: papersOf('seen'), unseen: papersOf('unseen') }
  const subjects = SUBJECTS.filter(({ name }) => subject === undefined || name === subject)
  const tables = subjects.map((one) => ({
    subject: one.name,
    seen: one.measure(halves.seen),
    unseen: one.measure(halves.unseen),
  }))
  if (json)
    return `${JSON.stringify({ papers: { seen: halves.seen.length, unseen: halves.unseen.length }, subjects: tables }, null, 2)}\n`
  const head = `${''.padEnd(WIDTH)}${`seen (${halves.seen.length})`.padStart(22)}${`unseen (${halves.unseen.length})`.padStart(22)}\n`
  const rows = tables.map(({ subject: name, seen, unseen }) => `\n${name}\n${linesOf(seen, unseen)}`)
  const details = byPaper ? halves.seen.map((paper) => told(paper, subjects)) : []
  return `${head}${rows.join('')}${details.join('')}`
}

const WIDTH = 44

function linesOf(seen: readonly Measure[], unseen: readonly Measure[]): string {
  const names = [...new Set([...seen, ...unseen].map(({ what }) => what))]
  const of = (measures: readonly Measure[], what: string) => cell(measures.find((one) => one.what === what))
  return names.map((what) => `  ${what.padEnd(WIDTH - 2)}${of(seen, what)}${of(unseen, what)}\n`).join('')
}

function cell(measure: Measure | undefined): string {
  if (!measure || measure.share.of === 0) return '–'.padStart(22)
  const { right, of } = measure.share
  const rounded = measure.as === 'count' ? String(Math.round((right / of) * 100) / 100) : (right / of).toFixed(3)
  return `${rounded}  (${Math.round(right)}/${of})`.padStart(22)
}

function told(paper: JudgedPaper, subjects: readonly Subject[]): string {
  const rows = subjects.map(({ measure }) =>
    measure([paper])
      .slice(0, 5)
      .map((one) => `${one.what} ${cell(one).trim()}`)
      .join(' · '),
  )
  return `\n${paper.name}: ${rows.join('\n  ')}\n${wrongIn(paper)
    .map((line) => `  ${line}\n`)
    .join('')}`
}
