import type { Command } from 'prosemirror-state'
import type { ChangedPlace } from '../../../shared/commands/changed-places.ts'
import { restoreBlock, restorePage, restorePlace } from '../../../shared/commands/restore-places.ts'
import { restoreUnused } from '../../../shared/commands/restore-unused.ts'
import { whoseError } from '../../../shared/commands/whose-error.ts'
import { type AsideRow, besidePage, type OwnerRow, type Row } from '../../../shared/compare/side-by-side.ts'
import { countedIfAny } from '../../../shared/text/counted.ts'
import { UNUSED_REASONS, type UnusedReason } from '../../../shared/vocabulary/unused.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** Where one stops on the way through: a changed place of a block or note, or what was set aside. */
export type Stop = { readonly row: OwnerRow; readonly place: ChangedPlace } | { readonly row: AsideRow; readonly place: null }

export function stopsIn(rows: readonly Row[]): readonly Stop[] {
  return rows.flatMap((row): readonly Stop[] =>
    row.kind === 'aside' ? [{ row, place: null }] : row.places.map((place) => ({ row, place })),
  )
}

/** What can be done at a stop, by the name of its letter. */
export type Deed = 'machine' | 'paper' | 'notKnown' | 'words' | 'block' | 'page'

/** The command of a deed at a stop; `rows` are all there are. Null where there is none of it here. */
export function commandOf(deed: Deed, { row, place }: Stop, rows: readonly Row[], { context }: OpenDocument): Command | null {
  if (deed === 'page') {
    const { notes, asides } = besidePage(rows, row.page)
    return restorePage(context, row.page, notes, asides)
  }
  if (place === null) return deed === 'words' ? restoreUnused(context, row.id) : null
  if (deed === 'block') return restoreBlock(context, row.id)
  const at = { owner: row.id, from: place.from, to: place.to }
  if (deed === 'words') return restorePlace(context, at)
  return whoseError(context, at, deed === 'notKnown' ? 'unknown' : deed)
}

const shown = (words: string) => {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  return line === '' ? 'nothing' : `“${line.length > 60 ? `${line.slice(0, 60)} …` : line}”`.toWellFormed()
}

const SAYS = {
  machine: 'marked as the machine’s error',
  paper: 'marked as the paper’s error',
  unknown: 'not known whose error',
  supplied: 'marked as supplied',
} as const

/** A stop in words: what the machine read, what stands, and what is said of it. */
export function tellStop({ row, place }: Stop): string {
  if (row.kind === 'aside') return `${shown(row.was)}: set aside, ${UNUSED_REASONS[row.reason as UnusedReason] ?? row.reason}`
  const { was, now, reading, whose } = place!
  const says = whose === null ? 'changed, no tag says whose error' : SAYS[whose]
  if (whose !== 'paper' && whose !== 'unknown') return `${shown(was)} → ${shown(now)}: ${says}`
  return reading === now ? `${shown(now)}: ${says}` : `${shown(now)}, should read ${shown(reading)}: ${says}`
}

/** How many there are of each kind. A doubt whose error it is changes nothing. */
export function tellAll(stops: readonly Stop[]): string {
  const of = (test: (stop: Stop) => boolean) => stops.filter(test).length
  const beside = (stop: Stop) => stop.place?.whose === 'paper' || stop.place?.whose === 'unknown'
  const parts = [
    ...countedIfAny(
      of((stop) => stop.place !== null && !beside(stop)),
      'change',
    ),
    ...countedIfAny(
      of(({ place }) => place?.whose === 'paper'),
      'error of the paper',
      'errors of the paper',
    ),
    ...countedIfAny(
      of(({ place }) => place?.whose === 'unknown'),
      'reading not determined',
      'readings not determined',
    ),
    ...countedIfAny(
      of(({ row }) => row.kind === 'aside'),
      'stretch set aside',
      'stretches set aside',
    ),
  ]
  return parts.length === 0 ? 'The transcript reads as the machine transcript does.' : `${parts.join(' · ')}.`
}
